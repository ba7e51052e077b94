"""The partnership and the agencies in it."""
