"""The diary: the days on which something is due, for each person, as a calendar that another program reads."""
