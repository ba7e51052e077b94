"""Breaks in series: days on which the way of recording changed, so that numbers on both sides are not alike."""
