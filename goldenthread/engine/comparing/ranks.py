"""Ranks: which of the values that a median is the middle of are its confidence interval.

By order statistics, whatever the distribution. Without SciPy, for which every process that counts would wait.
"""

import numpy as np


def median_ranks(n: int, *, confidence: float = 0.95) -> tuple[int, int] | None:
    """Which of `n` ordered values are the limits of their median, counted from 1; none where there are too few.

    The tightest symmetrical pair whose coverage is at least `confidence`. That `k` of the values lie below the true
    median is as likely as `k` heads in `n` throws of a coin.
    """
    heads = np.arange(1, n // 2 + 1)
    likely = np.exp(np.append(0, np.cumsum(np.log((n - heads + 1) / heads))) - n * np.log(2))
    low = int(np.searchsorted(np.cumsum(likely), (1 - confidence) / 2, side="right"))
    return (low, n - low + 1) if low else None
