"""The small file a demonstration is made from: whose board, what its places are, what its figures come to."""

from dataclasses import dataclass
from pathlib import Path
from random import Random

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from goldenthread.demo.calibration import Calibration
from goldenthread.workflow.history.refusals import Refused

AMBLEFORD = Path(__file__).parent / "boards" / "ambleford.yaml"


class BoardFile(BaseModel):
    """A board that does not exist. `localities` are named with their clusters."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str = Field(min_length=1, max_length=200)
    place: str = Field(min_length=1, max_length=60)
    domain: str = Field(pattern=r"^[a-z0-9.-]+\.(example|invalid|test)$")
    postcode_area: str = Field(pattern=r"^[A-Z]{1,2}$")
    authority_number: str = Field(pattern=r"^\d{3}$")
    seed: int
    localities: dict[str, list[str]] = Field(min_length=1)
    secure_establishments: list[str] = []
    calibration: Calibration = Calibration()

    def clusters(self) -> list[str]:
        """Every cluster, by name."""
        return sorted(cluster for clusters in self.localities.values() for cluster in clusters)

    def locality_of(self, cluster: str) -> str:
        """The locality that a cluster is part of."""
        return next(name for name, clusters in self.localities.items() if cluster in clusters)

    def chance_of(self, what: str) -> Random:
        """Chance of its own for one register, so that one more changes nothing of the others."""
        return Random(f"{self.seed} {what}")  # noqa: S311 - invented registers, not secrets


@dataclass(frozen=True)
class Agency:
    """A partner that sends returns."""

    code: str
    name: str
    sector: str


@dataclass(frozen=True)
class Agencies:
    """The partners of a board."""

    childrens_services: Agency
    police: Agency
    designated_officer: Agency
    child_death_panel: Agency
    public_health: Agency
    hospital: Agency
    schools: Agency
    youth_justice: Agency
    training: Agency
    board_office: Agency
    housing: Agency

    def all(self) -> list[Agency]:
        """Every one of them."""
        return list(vars(self).values())


def read_board(path: Path = AMBLEFORD) -> BoardFile:
    """The board that a file describes; Refused where it is not there or does not describe one."""
    try:
        return BoardFile(**yaml.safe_load(path.read_text(encoding="utf-8")))
    except OSError as error:
        raise Refused(f"The board file {path} cannot be read: {error.strerror}.") from error
    except (ValidationError, yaml.YAMLError, TypeError, UnicodeDecodeError) as error:
        raise Refused(f"{path} does not describe a board: {_first_fault(error)}") from error


def agencies_of(board: BoardFile) -> Agencies:
    """The partners, under the names that they have in the board's place."""
    return Agencies(
        Agency("childrens-services", f"{board.place} City Council, children's services", "local-authority"),
        Agency("police", f"{board.place} Police", "police"),
        Agency("designated-officer", f"{board.place} designated officer for allegations", "local-authority"),
        Agency("child-death-panel", f"{board.place} child death overview panel", "health"),
        Agency("public-health", f"{board.place} Public Health", "public-health"),
        Agency("hospital", f"{board.place} Teaching Hospitals", "health"),
        Agency("schools", f"{board.place} schools and learning", "education"),
        Agency("youth-justice", f"{board.place} Youth Offending Service", "youth-justice"),
        Agency("training", f"{board.place} safeguarding training team", "other"),
        Agency("board-office", f"Business unit of {board.name}", "other"),
        Agency("housing", f"{board.place} City Council, housing options", "housing"),
    )


def _first_fault(error: Exception) -> str:
    if isinstance(error, ValidationError):
        first = error.errors()[0]
        return f"{'.'.join(map(str, first['loc']))}: {first['msg']}."
    return f"{str(error).splitlines()[0]}."
