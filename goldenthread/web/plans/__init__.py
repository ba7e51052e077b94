"""The business plan: its tree, how its tasks stand, what is reported of each, and what is carried forward."""
