"""Protecting: what each face may show of figures about children."""
