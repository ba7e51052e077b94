"""The story behind a number: written by its owner, signed off by somebody else, and then published."""
