"""The board's own records about an indicator: who owns it, what its target is, what it is set beside."""
