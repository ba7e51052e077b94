"""Investigations by the police of offences against children."""

from goldenthread.catalogue.checks import ends_after_it_began, said_once
from goldenthread.catalogue.codes.partners import INVESTIGATED, OFFENCE, OWN
from goldenthread.engine.definitions import QUERY, Check, Code, Column, Dataset, Date, Text, WholeNumber

DATASET = Dataset(
    name="police_investigations",
    title="Police investigations",
    about=("One row for each investigation of offences against children. It is about an offence, not about one child."),
    dated_by="opened_on",
    lasts_until="closed_on",
    columns=(
        Column("investigation_number", Text(), "the force's own number", required=True, identity=True),
        Column("opened_on", Date(), "the day on which it was opened", required=True),
        Column("offence", Code(OFFENCE), "what is investigated"),
        Column("closed_on", Date(), "the day on which it was closed; blank while it lasts"),
        Column("investigated", Code(INVESTIGATED), "what came of it"),
        Column("children_affected", WholeNumber(0), "how many children are thought to be affected"),
    ),
    checks=(
        said_once("investigation-twice"),
        ends_after_it_began("investigation-ends-before", "investigation", "opened_on", "closed_on"),
        Check(
            "investigation-open-yet-ended",
            "Something came of the investigation ({investigated}), but it has no end. When was it closed?",
            where="investigated is not null and closed_on is null",
            column="closed_on",
            severity=QUERY,
        ),
    ),
    source=OWN,
)
