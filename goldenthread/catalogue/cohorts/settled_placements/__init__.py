"""Placements as `placements_held` has them, for what needs to see thirty months of care."""

from dataclasses import replace

from goldenthread.catalogue.cohorts.placements_held import COHORT as PLACEMENTS

COHORT = replace(PLACEMENTS, dataset=replace(PLACEMENTS.dataset, name="settled_placements"), looks_back=30)
