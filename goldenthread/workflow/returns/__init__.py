"""Returns: what agencies submit, kept as it came, checked, and accepted as evidence."""
