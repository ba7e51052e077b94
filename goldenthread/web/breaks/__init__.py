"""Breaks in series: the list of them, declaring one, withdrawing it."""
