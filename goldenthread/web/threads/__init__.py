"""Pages of the threads: what has been open longest, and each from what was found to what has changed."""
