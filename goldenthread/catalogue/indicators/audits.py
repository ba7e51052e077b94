"""Practice audits: how cases were judged, and what audits found. Audits protect nobody: they are about practice."""

from goldenthread.catalogue.breakdowns import AUDITED
from goldenthread.catalogue.sub_groups import PERFORMANCE
from goldenthread.engine.definitions import (
    HIGHER,
    HOW_MUCH,
    HOW_WELL,
    LOWER,
    NEITHER,
    NOBODY,
    ROWS,
    SUB_GROUP,
    WHAT_DIFFERENCE,
    Count,
    During,
    Indicator,
    Proportion,
)

judged_outstanding = Indicator(
    code="AUD1",
    title="Audited cases judged outstanding",
    asks=HOW_WELL,
    why="Work that is outstanding can be learnt from.",
    dataset="audited_cases",
    over=During("looked_until"),
    counts=ROWS,
    measure=Proportion(where="case_judged = 'outstanding'"),
    better=HIGHER,
    protects=NOBODY,
    tier=SUB_GROUP,
    breakdowns=(AUDITED,),
    sentence="{value} of cases audited {period} were judged outstanding ({numerator} of {denominator}).",
    noun="audited cases judged outstanding",
    definition="Cases judged outstanding, out of all cases judged in audits of practice up to a day in the period.",
    source="The board's own register of audits.",
    excludes="Audits that judge no cases. Where only shares were reported they are supplied, not counted.",
    unknowns="None: a case is listed with its judgement.",
    sub_group=PERFORMANCE,
)

judged_good = Indicator(
    code="AUD2",
    title="Audited cases judged good",
    asks=HOW_WELL,
    why="Whether practice is as it should be is seen in cases, not in counts of them.",
    dataset="audited_cases",
    over=During("looked_until"),
    counts=ROWS,
    measure=Proportion(where="case_judged = 'good'"),
    better=NEITHER,
    protects=NOBODY,
    tier=SUB_GROUP,
    breakdowns=(AUDITED,),
    sentence="{value} of cases audited {period} were judged good ({numerator} of {denominator}).",
    noun="audited cases judged good",
    definition="Cases judged good, out of all cases judged in audits of practice up to a day in the period.",
    source="The board's own register of audits.",
    excludes="Audits that judge no cases. Where only shares were reported they are supplied, not counted.",
    unknowns="None: a case is listed with its judgement.",
    sub_group=PERFORMANCE,
)

judged_requires_improvement = Indicator(
    code="AUD3",
    title="Audited cases judged “requires improvement”",
    asks=HOW_WELL,
    why="Where practice is not yet good, an audit says what is lacking.",
    dataset="audited_cases",
    over=During("looked_until"),
    counts=ROWS,
    measure=Proportion(where="case_judged = 'requires_improvement'"),
    better=LOWER,
    protects=NOBODY,
    tier=SUB_GROUP,
    breakdowns=(AUDITED,),
    sentence="{value} of cases audited {period} were judged “requires improvement” ({numerator} of {denominator}).",
    noun="audited cases judged “requires improvement”",
    definition=(
        "Cases judged “requires improvement”, out of all cases judged in audits of practice up to a day in the period."
    ),
    source="The board's own register of audits.",
    excludes="Audits that judge no cases. Where only shares were reported they are supplied, not counted.",
    unknowns="None: a case is listed with its judgement.",
    sub_group=PERFORMANCE,
)

judged_inadequate = Indicator(
    code="AUD4",
    title="Audited cases judged inadequate",
    asks=HOW_WELL,
    why="Inadequate practice can leave a child at risk.",
    dataset="audited_cases",
    over=During("looked_until"),
    counts=ROWS,
    measure=Proportion(where="case_judged = 'inadequate'"),
    better=LOWER,
    protects=NOBODY,
    tier=SUB_GROUP,
    breakdowns=(AUDITED,),
    sentence="{value} of cases audited {period} were judged inadequate ({numerator} of {denominator}).",
    noun="audited cases judged inadequate",
    definition="Cases judged inadequate, out of all cases judged in audits of practice up to a day in the period.",
    source="The board's own register of audits.",
    excludes="Audits that judge no cases. Where only shares were reported they are supplied, not counted.",
    unknowns="None: a case is listed with its judgement.",
    sub_group=PERFORMANCE,
)

