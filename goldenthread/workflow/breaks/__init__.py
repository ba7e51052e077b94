"""Breaks in series: days on which the way of recording changed, or that of working, and what that does to numbers."""
