"""Disclosure: the list of small numbers that are shown by a decision, asking for one, deciding."""
