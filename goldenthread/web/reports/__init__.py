"""Reports, read on the site."""
