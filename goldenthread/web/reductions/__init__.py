"""Is the reduction safe? Each beside its balancing measures."""
