"""A page for each cluster and locality: need, and the response to need."""
