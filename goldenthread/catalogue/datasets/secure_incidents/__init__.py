"""Incidents in secure settings, restraints among them."""

from goldenthread.catalogue.codes.partners import INCIDENT, OWN
from goldenthread.catalogue.codes.person import YES_NO
from goldenthread.engine.definitions import (
    QUERY,
    Check,
    Code,
    Column,
    Dataset,
    Date,
    Repeated,
    Text,
    WholeNumber,
)

DATASET = Dataset(
    name="secure_incidents",
    title="Incidents in secure settings",
    about=(
        "One row for each incident in a secure setting. Restraints are incidents: how often, why and with what"
        " injury is asked of each."
    ),
    dated_by="happened_on",
    columns=(
        Column("secure_setting", Text(), "the name of the setting", required=True),
        Column("incident_number", Text(), "the setting's own number of it", required=True, identity=True),
        Column("happened_on", Date(), "the day of it", required=True),
        Column("incident", Code(INCIDENT), "what happened", required=True),
        Column("child_injured", Code(YES_NO), "whether a child was hurt"),
        Column("restrained_minutes", WholeNumber(0), "how long a restraint lasted"),
    ),
    checks=(
        Repeated(
            "incident-twice",
            "Line {other_row} has the same number of the same setting. The first was taken; take one of them out.",
            on=("secure_setting", "incident_number"),
        ),
        Check(
            "minutes-without-restraint",
            "A length is given ({restrained_minutes} minutes), but this was no restraint. Which is right?",
            where="restrained_minutes is not null and incident <> 'restraint'",
            column="restrained_minutes",
            severity=QUERY,
        ),
    ),
    source=OWN,
)
