"""Contacts: somebody tells children's services of a worry about a child."""

from goldenthread.catalogue.checks import child_listed, said_once
from goldenthread.catalogue.codes.journey import OWN, REFERRAL_SOURCE
from goldenthread.catalogue.codes.person import YES_NO
from goldenthread.catalogue.datasets.people import CHILD, LOCAL_ID
from goldenthread.engine.definitions import Code, Column, Dataset, Date

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
        said_once("contact-twice"),
        child_listed("contact-child-not-listed"),
    ),
    source=OWN,
)
