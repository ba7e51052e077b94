"""What is waiting for whoever looks, for each agency and for the whole; and every check that says so."""
