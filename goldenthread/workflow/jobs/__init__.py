"""Jobs: long work that somebody asked for, done by a worker, with how far it is and what came of it."""
