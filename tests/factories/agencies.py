"""Invented agencies."""

from goldenthread.workflow.agencies import operations
from goldenthread.workflow.agencies.models import Agency


def an_agency(code: str = "acc", name: str = "", sector: str = "local-authority") -> Agency:
    """An agency of a city that does not exist."""
    return operations.add(code, name or f"Ambleford {code}", sector, by="command line")
