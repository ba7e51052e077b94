"""One module for each command: what it takes, the one operation it calls, and what it prints."""
