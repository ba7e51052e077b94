"""What the yearly return's own rules find unlikely in an episode: asked about, never held back."""

from goldenthread.engine.definitions import QUERY, Check


def _asked(code: str, message: str, where: str, column: str) -> Check:
    return Check(code, message, where, column, QUERY)


_TEMPORARY = "'T0', 'T1', 'T2', 'T3', 'T4'"

OF_PLACEMENTS = (
    _asked(
        "provider-missing",
        "It is not said who provides the placement ({placement_type}). Every placement has a provider, except one that"
        " is temporary (T0 to T4) or other (Z1).",
        f"placement_provider is null and placement_type not in ({_TEMPORARY}, 'Z1')",
        "placement_provider",
    ),
    _asked(
        "not-with-parents",
        "Parents are provider PR0 of a placement with them, which is P1. Of the two codes here ({placement_type} and"
        " {placement_provider}) one is another. Which is right?",
        "(placement_type = 'P1' and placement_provider <> 'PR0') or"
        " (placement_type <> 'P1' and placement_provider = 'PR0')",
        "placement_provider",
    ),
    _asked(
        "provider-unlikely",
        "A placement of this kind ({placement_type}) is not expected from such a provider ({placement_provider}). Which"
        " of the two codes is right?",
        "(placement_provider in ('PR1', 'PR2') and placement_type in ('R2', 'R5')) or"
        " (placement_provider = 'PR3' and placement_type in"
        " ('A3', 'A4', 'A5', 'A6', 'K1', 'K2', 'U1', 'U2', 'U3', 'U4', 'U5', 'U6'))",
        "placement_provider",
    ),
    _asked(
        "young-for-placement",
        "The child was {age_at_start} when the episode began, which is young for a placement of this kind"
        " ({placement_type}). Is the code right?",
        "(placement_type = 'H5' and age_at_start < 16) or (placement_type = 'P3' and age_at_start < 14)"
        " or (placement_type = 'R5' and age_at_start < 10) or (placement_type = 'S1' and age_at_start < 4)",
        "placement_type",
    ),
    _asked(
        "temporary-too-long",
        "The placement lasted from {start_date} to {end_date}, long for a temporary one of its kind ({placement_type})."
        " At most six weeks are expected in hospital (T1), three while a carer is on holiday (T3), one otherwise (T4).",
        "(placement_type = 'T1' and days_between(start_date, end_date) > 42)"
        " or (placement_type = 'T3' and days_between(start_date, end_date) > 21)"
        " or (placement_type = 'T4' and days_between(start_date, end_date) > 7)",
        "placement_type",
    ),
    _asked(
        "starts-in-a-temporary-placement",
        "The child came into care straight into a temporary placement ({placement_type}). Where was the child to live?",
        f"reason_started = 'S' and placement_type in ({_TEMPORARY})",
        "placement_type",
    ),
    _asked(
        "leaves-from-a-temporary-placement",
        "The child left care ({reason_ended}) straight from a temporary placement ({placement_type}). Did the child not"
        " go back first?",
        f"reason_ended <> 'X1' and placement_type in ({_TEMPORARY})",
        "placement_type",
    ),
    _asked(
        "change-without-end",
        "A reason for a change of placement is given ({reason_for_placement_change}), but the episode has not ended. It"
        " belongs to the episode that ends, not to the one that begins.",
        "reason_for_placement_change is not null and end_date is null",
        "reason_for_placement_change",
    ),
)

OF_THE_LAW = (
    _asked(
        "status-too-long",
        "The episode lasted from {start_date} to {end_date}, longer than is expected of its legal status"
        " ({legal_status}): three days for L1, seven for L3, 17 for V3, 21 for L2.",
        "(legal_status = 'L1' and days_between(start_date, end_date) > 3)"
        " or (legal_status = 'L3' and days_between(start_date, end_date) > 7)"
        " or (legal_status = 'V3' and days_between(start_date, end_date) > 17)"
        " or (legal_status = 'L2' and days_between(start_date, end_date) > 21)",
        "legal_status",
    ),
    _asked(
        "freed-too-late",
        "The episode began on {start_date} under a freeing order (D1), a code that is not expected of episodes that"
        " began after December 2005. Is it a placement order (E1)?",
        "legal_status = 'D1' and start_date > '2005-12-31'",
        "legal_status",
    ),
    _asked(
        "accommodated-with-parents",
        "The child is placed with parents (P1) and accommodated under section 20 (V2), which is not expected together."
        " Which of the two codes is right?",
        "legal_status = 'V2' and placement_type = 'P1'",
        "legal_status",
    ),
    _asked(
        "short-break-placement",
        "A placement of this kind ({placement_type}), temporary or long term, is not expected in a short break"
        " ({legal_status}). Which of the two codes is right?",
        f"legal_status in ('V3', 'V4') and placement_type in ({_TEMPORARY}, 'U1', 'U4')",
        "placement_type",
    ),
    _asked(
        "placed-without-order",
        "The child is placed for adoption with a placement order ({placement_type}), but the legal status"
        " ({legal_status}) is not that of a placement order. Which is right?",
        "placement_type in ('A5', 'A6') and legal_status not in ('E1', 'D1')",
        "legal_status",
    ),
)

OF_LEAVING_CARE = (
    _asked(
        "adopted-unplaced",
        "The child was adopted ({reason_ended}) out of a placement that is none for adoption ({placement_type}). Which"
        " of the two codes is right?",
        "reason_ended in ('E11', 'E12') and placement_type not in ('A3', 'A4', 'A5', 'A6')",
        "reason_ended",
    ),
    _asked(
        "guardian-no-foster-carer",
        "The former foster carer became special guardian ({reason_ended}), but the placement that ended was none with"
        " a foster carer ({placement_type}). Which of the two codes is right?",
        "reason_ended in ('E45', 'E46') and placement_type not in ('U1', 'U2', 'U3', 'U4', 'U5', 'U6')",
        "reason_ended",
    ),
    _asked(
        "age-at-leaving",
        "The child was {age_at_end} on leaving care, which is not expected for this reason ({reason_ended}). Is the"
        " code right?",
        "(reason_ended in ('E11', 'E12', 'E43', 'E44', 'E45', 'E46', 'E47', 'E48') and age_at_end >= 18)"
        " or (reason_ended in ('E5', 'E6') and age_at_end < 14) or (reason_ended = 'E7' and age_at_end < 16)"
        " or (reason_ended = 'E17' and age_at_end < 18)",
        "reason_ended",
    ),
    _asked(
        "grown-up-in-care",
        "The episode began on {start_date}, when the young person was {age_at_start}. Is the date right, and the date"
        " of birth?",
        "age_at_start >= 18",
        "start_date",
    ),
)
