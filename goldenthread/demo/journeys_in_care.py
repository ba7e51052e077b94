"""The tables of the child's journey that tell of children in care, and of young people after it."""

from collections.abc import Iterable, Iterator

from goldenthread.demo import after_care, education_and_pathway, permanence, social_workers
from goldenthread.demo.board_file import BoardFile
from goldenthread.demo.care import by_number
from goldenthread.demo.city import City
from goldenthread.demo.days import SINCE_2011
from goldenthread.demo.placements import miles
from goldenthread.demo.writing import Table, Value


def tables_of_care(board: BoardFile, city: City) -> Iterator[Table]:
    """Where they live, who is responsible for them, how they fare, and what becomes of them."""
    yield _placements(board, city)
    yield _social_workers(board, city)
    yield _health_checks(city)
    yield _checklists(city)
    yield _concerns(board, city)
    yield _education_plans(board, city)
    yield _permanence(board, city)
    yield _pathway_plans(board, city)
    yield _leavers(board, city)


def _placements(board: BoardFile, city: City) -> Table:
    chance = board.chance_of("miles")
    rows: list[tuple[Value, ...]] = [
        (stay.child.number, each.placed_on, "1" if each.far_away else "0", miles(chance, each), each.left_on)
        for stay in by_number(city.care.stays.values())
        for each in stay.placed
        if each.left_on >= SINCE_2011
    ]
    return "placements", ("placed_on", "long_distance", "placement_distance", "left_on"), rows


def _social_workers(board: BoardFile, city: City) -> Table:
    rows: list[tuple[Value, ...]] = [
        (each.child.number, each.child.born, each.turn.worker, each.turn.since, each.until, each.turn.because,
         "Allocated social worker", each.team)
        for each in social_workers.responsible(board, board.chance_of("social workers"), city.care)
    ]  # fmt: skip
    headers = (
        "date_of_birth", "worker_number", "worker_from", "worker_until", "worker_changed_because", "worker_role",
        "worker_team",
    )  # fmt: skip
    return "social_worker_episodes", headers, rows


def _health_checks(city: City) -> Table:
    rows: list[tuple[Value, ...]] = [(each.child.number, each.due, each.kind, each.done) for each in city.health_checks]
    return "looked_after_health_checks", ("check_due", "check_kind", "check_done"), rows


def _checklists(city: City) -> Table:
    rows: list[tuple[Value, ...]] = [
        (each.child.number, each.held, each.due, each.met_officer, each.attended, each.plan_current, each.concern)
        for each in city.reviews
        if each.held >= SINCE_2011
    ]
    headers = ("reviewed_on", "review_due", "met_officer", "attended", "plan_up_to_date", "concern_raised")
    return "reviewing_service_checklists", headers, rows


def _concerns(board: BoardFile, city: City) -> Table:
    in_order = sorted(city.reviews, key=lambda each: (each.held, each.child.number))
    rows: list[tuple[Value, ...]] = [
        (each.child.number, each.raised, each.about, each.stage, each.answered, each.resolved, each.outcome)
        for each in after_care.concerns(board.chance_of("concerns"), in_order)
    ]
    headers = (
        "concern_raised_on", "concern_about", "concern_stage", "concern_answered_on", "concern_resolved_on",
        "concern_outcome",
    )  # fmt: skip
    return "reviewing_officer_concerns", headers, rows


def _education_plans(board: BoardFile, city: City) -> Table:
    made = education_and_pathway.education_plans(board.chance_of("education plans"), list(city.care.stays.values()))
    return "personal_education_plans", *_renewed("education_plan", made)


def _permanence(board: BoardFile, city: City) -> Table:
    ways = permanence.ways_home(board.chance_of("permanence"), list(city.care.stays.values()))
    rows: list[tuple[Value, ...]] = [
        (each.stay.child.number, each.stay.child.born, each.stay.spell.started, each.decided, each.placement_order,
         each.matched, each.placed, "0" if each.placed else "", each.order, each.kind, *each.adopters.split(" "))
        for each in ways
    ]  # fmt: skip
    headers = (
        "date_of_birth", "entered_care_on", "adoption_decided_on", "placement_order_on", "matched_on",
        "adopters_placed_on", "adopted_by_carer", "permanence_order_on", "permanence_order_kind", "adopters",
        "adopters_sex", "adopters_status",
    )  # fmt: skip
    return "permanence", headers, rows


def _pathway_plans(board: BoardFile, city: City) -> Table:
    made = education_and_pathway.pathway_plans(board.chance_of("pathway plans"), list(city.care.stays.values()))
    return "pathway_plans", *_renewed("pathway_plan", made)


def _renewed(
    plan: str, made: Iterable[education_and_pathway.Renewed]
) -> tuple[tuple[str, ...], list[tuple[Value, ...]]]:
    """The headers and the rows of plans that are made anew, whose columns begin with what the plan is called."""
    headers = tuple(f"{plan}_{what}" for what in ("from", "due", "reviewed_on", "until"))
    return headers, [(each.child.number, each.made, each.due, each.reviewed, each.until) for each in made]


def _leavers(board: BoardFile, city: City) -> Table:
    rows: list[tuple[Value, ...]] = [
        (each.child.number, each.child.born, each.on, each.in_touch, each.lives, each.does)
        for each in after_care.leavers(board.chance_of("care leavers"), list(city.care.stays.values()))
    ]
    return "care_leavers", ("date_of_birth", "standing_on", "in_touch", "accommodation", "activity"), rows
