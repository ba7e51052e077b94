"""Recommendations, the actions that follow from them, and whether these made a difference."""
