"""Checking what was read, and splitting it into what is counted, what identifies, and what is held back."""
