"""What findings can come from, what they can be about, and the words by which a theme or a strand is suggested.

The themes are those on which inspectors of safeguarding boards made recommendations between 2014 and 2017, the most
frequent first, then those that the work with children itself needs.
"""

from collections.abc import Mapping

from goldenthread.engine.suggesting import Topic

INSPECTION = "inspection"
"""The kind of source of which it is also kept who inspected, what was judged and what was recommended."""

SOURCE_KINDS: Mapping[str, str] = {
    "indicator": "Indicator past its target",
    "check": "Failed check",
    "audit": "Practice audit",
    "chair": "Chair's audit of a partner",
    "section-11": "Section 11 gap",
    "in-house": "A partner's own audit",
    "serious-case-review": "Serious case review",
    "local-review": "Local learning review",
    "child-deaths": "Child death overview panel",
    INSPECTION: "Inspection or external review",
    "allegations": "Learning from allegations",
    "concern": "Concern resolved between agencies",
    "child": "What a child, young person or family said",
    "practitioner": "What a practitioner said",
    "complaint": "Complaint",
    "silence": "Silence: what did not come",
}
"""The kinds of source that a finding can come from."""

OF_SINGLE_CASES = (
    "serious-case-review", "local-review", "child-deaths", "allegations", "concern", "child", "practitioner",
    "complaint",
)  # fmt: skip
"""Kinds of source that speak of one child, family or worker: what comes from them is told within the board only."""


def _topic(name: str, title: str, words: str, *, unless: str = "") -> Topic:
    """A topic whose words are written with commas between them."""
    return Topic(name, title, tuple(words.split(", ")), tuple(filter(None, unless.split(", "))))


