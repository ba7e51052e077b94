"""By how much counts of children vary more than those of independent children would."""

from goldenthread.engine.comparing.families import Families, inflation

CHILDREN_PER_FAMILY = {1: 50, 2: 30, 3: 14, 4: 6}
"""Of a hundred families whose children come to notice together, how many bring one child, two, three, four."""

FAMILIES = Families(
    inflation(CHILDREN_PER_FAMILY),
    "an assumption that half of the families bring one child, 30% two, 14% three and 6% four: no return says yet which"
    " children are brothers and sisters",
)
"""The allowance for families in every test about children."""
