"""The scorecard: every indicator in one row."""
