"""The stories behind numbers: reading, writing, signing off, publishing, and the chair's list of what is missing."""
