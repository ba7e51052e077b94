"""Requests for service: contacts that ask children's services to do something."""

from goldenthread.catalogue.checks import child_listed, said_once
from goldenthread.catalogue.codes.journey import OWN, REFERRAL_SOURCE, RESPONSE
from goldenthread.catalogue.codes.person import YES_NO
from goldenthread.catalogue.datasets.people import CHILD, LOCAL_ID
from goldenthread.engine.definitions import QUERY, Check, Code, Column, Dataset, Date

DATASET = Dataset(
    name="requests_for_service",
    title="Requests for service",
    about=(
        "One row for each child in each request for service, with the response that was given. One that is accepted for"
        " statutory intervention becomes a referral."
    ),
    child=CHILD,
    dated_by="request_date",
    columns=(
        LOCAL_ID,
        Column("request_date", Date(), "the day on which it was made", required=True),
        Column("source", Code(REFERRAL_SOURCE), "who it came from"),
        Column("domestic_abuse", Code(YES_NO), "whether it is about domestic abuse in the family"),
        Column("response", Code(RESPONSE), "what was done about it"),
    ),
    checks=(
        said_once("request-twice"),
        Check(
            "request-without-response",
            "No response is given, so this request is in no share of the responses. What was done?",
            where="response is null",
            column="response",
            severity=QUERY,
        ),
        child_listed("request-child-not-listed"),
    ),
    source=OWN,
)
