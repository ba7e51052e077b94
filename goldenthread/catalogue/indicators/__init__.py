"""Indicators: each module holds those of one theme."""
