"""The calendar of what agencies owe: how it stands, what is expected, whom to remind."""
