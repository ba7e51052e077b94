"""Prove that history is unbroken and that the evidence is as it was received."""

from argparse import ArgumentParser, Namespace

from goldenthread.config.proof import told


def add_arguments(parser: ArgumentParser) -> None:
    """It takes nothing."""


def run(options: Namespace) -> int:
    """Carry it out: 0 if all holds, 1 if anything does not."""
    return told()
