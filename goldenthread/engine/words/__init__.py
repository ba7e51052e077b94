"""The words in which the catalogue states what is counted, and the fence around them."""

from goldenthread.engine.words.cohorts import cohort_sql
from goldenthread.engine.words.fence import Refused, columns_read, expand, spelt

__all__ = ["Refused", "cohort_sql", "columns_read", "expand", "spelt"]
