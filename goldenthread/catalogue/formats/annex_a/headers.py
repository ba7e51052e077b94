"""Headers that many lists of Annex A share, and the particulars of children that each of them repeats."""

from collections.abc import Mapping

from goldenthread.engine.definitions import Feed

CHILD, BORN, AGE = "Child Unique ID", "Date of Birth", "Age of Child (Years)"
DISABLED = "Does the Child have a Disability"
TEAM, WORKER = "Allocated Team", "Allocated Worker"

ALIASES: Mapping[str, tuple[str, ...]] = {
    CHILD: ("Child ID", "Child Unique Identifier", "Unique Child ID", "Person ID"),
    BORN: ("DOB", "Child Date of Birth"),
    AGE: ("Age", "Age of Child", "Child Age"),
    "Gender": ("Sex", "Gender of Child"),
    DISABLED: ("Does the Child have a Disability?", "Disability", "Child Disabled"),
    TEAM: ("Team",),
    WORKER: ("Social Worker", "Worker"),
}

_PERSON = {CHILD: "local_id", "Gender": "sex", "Ethnicity": "ethnicity", BORN: "date_of_birth"}


def person(*, disabled: bool = False, asylum: str = "", family: str = "") -> Feed:
    """The child's own particulars, put together over all lists."""
    headers = dict(_PERSON)
    if disabled:
        headers[DISABLED] = "disabled"
    if asylum:
        headers[asylum] = "unaccompanied"
    if family:
        headers[family] = "family_number"
    return Feed("people", headers, merges=True)


def headers(of_list: Mapping[str, str | None], *, disabled: bool = False, born: bool = False) -> dict[str, str | None]:
    """The headers of a list: the child's particulars first, which go to the list of children, then its own."""
    shared: dict[str, str | None] = {CHILD: "local_id", "Gender": None, "Ethnicity": None}
    shared |= {BORN: "date_of_birth" if born else None, AGE: None}
    if disabled:
        shared[DISABLED] = None
    return shared | dict(of_list)


def aliases(own: Mapping[str, tuple[str, ...]] | None = None) -> dict[str, tuple[str, ...]]:
    """Other ways of writing the shared headers and a list's own."""
    return {**ALIASES, **(own or {})}
