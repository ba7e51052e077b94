"""Themes: what an indicator is about. Along the child's journey they are told of in this order wherever many are shown.

A theme names modules of `catalogue/indicators`. One that no theme names is told of last, and a test finds it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from goldenthread.catalogue.listing import stated_together
from goldenthread.engine.definitions import Indicator


@dataclass(frozen=True)
class Theme:
    """What some indicators are about: its name in addresses, how people call it, the modules that state them."""

    name: str
    title: str
    modules: tuple[str, ...]


THEMES = (
    Theme("front-door", "The front door", ("front_door", "at_the_front_door", "contacts")),
    Theme("early-help", "Early help and stepping down", ("early_help", "family_group_conferences", "stepping_down")),
    Theme("assessment", "Assessment and enquiry", ("assessing", "social_work", "factors_found", "children_in_need")),
    Theme("conferences", "Child protection conferences", ("conferences_due", "conferences", "taking_part")),
    Theme("plans", "Child protection plans", ("child_protection", "protection_plans")),
    Theme(
        "looked-after",
        "Looked-after children",
        ("looked_after", "into_and_out_of_care", "looked_after_placements", "settled_in_care", "looked_after_care"),
    ),
    Theme("permanence", "Permanence and leaving care", ("permanence", "care_leavers")),
    Theme("missing", "Children who go missing", ("missing", "missing_and_found")),
    Theme("exploitation", "Exploitation and harm away from home", ("sexual_exploitation", "harm_away_from_home")),
    Theme("domestic-abuse", "Domestic abuse", ("domestic_abuse", "violence_at_home")),
    Theme("health", "Health", ("health", "health_in_care", "a_year_in_care")),
    Theme("school", "School, training and work", ("at_school",)),
    Theme("homes", "Somewhere to live", ("homes_and_homelessness",)),
    Theme("secure", "Secure settings", ("secure_settings",)),
    Theme("deaths", "Child deaths", ("child_deaths", "child_death_reviews")),
    Theme("workforce", "People who work with children", ("allegations", "workforce")),
    Theme("audits", "Practice audits", ("audits",)),
    Theme("business-plan", "The business plan", ("business_plan",)),
    Theme("challenges", "Challenges to other boards", ("challenges",)),
    Theme("area", "The area and its children", ("context",)),
)


@cache
def themes() -> Mapping[Theme, Sequence[Indicator]]:
    """Every theme with its indicators, in the order in which they are stated."""
    stated = stated_together()
    return {theme: [each for module in theme.modules for each in stated[module]] for theme in THEMES}


@cache
def theme_of(code: str) -> Theme | None:
    """The theme of an indicator, by its code; none where no theme names its module."""
    return next((theme for theme, found in themes().items() if code in {each.code for each in found}), None)


@cache
def places_on_the_journey() -> Mapping[str, int]:
    """Where each indicator stands on the child's journey, by its code: the first is 0."""
    placed = [each.code for found in themes().values() for each in found]
    left = [each.code for found in stated_together().values() for each in found if each.code not in placed]
    return {code: place for place, code in enumerate([*placed, *left])}