THEMES = (
    _topic(
        "impact",
        "Impact, outcomes and evaluation",
        "impact*, outcome*, evaluat*, effectiveness, made a difference, making a difference, makes a difference",
    ),
    _topic(
        "challenge",
        "Scrutiny, challenge and assurance",
        "scrutin*, challeng*, assurance*, assure, assured, assures, assuring, reassur*, oversight, oversee*,"
        " monitor*, held to account, hold* to account, hold* * to account, hold* * * to account",
        unless="quality assurance",
    ),
    _topic(
        "reviews",
        "Learning from reviews",
        "serious case review*, scr, scrs, case review*, learning review*, management review*, lesson, lessons,"
        " learning from, learning and improvement, national panel, serious incident*",
    ),
    _topic(
        "audit",
        "Audit of practice",
        "audit*, case file*, quality assurance",
        unless=(
            "audit trail*, section 11 audit*, section 175 audit*, s11 audit*,"
            " section 11 and section 175 audit*, audited themselves, audits itself"
        ),
    ),
    _topic(
        "data",
        "Data and performance information",
        "data, dataset*, data set*, performance, scorecard*, management information, intelligence, profiling,"
        " problem profile*, local need*, needs analysis, needs assessment*, statistic*",
        unless=(
            "assessment of the performance, training needs analysis, needs analysis of training,"
            " performance and effectiveness of local"
        ),
    ),
    _topic(
        "plans",
        "The board's plans and priorities, and following them up",
        "business plan*, action plan*, work plan*, improvement plan*, strategic plan*, work programme*,"
        " priorities, track, tracked, tracking, progress against, progress on, monitor progress, followed through,"
        " follow through, followed up, timescale*, actions arising, actions identified, milestone*",
    ),
    _topic(
        "training",
        "Training and its effect",
        "training*, trained, trainer*, train, learning and development, workshop*, course, courses, learning needs",
    ),
    _topic(
        "voice",
        "The voice of children, young people and families",
        "voice*, views of, views and opinions, views and experience*, views and concerns, children's views,"
        " young people's views, wishes and feelings, children's experience*, child's experience*,"
        " experience* of children, experience* of the child, experience* of young people,"
        " experience* of vulnerable children, lived experience*, listen*, consult*, participat*, feedback from,"
        " feedback process*, involve children, involve young people, not involved, involved enough,"
        " involvement of children, engage children, engage with children, engage young people, engage and consult,"
        " engagement of children, engagement with children, engagement and participation, children to influence,"
        " young people to influence, children and young people to influence, children and young people influence,"
        " young people to inform, children and young people are able to influence,"
        " children and young people to inform, young people's version, influence the work, asked the child,"
        " hear about the experiences",
        unless="education partners have their voice",
    ),
    _topic(
        "early-help",
        "Early help and thresholds",
        "early help, threshold*, early intervention, common assessment*, step down, stepping down, referral,"
        " referrals, re-referr*, front door, multi-agency safeguarding hub, mash",
    ),
    _topic(
        "exploitation",
        "Exploitation and children who go missing",
        "exploit*, cse, missing, return interview*, gang*, county lines, traffick*, modern slavery",
        unless="missing information, missing from the report, missing from the file, missing from the plan",
    ),
    _topic(
        "communication",
        "Reaching practitioners and the public",
        "communicat*, disseminat*, awareness, better aware, website, newsletter*, publicis*, bulletin*, e-safety,"
        " widely understood, front line practitioners know",
    ),
    _topic(
        "annual-report",
        "The annual report",
        "annual report*, annual safeguarding report*",
    ),
    _topic(
        "private-fostering",
        "Private fostering",
        "private foster*, privately foster*",
    ),
    _topic(
        "communities",
        "Communities that are seldom heard",
        "faith*, minority ethnic, hard to reach, harder to reach, seldom heard, voluntary, third sector,"
        " community group*, community sector, community engagement, wider community, communities, cultural,"
        " religious, radicali*, extremis*, diverse population, lay member*",
        unless="crime and communities",
    ),
    _topic(
        "membership",
        "Membership of the board and attendance",
        "attend, attends, attended, attendance, membership, representation, represented, quorate, deputies,"
        " active participants, active role, lay member*, engagement with board, engagement with the board,"
        " engagement with the chief executive",
        unless="school attendance, attendance at school, attendance at conference*, attend* conference*",
    ),
    _topic(
        "self-audit",
        "Section 11 and other self-audits",
        "section 11, s11, section 175, s175, section 157, self audit*, self assessment*, audited themselves,"
        " audits itself",
    ),
    _topic(
        "child-deaths",
        "Child deaths",
        "child death*, cdop, rapid response, modifiable factor*, sudden infant death*, child has died,"
        " children who died",
    ),
    _topic(
        "allegations",
        "Allegations and safer recruitment",
        "allegation*, lado, designated officer*, safer recruitment, safe recruitment, vetting, whistleblow*",
    ),
    _topic(
        "governance",
        "Governance, and links with other boards",
        "governance, health and wellbeing board*, health and well-being board*, family justice board*,"
        " community safety partnership*, children's trust*, safeguarding adults board*, strategic partnership*,"
        " strategic board*, other boards, other key strategic groups, sub group*, subgroup*, executive board,"
        " terms of reference, accountability, independent chair*, independence, independent of, independent from,"
        " sufficiently independent, board structure*, structure of, restructur*, links with, statutory duties,"
        " statutory responsibilities, section 14",
    ),
    _topic(
        "policies",
        "Policies, procedures and strategies",
        "policy, policies, procedure*, protocol*, strategy, strategies, guidance, pathway*, toolkit*",
        unless="public and private law proceedings, training strategy, strategy discussion*, strategy meeting*",
    ),
    _topic(
        "resources",
        "Money, people and time for the board",
        "resource, resources, resourced, capacity, business unit, business support, business office, budget*,"
        " funding, financ*, administrative support",
    ),
    _topic(
        "sharing-information",
        "Working together and sharing information",
        "information sharing, share information, sharing information, sharing of information, shared with,"
        " joint working, work together, co-ordinat*, coordinat*, joined up, join up, inter-agency,"
        " partnership working, escalat*, challenge each other",
    ),
    _topic(
        "plans-for-children",
        "Assessments, conferences and plans for children",
        "child protection plan*, child protection conference*, case conference*, initial conference*, core group*,"
        " smart, assessments, quality of assessment*, risk assessment*, assessment tool*, protocol for assessment,"
        " graded care profile, strategy discussion*, child protection enquir*, section 47, child in need,"
        " care plan*, signs of safety, reviewing officers, reviewing officer's, chronolog*, plans are,"
        " plans for children",
        unless="section 11 assessments, self assessments, needs assessments",
    ),
    _topic(
        "looked-after",
        "Children looked after and care leavers",
        "looked after, children in care, care leaver*, leaving care, corporate parent*, placed outside,"
        " placed out of, living out of the area, living outside, permanence, children's home*, foster carer*,"
        " placement*",
    ),
    _topic(
        "risks-at-home",
        "Neglect, domestic abuse and parents' own troubles",
        "neglect*, domestic abuse, domestic violence, substance misuse, alcohol, drugs, mental health,"
        " mental ill-health, physical abuse, marac, mappa, female genital mutilation, fgm, forced marriage*,"
        " honour-based, think family",
    ),
    _topic(
        "disability",
        "Disabled children",
        "disabled, disabilit*, special educational need*, autis*",
    ),
    _topic(
        "health-of-mind",
        "Children's mental health and self-harm",
        "self-harm*, suicid*, camhs, emotional wellbeing, emotional health, children's mental health",
    ),
    _topic(
        "workforce",
        "Workforce, caseloads and supervision",
        "workforce, caseload*, supervision, social workers, staffing, turnover, vacanc*, agency workers, morale",
        unless="supervision order*",
    ),
    _topic(
        "partners",
        "The part of schools, health, police and other partners",
        "school, schools, education partners, education settings, health partner*, health services, gp, gps,"
        " general practi*, midwi*, health visitor*, clinician*, hospital*, police, probation, housing, prison*,"
        " secure estate, adult services, chief executive",
        unless="supplementary school*, school age*",
    ),
)
"""What a finding can be about."""

