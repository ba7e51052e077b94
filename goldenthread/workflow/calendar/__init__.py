"""The calendar: which returns each agency owes the board, by when, and how that stands."""
