"""The board's own records about indicators: owners, targets, comparators noted, and their history."""
