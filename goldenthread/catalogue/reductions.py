"""The reductions that the board asks about, and the measures that are looked at beside each, with the reason."""

from collections.abc import Mapping

from goldenthread.engine.definitions.reductions import Balancing, Reduction, Worry

MORE, LESS = Worry.MORE, Worry.LESS

PLANS = Reduction(
    name="plans",
    title="Children subject to a child protection plan",
    people="children subject to a child protection plan",
    of="CP1",
    balancing=(
        Balancing("SW2", LESS, "Fewer children may have a plan because fewer worries are looked into."),
        Balancing("CP13", LESS, "A conference that is late, or not held, leaves a child at risk without a plan."),
        Balancing("CP14", MORE, "Children who wait for an overdue conference are not on a plan yet."),
        Balancing("CP12", LESS, "Plans that are not reviewed in time may be ended, or go on, for the wrong reason."),
        Balancing("CP5", MORE, "A child who needs a second plan may have come off the first too early."),
        Balancing("CP9", MORE, "A plan that begins soon after the last one ended says so more directly."),
        Balancing("FD9", MORE, "A child who is referred again may not have been helped the first time."),
        Balancing("EH1", LESS, "Fewer plans are good news only where families are helped earlier instead."),
    ),
    not_seen="a child whom nobody tells of, and whether those without a plan are safe at home",
)
CARE = Reduction(
    name="care",
    title="Children looked after",
    people="children looked after",
    of="CLA1",
    balancing=(
        Balancing("CLA28", MORE, "A child who comes back into care may have left it too early."),
        Balancing("CP4", MORE, "Children who do not come into care may be at risk at home instead."),
        Balancing("FD9", MORE, "A child who is referred again may not have been helped the first time."),
        Balancing("CLA26", MORE, "Fewer placements to choose from may mean more moves for those in care."),
        Balancing("CLA15", LESS, "Reviews that are late may end care, or prolong it, for the wrong reason."),
        Balancing("MIS2", MORE, "Children who go missing may not be where they should be looked after."),
        Balancing("EH1", LESS, "Fewer children in care are good news only where families are helped earlier instead."),
    ),
    not_seen="whether children who did not come into care, or who left it, are safe and well where they live",
)

REDUCTIONS: Mapping[str, Reduction] = {each.name: each for each in (PLANS, CARE)}
"""Every reduction by name."""
