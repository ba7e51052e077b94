"""Which measures an agency supplies by counting itself."""

from django.conf import settings

from goldenthread import catalogue
from goldenthread.engine.store.files import FileStore
from goldenthread.engine.store.parts import values_in
from goldenthread.workflow.agencies.models import Agency
from goldenthread.workflow.returns.models import Part


def measures_sent_by(agency: Agency) -> list[str]:
    """The codes of the indicators of which an agency's evidence holds a figure of the area's own."""
    where = catalogue.SUPPLIED_FIGURES
    parts = Part.objects.in_force().filter(dataset=where.dataset, of__agency=agency)
    store = FileStore(settings.GOLDENTHREAD_HOME, "parts")
    found = {
        str(code)
        for part in parts
        for code, whose in values_in(store.read(part.digest), where.indicator, where.about)
        if whose == where.ours
    }
    return sorted(found & catalogue.indicators().keys())
