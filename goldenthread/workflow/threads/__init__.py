"""Threads: lines of enquiry, each from what was found by way of challenge and action to what has changed."""
