"""Signing in, joining by invitation, one's own account."""