multi_agency_audits = Indicator(
    code="AUD5",
    title="Multi-agency audits considered by the board",
    asks=HOW_MUCH,
    why="Audits across agencies show what no agency sees by itself.",
    dataset="practice_audits",
    over=During("considered_on"),
    counts=ROWS,
    measure=Count(where="audit_kind = 'multi_agency'"),
    better=NEITHER,
    protects=NOBODY,
    tier=SUB_GROUP,
    breakdowns=(),
    sentence="The board considered {numerator:multi-agency audit|multi-agency audits} {period}.",
    noun="multi-agency audits",
    definition="Multi-agency audits of an issue that the board considered in the period.",
    source="The board's own register of audits.",
    excludes="Audits of cases, of partners by the chair, and by partners themselves.",
    unknowns="None: an audit is listed with its kind.",
    sub_group=PERFORMANCE,
)

voice_unclear = Indicator(
    code="AUD6",
    title="Chair's audits in which the child's voice was not clearly recorded",
    asks=HOW_WELL,
    why="What a child says cannot be acted on if nobody writes it down.",
    dataset="practice_audits",
    over=During("considered_on"),
    counts=ROWS,
    measure=Count(where="audit_kind = 'chair' and voice_recorded = 'unclear'"),
    better=NEITHER,
    protects=NOBODY,
    tier=SUB_GROUP,
    breakdowns=(),
    sentence=(
        "The child's voice was not clearly recorded in {numerator:chair's audit|chair's audits} considered {period}."
    ),
    noun="chair's audits",
    definition=(
        "Audits of partners by the chair, considered in the period, that found the voice of the child not"
        " clearly recorded or evidenced."
    ),
    source="The board's own register of audits.",
    excludes="Other audits.",
    unknowns="Audits that did not look at it are not counted.",
    sub_group=PERFORMANCE,
)

systems_hindered = Indicator(
    code="AUD7",
    title="Chair's audits in which IT systems hindered retrieval",
    asks=HOW_WELL,
    why="What cannot be found in time cannot keep a child safe.",
    dataset="practice_audits",
    over=During("considered_on"),
    counts=ROWS,
    measure=Count(where="audit_kind = 'chair' and systems_hindered = 'yes'"),
    better=NEITHER,
    protects=NOBODY,
    tier=SUB_GROUP,
    breakdowns=(),
    sentence="IT systems made records hard to find in {numerator:chair's audit|chair's audits} considered {period}.",
    noun="chair's audits",
    definition=(
        "Audits of partners by the chair, considered in the period, in which IT systems had some impact on"
        " how safeguarding information is stored and retrieved."
    ),
    source="The board's own register of audits.",
    excludes="Other audits.",
    unknowns="Audits that did not look at it are not counted.",
    sub_group=PERFORMANCE,
)

still_open = Indicator(
    code="AUD8",
    title="Issues of an earlier inspection that audits find still open",
    asks=WHAT_DIFFERENCE,
    why="An issue that an inspection named and audits find again has not been put right.",
    dataset="audit_issues",
    over=During("considered_on"),
    counts=ROWS,
    measure=Count(where="inspected_on is not null"),
    better=LOWER,
    protects=NOBODY,
    tier=SUB_GROUP,
    breakdowns=(),
    sentence=(
        "Audits considered {period} found {numerator:issue|issues} still open that an earlier inspection had named."
    ),
    noun="issues",
    definition="Issues found by audits considered in the period that an inspection before had named as well.",
    source="The board's own register of audits.",
    excludes="Issues that no inspection had named.",
    unknowns="None: an issue without an inspection is new.",
    sub_group=PERFORMANCE,
)
