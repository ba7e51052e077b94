"""Finding what the catalogue holds by listing its folders. There is no register to edit."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from types import MappingProxyType, ModuleType
from typing import TypeVar

from goldenthread.engine.definitions import Cohort, Dataset, Format, Indicator

Definition = TypeVar("Definition")


class Twice(Exception):
    """Two definitions of one name or code."""


@cache
def datasets() -> Mapping[str, Dataset]:
    """Every dataset by name."""
    found = (module.DATASET for module in _modules("datasets"))
    return _by_name((dataset.name, dataset) for dataset in found)


@cache
def cohorts() -> Mapping[str, Cohort]:
    """Every cohort by name."""
    found = (module.COHORT for module in _modules("cohorts"))
    return _by_name((cohort.name, cohort) for cohort in found)


@cache
def formats() -> Mapping[str, Format]:
    """Every format by name."""
    found = (module.FORMAT for module in _modules("formats"))
    return _by_name((format_.name, format_) for format_ in found)


@cache
def indicators() -> Mapping[str, Indicator]:
    """Every indicator by code."""
    return _by_name((each.code, each) for stated in stated_together().values() for each in stated)


@cache
def stated_together() -> Mapping[str, Sequence[Indicator]]:
    """The indicators of each module, by its name, in the order in which they are stated."""
    found = {module.__name__.rpartition(".")[2]: vars(module).values() for module in _modules("indicators")}
    return {name: [each for each in values if isinstance(each, Indicator)] for name, values in found.items()}


def _by_name(pairs: Iterable[tuple[str, Definition]]) -> Mapping[str, Definition]:
    found: dict[str, Definition] = {}
    for name, definition in pairs:
        if name in found:
            raise Twice(f"Two definitions in the catalogue are called {name}.")
        found[name] = definition
    return MappingProxyType(dict(sorted(found.items())))


def _modules(folder: str) -> Iterator[ModuleType]:
    package = import_module(f"goldenthread.catalogue.{folder}")
    for module in iter_modules(package.__path__):
        yield import_module(f"{package.__name__}.{module.name}")
