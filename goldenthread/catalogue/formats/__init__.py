"""Formats: each module holds one."""
