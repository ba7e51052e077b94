"""What we hold true: datasets, formats, indicators, reports. Declarations only, found by listing the folders.

`datasets()`, `cohorts()`, `formats()` and `indicators()` list them by name or code.
"""

# The folders are imported first: importing one later would put the folder in the place of the function of its name.
import goldenthread.catalogue.cohorts
import goldenthread.catalogue.datasets
import goldenthread.catalogue.formats
import goldenthread.catalogue.indicators  # noqa: F401
from goldenthread.catalogue.listing import cohorts, datasets, formats, indicators
from goldenthread.catalogue.supplied import SUPPLIED_FIGURES
from goldenthread.engine.definitions import Format

__all__ = ["SUPPLIED_FIGURES", "Format", "cohorts", "datasets", "formats", "indicators"]
