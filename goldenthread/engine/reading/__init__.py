"""Reading files as they come: how they are encoded, where their columns are, and on which line each row stands."""
