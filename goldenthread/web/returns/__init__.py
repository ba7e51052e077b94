"""What agencies have sent, what is wrong with it, accepting it."""
