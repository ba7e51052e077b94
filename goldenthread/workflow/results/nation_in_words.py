"""What was published of an area as a series of its own: compared with the year before, and worded, as ours is."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from typing import Any

from goldenthread import catalogue
from goldenthread.catalogue.families import FAMILIES
from goldenthread.engine.comparing.sentences import Told, tell
from goldenthread.engine.comparing.series import Known
from goldenthread.engine.counting.nationwide import Area, Stated
from goldenthread.engine.definitions import Proportion
from goldenthread.engine.definitions.kept import SUPPLIED
from goldenthread.engine.protecting.faces import Face
from goldenthread.engine.protecting.figures import Figure, figures_from
from goldenthread.workflow.breaks.reading import partings
from goldenthread.workflow.results.nation import areas_published, own_area, period_of, published_beside
from goldenthread.workflow.results.reading import ALL


def published_series(area: Area) -> Known:
    """Every figure that was published of an area. Breaks in our recording part its series only where the area is ours.

    What is published has been through the gate of whoever published it, so it is exact on every face of ours.
    """
    told = [each for each in published_beside(area) if each.area == area]
    found = figures_from(
        map(_cell, told), indicators=catalogue.indicators(), face=Face.BOARD, edition=0, families=FAMILIES
    )
    by_code = defaultdict[str, list[Figure]](list)
    for figure in found:
        by_code[figure.indicator].append(figure)
    breaks = partings() if own_area(areas_published()) == area else {}
    return Known(catalogue.indicators(), lambda code: by_code[code], breaks, FAMILIES)


def published_in_words(area: Area, until: date) -> Mapping[str, Told]:
    """What is said of the last figure of each indicator that was published of an area and a time up to a day.

    Of a share without the numbers that it was made of nothing is said: its sentence names them.
    """
    found = published_series(area)
    of_each = ([each for each in found.figures(code) if each.period.last <= until] for code in catalogue.indicators())
    latest = (max(those, key=lambda each: each.period.last) for those in of_each if those)
    return {figure.indicator: tell(found.series(figure)) for figure in latest if _has_its_numbers(figure)}


def _has_its_numbers(figure: Figure) -> bool:
    is_share = isinstance(catalogue.indicators()[figure.indicator].measure, Proportion)
    return not is_share or figure.numerator is not None


def _cell(each: Stated) -> Mapping[str, Any]:
    """The cell of what was published, as that of a supplied figure: nobody counted it here."""
    period = period_of(each)
    return {
        "indicator": each.indicator,
        "period": period.code,
        "breakdown": ALL,
        "group": ALL,
        "status": SUPPLIED,
        "numerator": each.number,
        "denominator": each.out_of,
        "unknown": 0,
        "population": None,
        "value": each.published_as if each.number is None else None,
        "lower": None,
        "upper": None,
        "extremes": False,
        "said_by": each.edition.name.replace("_", " "),
        "sent_by": "",
    }
