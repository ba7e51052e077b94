"""Targets: what the figures of the demonstration come to. They stand here and nowhere else.

They are those that one board published for 2013/14, so that every chapter of its report can be made and compared. They
are met by quotas when records are drawn: first who and how many, then everything else by chance. Nothing is adjusted
afterwards, and nothing but the demonstration reads them. A board file may state others (`boards/`).

Shares are fractions of 1. Years are named by the calendar year in which they begin: 2013 is 2013/14.
"""

from datetime import date

from pydantic import BaseModel, ConfigDict


class Calibration(BaseModel):
    """How many, how often, what share. Between two levels the number changes evenly, month by month."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    # the area
    aged_0_to_19: int = 183_200
    aged_0_to_17: dict[int, int] = {
        2008: 151_900, 2009: 152_600, 2010: 153_300, 2011: 154_100, 2012: 154_900, 2013: 155_250,
    }  # fmt: skip

    # the front door
    referrals: dict[int, int] = {2011: 10_400, 2012: 10_832, 2013: 11_939}
    accepted: float = 0.40
    not_accepted: dict[str, float] = {"advice": 0.81, "early_help": 0.08, "signposted": 0.07}
    re_referred: dict[int, float] = {2012: 0.30, 2013: 0.24}
    about_domestic_abuse: dict[date, float] = {
        date(2011, 4, 1): 0.20, date(2013, 7, 1): 0.19, date(2014, 2, 1): 0.11,
    }  # fmt: skip

    # early help
    early_help: dict[int, int] = {2011: 742, 2012: 850, 2013: 1_165}

    # child protection
    on_a_plan: dict[date, int] = {
        date(2009, 3, 31): 431, date(2009, 11, 30): 511, date(2011, 8, 31): 1_171, date(2013, 3, 31): 993,
        date(2014, 3, 31): 759,
    }  # fmt: skip
    on_a_plan_two_years: dict[date, int] = {
        date(2010, 3, 31): 38, date(2011, 3, 31): 44, date(2012, 3, 31): 61, date(2013, 3, 31): 52,
        date(2014, 3, 31): 14,
    }  # fmt: skip
    on_a_plan_aged_0_to_1: float = 0.17
    on_a_plan_disabled: int = 8
    plan_target: float = 45
    plan_neighbours: float = 39

    # looked after
    looked_after: dict[date, int] = {
        date(2009, 3, 31): 1_341, date(2009, 11, 30): 1_370, date(2010, 11, 30): 1_434, date(2012, 3, 31): 1_475,
        date(2013, 3, 31): 1_377, date(2014, 3, 31): 1_353,
    }  # fmt: skip
    started_under_five: dict[int, float] = {2013: 0.60}
    started_under_one: dict[int, float] = {2013: 0.36}
    started_under_five_england: float = 40
    with_foster_carers: float = 0.62
    with_kin: float = 0.14
    with_parents: float = 0.09
    far_away: float = 0.12
    three_moves: dict[int, int] = {2009: 96, 2010: 99, 2011: 101, 2012: 103, 2013: 40}
    health_in_time: dict[int, float] = {2012: 0.85, 2013: 0.89}
    dental_in_time: dict[int, float] = {2012: 0.71, 2013: 0.61}
    reviews_in_time: dict[date, float] = {date(2011, 4, 1): 0.91, date(2013, 4, 1): 0.92, date(2013, 10, 1): 0.87}
    met_officer: dict[date, float] = {date(2011, 4, 1): 0.78, date(2013, 4, 1): 0.83, date(2013, 10, 1): 0.80}
    attended: dict[date, float] = {date(2011, 4, 1): 0.41, date(2013, 4, 1): 0.44, date(2013, 10, 1): 0.43}
    plans_current: float = 0.93
    concerns_raised: float = 0.16

    # particularly vulnerable children
    exploitation_cases: dict[int, int] = {2011: 61, 2012: 85, 2013: 157}
    exploitation_open: int = 107
    exploitation_open_aged_15_to_16: float = 0.67
    exploitation_investigations: dict[int, int] = {2011: 12, 2012: 21, 2013: 33}
    exploitation_court_cases: dict[int, int] = {2011: 2, 2012: 5, 2013: 9}
    exploitation_convictions: dict[int, int] = {2011: 1, 2012: 3, 2013: 7}
    times_missing: dict[int, int] = {2011: 968, 2012: 1_117, 2013: 1_845}
    children_missing: dict[int, int] = {2011: 421, 2012: 456, 2013: 551}

    # allegations
    allegations: dict[int, int] = {2011: 419, 2012: 426, 2013: 431}
    allegations_with_meeting: float = 0.40

    # what partners count themselves
    domestic_abuse_notifications: dict[int, int] = {2011: 6_120, 2012: 6_480, 2013: 6_907}
    child_deaths: dict[int, int] = {2008: 74, 2009: 69, 2010: 70, 2011: 63, 2012: 61, 2013: 56}

    # what other partners' registers hold; no figure of these was published
    high_risk_cases: dict[int, int] = {2011: 612, 2012: 655, 2013: 704}
    particular_harm: dict[int, int] = {2011: 23, 2012: 34, 2013: 52}
    homeless_young_people: dict[int, int] = {2011: 158, 2012: 171, 2013: 183}
    in_secure_settings: dict[date, int] = {date(2009, 3, 31): 41, date(2012, 3, 31): 30, date(2014, 3, 31): 21}
    self_harm_admissions: dict[int, int] = {2011: 214, 2012: 226, 2013: 241}
    self_harm_attendances: dict[int, int] = {2011: 601, 2012: 622, 2013: 660}
    secure_incidents: int = 742
    private_fostering: dict[int, int] = {2011: 17, 2012: 22, 2013: 31}
    not_in_education: dict[date, int] = {
        date(2009, 3, 31): 1_910, date(2012, 3, 31): 1_730, date(2013, 3, 31): 1_640, date(2014, 3, 31): 1_510,
    }  # fmt: skip
    activity_unknown: dict[date, int] = {date(2009, 3, 31): 980, date(2014, 3, 31): 610}
    missing_education: dict[date, int] = {date(2009, 3, 31): 160, date(2014, 3, 31): 185}
    educated_at_home: dict[date, int] = {date(2009, 3, 31): 210, date(2014, 3, 31): 295}

    # who does the work, by full-time equivalents; no figure of these was published
    social_workers: dict[int, int] = {2011: 341, 2012: 358, 2013: 376}
    social_workers_who_left: dict[int, int] = {2011: 58, 2012: 51, 2013: 44}
    agency_social_workers: dict[int, int] = {2011: 57, 2012: 44, 2013: 31}
    vacant_posts: dict[int, int] = {2011: 63, 2012: 49, 2013: 38}
    caseload: dict[int, float] = {2011: 19.6, 2012: 18.3, 2013: 17.1}

    # years before there are records: children at 31 March of each year
    looked_after_before: dict[int, int] = {2005: 1_212, 2006: 1_238, 2007: 1_265, 2008: 1_297}
    on_a_plan_before: dict[int, int] = {2005: 396, 2006: 388, 2007: 402, 2008: 415}
