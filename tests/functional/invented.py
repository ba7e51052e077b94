"""A small invented SSDA903 return: ten children, one after another, so that every number can be checked by hand."""

from pathlib import Path

from tests.functional.running import Board

HEADER = "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB"
EPISODES = "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN"
REVIEWS = "CHILD,DOB,REVIEW,REVIEW_CODE"
CHILDREN = range(1001, 1011)


def write_return(folder: Path, *, year: int = 2018, children: range = CHILDREN) -> Path:
    """Write the three files. All children are looked after from 1 June of the year before; the first left in July."""
    folder.mkdir(parents=True, exist_ok=True)
    began, left = f"01/06/{year - 1}", f"15/07/{year - 1}"
    header = [f"{child},{child % 2 + 1},{child % 28 + 1:02d}/05/2007,WBRI,UN1,," for child in children]
    episodes = [
        f"{child},{began},S,C2,N1,U6,PR1,{left if child == children[0] else ''},"
        f"{'E4A' if child == children[0] else ''},,AF1 1AA,AF1 1AB,"
        for child in children
    ]
    reviews = [
        f"{child},{child % 28 + 1:02d}/05/2007,20/06/{year - 1},{'PN7' if child % 5 == 0 else 'PN1'}"
        for child in children
    ]
    for name, headers, rows in (
        ("header.csv", HEADER, header),
        ("episodes.csv", EPISODES, episodes),
        ("reviews.csv", REVIEWS, reviews),
    ):
        (folder / name).write_text("\n".join([headers, *rows, ""]))
    return folder


def built(folder: Path) -> Board:
    """A board with one agency, one accepted return of 2017/18 and one edition."""
    board = Board(folder / "home")
    started = [["init", "A board"], ["agency", "acc", "A council", "--sector", "local-authority"]]
    sent = str(write_return(folder / "return"))
    taken_in = [["receive", sent, "--agency", "acc", "--period", "FY2017-18", "--accept"], ["compute"]]
    for answer in board.each(*started, *taken_in):
        answer.well()
    return board
