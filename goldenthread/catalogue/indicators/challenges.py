"""What the board has asked of other boards. Challenges protect nobody: those about a single case are not counted."""

from goldenthread.catalogue.sub_groups import PERFORMANCE
from goldenthread.engine.definitions import (
    HOW_MUCH,
    NEITHER,
    NOBODY,
    ROWS,
    SUB_GROUP,
    Count,
    During,
    Indicator,
)

_REGISTER = "The board's own register of challenges."
_EXCLUDES = "Drafts, challenges that were withdrawn, and those about a single case."

set_for_the_trust = Indicator(
    code="CHL1",
    title="Challenges set for the children's trust board",
    asks=HOW_MUCH,
    why="A board that holds others to account says what it asks of them, and for when.",
    dataset="board_challenges",
    over=During("takes_effect_on"),
    counts=ROWS,
    measure=Count(where="put_to = 'childrens_trust'"),
    better=NEITHER,
    protects=NOBODY,
    tier=SUB_GROUP,
    breakdowns=(),
    sentence=(
        "{numerator:challenge|challenges} that the board set for the children's trust board took effect {period}."
    ),
    noun="challenges",
    definition=(
        "Challenges that were issued to the children's trust board, alone or with others. Each takes effect on the"
        " first day of the year that it is set for."
    ),
    source=_REGISTER,
    excludes=_EXCLUDES,
    unknowns="None: a challenge is issued with the year that it is set for.",
    sub_group=PERFORMANCE,
)

accepted_by_the_trust = Indicator(
    code="CHL2",
    title="Challenges accepted by the children's trust board",
    asks=HOW_MUCH,
    why="What was accepted can be followed up; what was not needs another answer.",
    dataset="board_challenges",
    over=During("accepted_on"),
    counts=ROWS,
    measure=Count(where="put_to = 'childrens_trust'"),
    better=NEITHER,
    protects=NOBODY,
    tier=SUB_GROUP,
    breakdowns=(),
    sentence="The children's trust board accepted {numerator:challenge|challenges} of the board {period}.",
    noun="challenges",
    definition="Challenges that the children's trust board accepted whole, on a day in the period.",
    source=_REGISTER,
    excludes=f"Challenges accepted in part. {_EXCLUDES}",
    unknowns="None: a challenge without the day on which it was accepted has not been accepted.",
    sub_group=PERFORMANCE,
)

accepted_with_other_boards = Indicator(
    code="CHL3",
    title="Accepted challenges that also need other strategic boards",
    asks=HOW_MUCH,
    why="Where adults' and children's services have to act together, one board cannot answer alone.",
    dataset="board_challenges",
    over=During("accepted_on"),
    counts=ROWS,
    measure=Count(where="put_to = 'childrens_trust' and other_boards > 0"),
    better=NEITHER,
    protects=NOBODY,
    tier=SUB_GROUP,
    breakdowns=(),
    sentence=(
        "The children's trust board accepted {numerator:challenge|challenges} {period} that other strategic boards have"
        " to meet as well."
    ),
    noun="challenges",
    definition=(
        "Challenges that the children's trust board accepted whole, on a day in the period, and that are put to at"
        " least one other strategic board as well."
    ),
    source=_REGISTER,
    excludes=f"Challenges accepted in part, and those put to agencies besides. {_EXCLUDES}",
    unknowns="None: a challenge is issued with everybody to whom it is put.",
    sub_group=PERFORMANCE,
)
