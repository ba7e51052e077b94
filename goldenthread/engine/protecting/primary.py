"""Which numbers are small, so that they must be hidden.

The rule is that of the national statistics on children in need: a count of 1 to 5 children is hidden, nought is shown.
It goes by the children who stand behind a count, not by its rows: six reviews of one child are one child. A proportion
also gives away those who are not counted, so they are looked at too.
"""

SMALLEST, LARGEST = 1, 5
SHOWN, HIDDEN, WITHHELD = "shown", "hidden", "withheld"
"""What the gate says of a figure. *Hidden*: it is small. *Withheld*: it is small, or would give a small one away."""


def is_small(children: int) -> bool:
    """Whether so many children are so few that one might be known by it."""
    return SMALLEST <= children <= LARGEST
