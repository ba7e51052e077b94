"""People: who may sign in, in which role, for which agency."""
