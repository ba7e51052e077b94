"""The diary, as a page and as a calendar that other programs read."""
