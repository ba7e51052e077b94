"""The words under which figures are kept: how one came about, and where those of others stand."""

COUNTED, SUPPLIED = "counted", "supplied"
NO_POPULATION, NOTHING_TO_COUNT = "no population", "nothing to count"
COMPARATOR = "comparator"
"""The breakdown under which the figures of others stand: targets, other areas."""
