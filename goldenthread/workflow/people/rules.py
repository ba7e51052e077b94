"""Who may do what. A role is a list of capabilities; code asks for a capability, never for a role."""

from collections.abc import Mapping
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the roles are read where no database is set up, too
    from django.contrib.auth.base_user import AbstractBaseUser
    from django.contrib.auth.models import AnonymousUser

# Long enough for somebody who works part of the week, short enough that a link found in an old mailbox opens nothing:
# until it is used it is as good as a password.
LINK_LASTS = timedelta(days=7)


class Role(StrEnum):
    """What somebody is to the board."""

    BOARD_MEMBER = "board member"
    """Sits on the board. Reads the scorecard, the reports and the confidential board paper; changes nothing."""

    CHAIR = "chair"
    """Chairs the board. May what its members may, reads indicators with nothing hidden, keeps owners and targets,
    signs off the stories behind numbers."""

    YOUNG_ADVISER = "young adviser"
    """Advises the board as a young person. Reads the scorecard and the reports, and nothing about single returns."""

    ANALYST = "analyst"
    """Works for the board. Sees every return and what is wrong with it, accepts it, publishes the figures."""

    DATA_LEAD = "agency data lead"
    """Answers for one agency's data. Sends its returns and sees what is wrong with them, and no other agency's."""


MEANING: Mapping[str, str] = {
    "see the scorecard": "read every indicator as the partnership may see it, with small numbers hidden",
    "see figures exactly": "read indicators with nothing hidden; each reading is recorded",
    "read records": "read the records beneath a figure, under keys and without names, giving the reason; each"
    " reading is recorded",
    "read own records": "read those of them that one's own agency sent, giving the reason; each reading is recorded",
    "take figures away": "take the figures one may see away as files; each time is recorded",
    "show small numbers": "ask that a small number be shown to everybody, and agree to what somebody else asked for",
    "see returns": "see what every agency has sent, when, and how much of it was taken",
    "see own returns": "see the same of one's own agency only",
    "see issues": "read what is wrong with the returns one may see, row by row; each reading is recorded",
    "see reports": "read the reports that have been made",
    "see the board paper": "read the confidential board paper, exact and numbered; each reading is recorded",
    "send returns": "upload one's own agency's files, see what is wrong with them, and send them to the board",
    "accept returns": "decide that a return becomes evidence",
    "validate returns": "say that the numbers of the returns one may see have been checked and will stand",
    "keep the calendar": "say which returns are expected of agencies, and mark reminders as sent, and make"
    " links by which a return is sent without an account",
    "declare breaks": "say that recording or practice changed on a day, so that numbers after it are read otherwise",
    "keep the framework": "say who owns an indicator, what its target is and what it is set beside",
    "write stories": "write the story behind a number: with an agency of one's own, of what that agency owns",
    "sign off stories": "sign off a story that somebody else wrote, or send it back",
    "publish stories": "publish a story that is signed off, or take it down",
    "see actions": "read every recommendation and action, how it stands, and what it has changed",
    "keep actions": "keep recommendations, decide them, plan actions, reassign, escalate and drop them",
    "report on actions": "report how the actions of one's own agency stand, and that they are done; without an agency,"
    " of all",
    "judge impact": "judge what an action has changed that somebody else owns and reported done",
    "see threads": "read the threads: each from what was found to what has changed",
    "keep threads": "begin threads, gather into them, and close them",
    "see challenges": "read the challenges that the board has put, and how each was answered",
    "put challenges": "write and issue challenges, keep what was answered elsewhere, and write to who does not answer",
    "answer challenges": "answer, for one's own agency, the challenges that were put to it",
    "judge challenges": "say whether an answer answers, open it again, and say whether it has had an effect",
    "see audits and findings": "read the register of practice audits and that of findings: with an agency of one's own,"
    " what is about that agency or about no single one",
    "keep audits": "put practice audits on the register, say that the board considered them, and withdraw them",
    "see what is waiting": "read what waits for whom and what is amiss, of what one may see",
    "keep findings": "put findings on the register, write them anew, say what evidence there is, close and withdraw"
    " them",
    "moderate findings": "say that a finding stands the test, or that other sources say the same, where somebody else"
    " wrote it",
    "see the plan": "read the board's business plan, drafts too, and how each of its tasks stands",
    "keep the plan": "draw up the business plan, have it agreed, move dates, reassign, drop and carry tasks forward",
    "report on tasks": "report what was done on the tasks of one's own agency; without an agency, on all",
    "keep tokens": "make and revoke tokens, by which other programs read figures",
    "compute": "work out the figures and publish an edition",
}
"""Every capability there is, and what it lets somebody do."""

_OF_A_MEMBER = frozenset(
    {
        "see the scorecard",
        "take figures away",
        "see returns",
        "see reports",
        "see the board paper",
        "see challenges",
        "see threads",
        "see actions",
        "see audits and findings",
        "see what is waiting",
        "see the plan",
    }
)

CAPABILITIES: Mapping[Role, frozenset[str]] = {
    Role.BOARD_MEMBER: _OF_A_MEMBER,
    Role.CHAIR: _OF_A_MEMBER
    | {
        "see figures exactly",
        "show small numbers",
        "keep the framework",
        "sign off stories",
        "publish stories",
        "put challenges",
        "keep threads",
        "judge challenges",
        "keep actions",
        "judge impact",
        "keep audits",
        "keep findings",
        "moderate findings",
        "keep the plan",
    },
    Role.YOUNG_ADVISER: frozenset({"see the scorecard", "take figures away", "see reports"}),
    Role.ANALYST: frozenset(
        {
            "see the scorecard",
            "take figures away",
            "see figures exactly",
            "show small numbers",
            "read records",
            "see returns",
            "see issues",
            "see reports",
            "see the board paper",
            "accept returns",
            "validate returns",
            "keep the calendar",
            "declare breaks",
            "keep the framework",
            "write stories",
            "publish stories",
            "see threads",
            "keep threads",
            "see challenges",
            "put challenges",
            "see actions",
            "keep actions",
            "report on actions",
            "judge impact",
            "see audits and findings",
            "keep audits",
            "see what is waiting",
            "keep findings",
            "moderate findings",
            "see the plan",
            "keep the plan",
            "report on tasks",
            "keep tokens",
            "compute",
        }
    ),
    Role.DATA_LEAD: frozenset(
        {
            "see the scorecard",
            "take figures away",
            "see own returns",
            "read own records",
            "see issues",
            "see reports",
            "send returns",
            "validate returns",
            "write stories",
            "answer challenges",
            "report on actions",
            "report on tasks",
            "see audits and findings",
            "see what is waiting",
        }
    ),
}
"""What each role may do. What is not listed, it may not."""

NEEDS_AN_AGENCY = frozenset({Role.DATA_LEAD})
"""Roles that somebody has for one agency; every other role is for the whole board."""


def may(person: "AbstractBaseUser | AnonymousUser | None", capability: str) -> bool:
    """Whether somebody may. Nobody, or somebody whose account is closed, may nothing. KeyError: no such capability."""
    if capability not in MEANING:
        raise KeyError(capability)
    if person is None or not person.is_active:
        return False
    return capability in CAPABILITIES[Role(getattr(person, "role", ""))]
