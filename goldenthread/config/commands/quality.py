"""Say how good the data of a return are: how complete, what each check found and where first, what was not checked."""

from argparse import ArgumentParser, Namespace

from goldenthread.config import arguments, quality_list
from goldenthread.workflow.returns.models import Return
from goldenthread.workflow.returns.quality import quality_of
from goldenthread.workflow.returns.reading import issues


def add_arguments(parser: ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("number", metavar="RETURN", type=arguments.number, help="the number that `receive` gave it")
    parser.add_argument("--json", action="store_true", help="answer in JSON")


def run(options: Namespace) -> int:
    """Carry it out."""
    return_ = Return.objects.sent().numbered(options.number)
    first = quality_list.first_of_each(issues(return_, by="command line", why="summarised on the command line"))
    say = quality_list.in_json if options.json else quality_list.in_words
    print(say(quality_of(return_), first))
    return 0
