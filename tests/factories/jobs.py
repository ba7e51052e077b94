"""Jobs, done by hand: what a worker does between two looks for more."""

from goldenthread.config.working import one_step


def worked_off() -> int:
    """Let a worker do every job that waits; gives how many it did."""
    done = 0
    while one_step():
        done += 1
    return done
