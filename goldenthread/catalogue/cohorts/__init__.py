"""Cohorts: each folder holds one, worked out from datasets by one SELECT."""
