"""The profile of a place: need, and the response to need. Which indicators stand under which heading, in which order.

Need is what children meet with, as far as services hear of it; the response is what services do about it. Where an
indicator could be counted as a number or for every 10,000 children, the profile has the second: places differ in size.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from goldenthread.catalogue.listing import indicators
from goldenthread.engine.definitions import Indicator


@dataclass(frozen=True)
class Heading:
    """A heading of the profile, and the codes of the indicators under it."""

    title: str
    about: str
    codes: tuple[str, ...]


PROFILE = (
    Heading(
        "Need",
        "How many children services hear of, and of what.",
        ("FD11", "FD8", "SW7", "CP20", "CP2", "CLA21", "CLA2", "MIS2", "CSE2"),
    ),
    Heading(
        "The response to need",
        "What is done for them, how well, and whether it lasts.",
        ("EH1", "EH2", "FD2", "FD9", "SW4", "CP6", "CP16", "CP5", "CP12", "SW10", "CLA13", "CLA15", "CLA3", "MIS7"),
    ),
)


def profile() -> Mapping[Heading, Sequence[Indicator]]:
    """Each heading with its indicators."""
    return {heading: [indicators()[code] for code in heading.codes] for heading in PROFILE}
