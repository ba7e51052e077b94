"""Comparing: intervals, rounding, and the only place that sentences come from."""
