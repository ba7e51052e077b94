"""Disabilities of children, one row for each."""

from goldenthread.catalogue.checks import child_listed, said_once
from goldenthread.catalogue.codes.journey import CENSUS
from goldenthread.catalogue.codes.person import DISABILITY
from goldenthread.catalogue.datasets.people import CHILD, LOCAL_ID
from goldenthread.engine.definitions import Code, Column, Dataset

DATASET = Dataset(
    name="disabilities",
    title="Disabilities",
    about="One row for each disability of each child. A child without any may have one row that says so.",
    child=CHILD,
    dated_by="",
    columns=(
        LOCAL_ID,
        Column("disability", Code(DISABILITY), "which it is", required=True),
    ),
    checks=(
        said_once("disability-twice"),
        child_listed("disability-child-not-listed"),
    ),
    source=CENSUS,
)
