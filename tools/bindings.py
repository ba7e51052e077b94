"""Says whether every indicator can be worked out: its words are ours, its columns declared and of the right kind."""

import sys

from goldenthread import catalogue
from goldenthread.engine.counting import bind


def main() -> int:
    """Name every problem, one to a line; 0 when there is none."""
    problems = bind(list(catalogue.indicators().values()), catalogue.datasets(), catalogue.cohorts())
    for problem in problems:
        print(problem, file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
