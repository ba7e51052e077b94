"""The board's own records as evidence: they come in as a return from the partnership, and are counted like any."""
