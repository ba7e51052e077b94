"""Admissions to hospital for self-harm."""

from goldenthread.catalogue.checks import ends_after_it_began, said_once
from goldenthread.catalogue.codes.partners import AGE_GROUP, BASIS, OWN
from goldenthread.engine.definitions import Code, Column, Dataset, Date, Text

DATASET = Dataset(
    name="self_harm_admissions",
    title="Admissions for self-harm",
    about=(
        "One row for each admission of a child or young person to hospital for self-harm. Attendances at emergency"
        " departments are another thing, and another dataset."
    ),
    dated_by="admitted_on",
    columns=(
        Column("admission_number", Text(), "the hospital's own number", required=True, identity=True),
        Column("admitted_on", Date(), "the day of the admission", required=True),
        Column("discharged_on", Date(), "the day of the discharge"),
        Column(
            "diagnosis",
            Text(
                shape="[A-Z][0-9]{2}(\\.?[0-9A-Z]{1,2})?",
                like="X61, a code of the International Classification of Diseases",
            ),
            "the coded cause",
        ),
        Column("age_group", Code(AGE_GROUP), "how old the young person was"),
        Column("basis", Code(BASIS), "whom the numbers are about", required=True),
    ),
    checks=(
        said_once("admission-twice"),
        ends_after_it_began("discharged-before", "stay", "admitted_on", "discharged_on"),
    ),
    source=OWN,
)
