"""Disclosure: small numbers that are shown after all, because two people decided so, and why."""
