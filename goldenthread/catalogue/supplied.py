"""Where supplied figures stand: what partners counted themselves, earlier years, targets and the figures of others."""

from goldenthread.catalogue.codes.supplied import WHOSE
from goldenthread.engine.definitions import SuppliedFigures

SUPPLIED_FIGURES = SuppliedFigures(
    dataset="supplied_figures",
    indicator="indicator",
    about="whose",
    ours="own",
    comparators={code: meaning for code, meaning in WHOSE.codes.items() if code != "own"},
    first="first_day",
    last="last_day",
    breakdown="group_of",
    group="group",
    number="number",
    out_of="out_of",
    value="value",
    said_by="said_by",
)
