"""Figures for other programs: an interface of its own, its description, and the page that tells how to use it."""
