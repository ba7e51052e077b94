"""All that a sentence about an indicator may draw on, as somebody may see it."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from goldenthread import catalogue
from goldenthread.catalogue.families import FAMILIES
from goldenthread.engine.comparing.series import Known
from goldenthread.engine.definitions.kept import COMPARATOR
from goldenthread.engine.protecting.figures import Figure
from goldenthread.workflow.breaks.reading import partings
from goldenthread.workflow.results.beside_targets import TARGET
from goldenthread.workflow.results.models import Edition
from goldenthread.workflow.results.reading import Query, Viewer, figures


def known(codes: Iterable[str], *, viewer: Viewer, edition: Edition | None = None) -> Known:
    """The figures of some indicators and of the flows that they name, those of others beside them, and the breaks."""
    asked = with_flows(codes)
    found = list(figures(Query(asked), viewer=viewer, edition=edition))
    told_already = replace(viewer, recorded=True)
    found += figures(Query(asked, breakdown=COMPARATOR), viewer=told_already, edition=edition)
    return known_from(found)


def known_from(found: Iterable[Figure]) -> Known:
    """All that can be told from some figures."""
    by_code = defaultdict(list)
    for figure in found:
        by_code[figure.indicator].append(figure)
    return Known(catalogue.indicators(), lambda code: by_code[code], partings(), FAMILIES, TARGET)


def with_flows(codes: Iterable[str]) -> tuple[str, ...]:
    """The codes of some indicators, and after them those of the flows that they are the balance of."""
    asked = list(codes)
    flows = [flow for code in asked for flow in catalogue.indicators()[code].flows or ()]
    return tuple(dict.fromkeys([*asked, *flows]))
