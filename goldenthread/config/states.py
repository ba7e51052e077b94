"""Every table of states that the workflow has, found by its type and drawn: what leads where, and who may lead it."""

import ast
import inspect
import pkgutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib import import_module
from types import ModuleType

from goldenthread import workflow
from goldenthread.engine.english import one_after_another
from goldenthread.workflow.history.transitions import Transition, Transitions
from goldenthread.workflow.people.rules import CAPABILITIES

NOBODY = "nobody: the program itself does"


@dataclass(frozen=True)
class Drawn:
    """A table of states as a page shows it: its title, what its module says of it, and the table."""

    title: str
    about: str
    table: Transitions


def drawn() -> list[Drawn]:
    """Every table of every subject, in the order of their titles. Of two about one thing, each says which it is."""
    found = [(name, table, about) for module in _rules() for name, table, about in _tables(module)]
    subjects = [table.subject for _, table, _ in found]
    titled = [
        (_title(name, table, shared=subjects.count(table.subject) > 1), about, table) for name, table, about in found
    ]
    return sorted((Drawn(*each) for each in titled), key=lambda each: each.title)


def diagram(table: Transitions) -> str:
    """A table as a Mermaid state diagram. Ways from one state to another that start and end alike share a line."""
    number = {state: f"s{at}" for at, state in enumerate(table.states())}
    verbs: dict[tuple[str, str], list[str]] = {}
    for way in table.ways:
        for source in way.sources:
            verbs.setdefault((source, way.target), []).append(way.verb)
    lines = [f'state "{state}" as {name}' for state, name in number.items()]
    lines += [f"[*] --> {number[table.initial]}"]
    lines += [f"{number[one]} --> {number[other]}: {', '.join(those)}" for (one, other), those in verbs.items()]
    lines += [f"{number[state]} --> [*]" for state in table.states() if state not in {one for one, _ in verbs}]
    return "\n".join(["stateDiagram-v2", *(f"    {line}" for line in lines)])


def who_may(way: Transition) -> str:
    """Who may take a way: the capability, and the roles that have it."""
    if not way.capability:
        return NOBODY
    roles = [role.value for role, has in CAPABILITIES.items() if way.capability in has]
    return f"{way.capability}: {one_after_another(roles) or 'no role yet'}"


def _rules() -> Iterator[ModuleType]:
    for subject in pkgutil.iter_modules(workflow.__path__):
        if any(each.name == "rules" for each in pkgutil.iter_modules([f"{workflow.__path__[0]}/{subject.name}"])):
            yield import_module(f"{workflow.__name__}.{subject.name}.rules")


def _tables(module: ModuleType) -> Iterator[tuple[str, Transitions, str]]:
    """The tables that a module states, by the name it gives them, with what it says beneath."""
    said = _said_beneath(module)
    for name, value in vars(module).items():
        if isinstance(value, Transitions) and name in said:
            yield name, value, said[name]


def _said_beneath(module: ModuleType) -> Mapping[str, str]:
    """The names that a module binds, each with the string that stands beneath it, or beneath the last of several."""
    said: dict[str, str] = {}
    waiting: list[str] = []
    for node in ast.parse(inspect.getsource(module)).body:
        if isinstance(node, ast.Assign):
            waiting += [each.id for target in node.targets for each in ast.walk(target) if isinstance(each, ast.Name)]
        elif isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str):
            said |= dict.fromkeys(waiting, " ".join(node.value.value.split()))
            waiting = []
        else:
            said |= dict.fromkeys(waiting, "")
            waiting = []
    return said | dict.fromkeys(waiting, "")


def _title(name: str, table: Transitions, *, shared: bool) -> str:
    subject, called = table.subject, name.replace("_", " ").lower()
    return f"{subject}: {called}".capitalize() if shared and called != subject else subject.capitalize()
