"""The populations that rates are divided by."""

from goldenthread.engine.definitions import Population

CHILDREN_0_TO_17 = Population(
    dataset="population_estimates",
    edition="edition",
    mid_year="mid_year",
    ages="ages",
    aged="0-17",
    breakdown="breakdown",
    group="group",
    people="people",
)
"""Children and young people aged 0 to 17, as national rates for children's social care have it."""
