"""The child's journey: in which order datasets are told of, and under which heading."""

from collections.abc import Sequence
from dataclasses import dataclass

from goldenthread.catalogue.listing import datasets
from goldenthread.engine.definitions import Dataset


@dataclass(frozen=True)
class Stage:
    """A stretch of the journey, and the datasets that tell of it, by name."""

    title: str
    about: str
    datasets: tuple[str, ...]


STAGES = (
    Stage(
        "Who the children are",
        "The lists to which every other record of the same return belongs.",
        ("people", "disabilities"),
    ),
    Stage(
        "Coming to notice",
        "Somebody is worried about a child, asks, and is answered.",
        ("contacts", "early_help_assessments", "requests_for_service", "referrals"),
    ),
    Stage(
        "Need, assessment and enquiry",
        "What the child needs, and whether the child is at risk of significant harm.",
        (
            "assessments",
            "assessment_factors",
            "children_in_need",
            "child_in_need_plans",
            "visits",
            "family_group_conferences",
            "section_47_enquiries",
        ),
    ),
    Stage(
        "Child protection",
        "The conference, the plan it makes, and the meetings that follow the plan.",
        ("initial_conferences", "conference_attendance", "protection_plans", "plan_meetings"),
    ),
    Stage(
        "Looked after",
        "Children in care: under what law, where they live, and who looks out for them.",
        (
            "looked_after_children",
            "looked_after_episodes",
            "care_episodes",
            "legal_statuses",
            "placements",
            "social_worker_episodes",
            "deprivation_of_liberty_orders",
            "unaccompanied_children",
        ),
    ),
    Stage(
        "How looked-after children fare",
        "Their plans and reviews, their health and their learning, and whether their views are heard.",
        (
            "care_plans",
            "looked_after_reviews",
            "reviewing_service_checklists",
            "reviewing_officer_concerns",
            "personal_education_plans",
            "health_appointments",
            "looked_after_health_checks",
            "immunisations",
            "sdq_scores",
            "looked_after_substance_misuse",
            "looked_after_convictions",
            "looked_after_outcomes_12_months",
        ),
    ),
    Stage(
        "Permanence and leaving care",
        "A home for good, and the way into adult life.",
        (
            "permanence",
            "placed_for_adoption",
            "previous_permanence",
            "prospective_adopters",
            "pathway_plans",
            "care_leavers",
        ),
    ),
    Stage(
        "Harm at home and away from it",
        "Domestic abuse, children who go missing, are exploited or harmed in other ways, and what followed in court.",
        (
            "domestic_abuse_notifications",
            "marac_cases",
            "missing_episodes",
            "exploitation_risk_assessments",
            "exploitation_cases",
            "harm_notifications",
            "police_investigations",
            "court_cases",
        ),
    ),
    Stage(
        "Health, school and somewhere to live",
        "What hospitals, schools and housing see of children.",
        (
            "self_harm_admissions",
            "emergency_attendances",
            "school_attendance",
            "exclusions",
            "children_missing_education",
            "educated_at_home",
            "not_in_education",
            "youth_homelessness",
            "private_fostering",
        ),
    ),
    Stage(
        "Secure settings and child deaths",
        "Children who are locked up, and children who died.",
        ("secure_stays", "secure_incidents", "child_deaths"),
    ),
    Stage(
        "People who work with children",
        "Whether they can be trusted, whether they are trained, and what audits of their practice find.",
        ("allegations", "training_courses", "training_attendance", "practice_audits", "audited_cases", "audit_issues"),
    ),
    Stage(
        "What the board asks, and what is recommended to it",
        "Challenges to agencies and other boards, and the topics on which somebody recommended something.",
        ("board_challenges", "recommended_topics"),
    ),
    Stage(
        "The board's own work",
        "What the partnership aims at, and what becomes of the tasks that the board sets itself.",
        ("partnership_aims", "business_plan_tasks"),
    ),
    Stage(
        "The area, and figures counted elsewhere",
        "What rates are divided by, and what partners send instead of records.",
        (
            "population_estimates",
            "area_places",
            "supplied_figures",
            "published_statistics",
            "statistical_neighbours",
        ),
    ),
)

_ELSEWHERE = "Other records"


@dataclass(frozen=True)
class Told:
    """A stage with its datasets."""

    title: str
    about: str
    datasets: tuple[Dataset, ...]


def journey() -> Sequence[Told]:
    """Every dataset, stage by stage; those that have no place yet come last, so that none is ever lost."""
    known = datasets()
    told = [Told(stage.title, stage.about, tuple(known[name] for name in stage.datasets)) for stage in STAGES]
    placed = {name for stage in STAGES for name in stage.datasets}
    left = tuple(dataset for name, dataset in known.items() if name not in placed)
    return [*told, *([Told(_ELSEWHERE, "", left)] if left else [])]


def stage_of(dataset: Dataset) -> str:
    """The heading under which a dataset is told of."""
    return next(stage.title for stage in journey() if dataset in stage.datasets)
