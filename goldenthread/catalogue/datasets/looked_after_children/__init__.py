"""Children looked after as things stood on one day, as a list for inspectors tells it."""

from goldenthread.catalogue.checks import (
    birth_dates_agree,
    child_listed,
    ends_after_it_began,
    not_before_birth,
    said_once,
)
from goldenthread.catalogue.codes import annex_a
from goldenthread.catalogue.codes.health import RETURN_INTERVIEW
from goldenthread.catalogue.codes.looked_after import CATEGORY_OF_NEED
from goldenthread.catalogue.codes.person import YES_NO
from goldenthread.catalogue.codes.sources import ANNEX_A
from goldenthread.catalogue.datasets.people import BORN, CHILD, LOCAL_ID
from goldenthread.engine.definitions import QUERY, WARNING, Check, Code, Column, Dataset, Date, Text, WholeNumber

DATASET = Dataset(
    name="looked_after_children",
    title="Looked-after children on a day",
    about=(
        "One row for each child who was looked after on the day of the list, or had ceased to be in the six months"
        " before: the latest of everything, and counts over the last twelve months. What came before the latest is not"
        " in it, so histories are worked out from episodes, placements and reviews instead."
    ),
    child=CHILD,
    dated_by="looked_after_since",
    lasts_until="looked_after_until",
    columns=(
        LOCAL_ID,
        BORN,
        Column(
            "standing_on",
            Date(),
            "the day on which this stood; blank for the last that the return covers",
            or_last_day=True,
        ),
        Column("looked_after_since", Date(), "the day on which the child came into care", required=True),
        Column("second_period", Code(YES_NO), "whether it is the second or a later time in care in the last 12 months"),
        Column("category_of_need", Code(CATEGORY_OF_NEED), "why the child came into care"),
        Column("legal_status", Code(annex_a.LEGAL_STATUS), "under what law the child was looked after"),
        Column("legal_status_since", Date(), "the day from which this legal status held"),
        Column("permanence_plan", Code(annex_a.PERMANENCE_PLAN), "what permanent home the care plan aims at"),
        Column("latest_review_on", Date(), "the day of the latest review"),
        Column("latest_visit_on", Date(), "the day of the social worker's latest visit"),
        Column("officer_contact_on", Date(), "the reviewing officer's latest visit to, or contact with, the child"),
        Column("latest_health_assessment_on", Date(), "the day of the latest health assessment"),
        Column("latest_dental_check_on", Date(), "the day of the latest dental check"),
        Column("placements_in_12_months", WholeNumber(0), "how many placements there were in the last 12 months"),
        Column("latest_placement_from", Date(), "the day on which the latest placement began"),
        Column("placement_type", Code(annex_a.PLACEMENT_TYPE), "what kind of placement it is"),
        Column("placement_provider", Code(annex_a.PLACEMENT_PROVIDER), "who provides it"),
        Column("placement_location", Code(annex_a.PLACEMENT_LOCATION), "whether it is in the authority's own area"),
        Column("placement_authority", Text(), "the authority in whose area it is"),
        Column("placement_postcode", Text(), "where it is", identity=True),
        Column("setting_urn", Text(), "the inspectorate's number of the home", identity=True),
        Column("times_missing_in_12_months", WholeNumber(0), "how often the child was missing from it"),
        Column("times_absent_in_12_months", WholeNumber(0), "how often the child was absent from it"),
        Column("interview_offered", Code(RETURN_INTERVIEW), "whether an interview was offered after the last time"),
        Column("interview_accepted", Code(RETURN_INTERVIEW), "whether the child accepted it"),
        Column("looked_after_until", Date(), "the day on which the child left care; blank while looked after"),
        Column("ceased_because", Code(annex_a.REASON_CEASED), "why the child left care"),
        Column("allocated_team", Text(), "the team that the child is allocated to"),
        Column("allocated_worker", Text(), "the social worker", identity=True),
    ),
    checks=(
        said_once("looked-after-twice"),
        ends_after_it_began("looked-after-ends-before-start", "care", "looked_after_since", "looked_after_until"),
        not_before_birth("looked-after-before-birth", "start of care", "looked_after_since", WARNING),
        Check(
            "review-before-care",
            "The latest review is dated {latest_review_on}, before the child came into care on {looked_after_since}."
            " Correct whichever is wrong.",
            where="latest_review_on < looked_after_since",
            column="latest_review_on",
            severity=WARNING,
        ),
        Check(
            "status-before-care",
            "The legal status is said to have begun on {legal_status_since}, before the child came into care on"
            " {looked_after_since}. Is that so?",
            where="legal_status_since < looked_after_since",
            column="legal_status_since",
            severity=QUERY,
        ),
        Check(
            "placement-before-care",
            "The latest placement began on {latest_placement_from}, before the child came into care on"
            " {looked_after_since}. Is that so?",
            where="latest_placement_from < looked_after_since",
            column="latest_placement_from",
            severity=QUERY,
        ),
        Check(
            "left-care-without-date",
            "A reason for leaving care ({ceased_because}) is given but no date. Give the date, or take the reason out.",
            where="ceased_because is not null and looked_after_until is null",
            column="looked_after_until",
            severity=WARNING,
        ),
        Check(
            "interview-accepted-unoffered",
            "An interview is said to have been accepted that was not offered. Which is right?",
            where="interview_accepted = 'Y' and interview_offered in ('N', 'NA')",
            column="interview_accepted",
            severity=QUERY,
        ),
        birth_dates_agree("looked-after-birth-dates-differ"),
        child_listed("looked-after-child-not-listed"),
    ),
    source=ANNEX_A,
    reports_standing=True,
)
