"""Datasets: each folder holds one, with an invented example beside it."""