THEME_NAMED: Mapping[str, Topic] = {each.name: each for each in THEMES}
"""Every theme by its name."""

STRANDS = (
    _topic(
        "disability",
        "Disability",
        "disabled, disabilit*, special educational need*, autis*",
    ),
    _topic(
        "compromised-parenting",
        "Compromised parenting",
        "compromised parenting, domestic abuse, domestic violence, substance misuse, parental mental health,"
        " adult mental health, adult mental ill-health, alcohol, parents who, neglect*, think family",
    ),
    _topic(
        "looked-after",
        "Children looked after",
        "looked after, children in care, foster carer*, children's home*",
    ),
    _topic(
        "care-leavers",
        "Care leavers",
        "care leaver*, leaving care, pathway plan*",
    ),
    _topic(
        "private-fostering",
        "Private fostering",
        "private foster*, privately foster*",
    ),
    _topic(
        "homelessness",
        "Homelessness",
        "homeless*, bed and breakfast, unsuitable accommodation",
    ),
    _topic(
        "self-harm",
        "Self-harm and suicide",
        "self-harm*, suicid*",
    ),
    _topic(
        "exploitation",
        "Exploitation",
        "exploit*, cse, county lines, gang*",
    ),
    _topic(
        "missing",
        "Missing children",
        "missing children, missing child, children missing, missing from home*, missing from care,"
        " missing from education, go missing, goes missing, going missing, went missing, missing episode*,"
        " return interview*, return home interview*",
    ),
    _topic(
        "trafficking",
        "Trafficking",
        "traffick*, modern slavery",
    ),
    _topic(
        "radicalisation",
        "Radicalisation",
        "radicali*, extremis*, prevent programme, prevent duty, prevent strategy",
    ),
    _topic(
        "forced-marriage",
        "Forced marriage",
        "forced marriage*, honour-based",
    ),
    _topic(
        "fgm",
        "Female genital mutilation",
        "female genital mutilation, fgm",
    ),
    _topic(
        "online",
        "Harm online",
        "e-safety, online, internet, social media, sexting",
    ),
    _topic(
        "offending",
        "Offending, and secure settings",
        "offend*, offence*, secure estate, secure setting*, custody",
    ),
)
"""Groups of children and kinds of harm along which a board looks across all that it has found."""

STRAND_NAMED: Mapping[str, Topic] = {each.name: each for each in STRANDS}
"""Every strand by its name."""
