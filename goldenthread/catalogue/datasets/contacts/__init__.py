"""Contacts: somebody tells children's services of a worry about a child."""

from goldenthread.catalogue.checks import child_listed, said_once
from goldenthread.catalogue.codes.journey import CONTACT_OUTCOME, OWN, REFERRAL_SOURCE, RESPONSE
from goldenthread.catalogue.codes.person import YES_NO
from goldenthread.catalogue.datasets.people import CHILD, LOCAL_ID
from goldenthread.engine.definitions import QUERY, Check, Code, Column, Dataset, Date, Text

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
        Column("outcome", Code(CONTACT_OUTCOME), "what came of it"),
        Column("response", Code(RESPONSE), "the response that was given"),
        Column("team", Text(), "the team that took it"),
    ),
    checks=(
        said_once("contact-twice"),
        Check(
            "contact-request-without-referral",
            "The contact became a request for service, and yet nothing is said to have come of it. Which is right?",
            where="led_to_request = '1' and outcome = 'none'",
            column="outcome",
            severity=QUERY,
        ),
        child_listed("contact-child-not-listed"),
    ),
    source=OWN,
)
