"""Contacts: somebody tells children's services of a worry about a child."""

from goldenthread.catalogue.codes.journey import OWN, REFERRAL_SOURCE
from goldenthread.catalogue.codes.person import YES_NO
from goldenthread.catalogue.datasets.people import CHILD, LOCAL_ID
from goldenthread.engine.definitions import WARNING, Code, Column, Dataset, Date, Repeated, Unmatched

DATASET = Dataset(
    name="contacts",
    title="Contacts",
    about=(
        "One row for each child in each contact: somebody tells children's services of a worry. Professionals may have"
        " talked it over first, which the source calls a conversation. A contact need not ask for anything."
    ),
    child=CHILD,
    dated_by="contact_date",
    columns=(
        LOCAL_ID,
        Column("contact_date", Date(), "the day on which it was made", required=True),
        Column("source", Code(REFERRAL_SOURCE), "who it came from"),
        Column("conversation", Code(YES_NO), "whether professionals talked it over before"),
        Column("led_to_request", Code(YES_NO), "whether it became a request for service"),
    ),
    checks=(
        Repeated("contact-twice", "This line says the same as line {other_row} and was counted once. Take it out."),
        Unmatched(
            "contact-child-not-listed",
            "This child is not in the list of children of the same return, so age, sex and ethnicity are not known.",
            to="people",
            severity=WARNING,
        ),
    ),
    source=OWN,
)
