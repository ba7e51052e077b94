"""Lists 1 to 7 of Annex A: from contacts to child protection plans."""

from goldenthread.catalogue.formats.annex_a.headers import (
    CHILD,
    DISABLED,
    TEAM,
    WORKER,
    aliases,
    headers,
    person,
)
from goldenthread.engine.definitions import Feed, Table

_STRATEGY = "Strategy discussion initiating Section 47 Enquiry Start Date"
_CONFERENCE = "Date of Initial Child Protection Conference"
_PLAN_MADE = "Did the Initial Child Protection Conference Result in a Child Protection Plan"
_EMERGENCY = "Subject to Emergency Protection Order or Protected Under Police Powers in Last Six Months (Y/N)"
_VISIT, _ALONE, _REVIEW = (
    "Date of the Last Statutory Visit",
    "Was the Child Seen Alone?",
    "Date of latest review conference",
)

LISTS = (
    Table(
        "List 1",
        "contacts in six months",
        headers({"Date of Contact": "contact_date", "Contact Source": "source"}),
        recognised_by=(CHILD, "Date of Contact"),
        dataset="contacts",
        sheet="List 1",
        aliases=aliases({"Date of Contact": ("Contact Date",), "Contact Source": ("Source of Contact",)}),
        also=(person(),),
    ),
    Table(
        "List 2",
        "early help assessments in six months",
        headers(
            {
                "Assessment start date": "assessed_on",
                "Assessment completion date": "completed_on",
                "Organisation completing assessment": "organisation",
            }
        ),
        recognised_by=(CHILD, "Assessment start date", "Organisation completing assessment"),
        dataset="early_help_assessments",
        sheet="List 2",
        aliases=aliases(),
        also=(person(),),
    ),
    Table(
        "List 3",
        "referrals in six months",
        headers(
            {
                "Date of referral": "referral_date",
                "Referral Source": "source",
                "Referral NFA?": "no_further_action",
                "Number of Referrals in Last 12 Months": "referrals_in_12_months",
                TEAM: "team",
                WORKER: "worker",
            }
        ),
        recognised_by=(CHILD, "Date of referral"),
        dataset="referrals",
        sheet="List 3",
        aliases=aliases({"Date of referral": ("Referral Date",)}),
        also=(person(),),
    ),
    Table(
        "List 4",
        "assessments in six months, or open",
        headers(
            {
                DISABLED: "disabled",
                "Continuous Assessment Start Date": "assessment_start",
                "Child Seen During Continuous Assessment": "child_seen",
                "Continuous Assessment Date of Authorisation": "assessment_end",
                "Was the child assessed as requiring LA children's social care support?": "needs_support",
                TEAM: "team",
                WORKER: "worker",
            },
            born=True,
        ),
        recognised_by=(CHILD, "Continuous Assessment Start Date"),
        dataset="assessments",
        sheet="List 4",
        aliases=aliases({"Continuous Assessment Start Date": ("Assessment Start Date", "C&F Assessment Start Date")}),
        constants={"assessment_kind": "single"},
        also=(person(disabled=True),),
    ),
    Table(
        "List 5",
        "section 47 enquiries in six months, with their initial conferences",
        headers(
            {
                DISABLED: "disabled",
                _STRATEGY: "strategy_date",
                "Was an Initial Child Protection Conference deemed unnecessary?": "conference_not_needed",
                _CONFERENCE: "conference_date",
                _PLAN_MADE: None,
                "Number of Section 47 Enquiries in the last 12 months": "enquiries_in_12_months",
                "Number of ICPCs in the last 12 months": "conferences_in_12_months",
                TEAM: "team",
                WORKER: "worker",
            }
        ),
        recognised_by=(CHILD, _STRATEGY),
        dataset="section_47_enquiries",
        sheet="List 5",
        aliases=aliases(
            {_STRATEGY: ("Section 47 Enquiry Start Date", "S47 Start Date", "Strategy discussion date")},
        ),
        also=(
            person(disabled=True),
            Feed(
                "initial_conferences",
                {
                    CHILD: "local_id",
                    _STRATEGY: "strategy_date",
                    _CONFERENCE: "conference_date",
                    _PLAN_MADE: "plan_made",
                    TEAM: "team",
                    WORKER: "worker",
                },
                filled=(_CONFERENCE,),
            ),
        ),
    ),
    Table(
        "List 6",
        "children in need now, or who ceased to be in six months",
        headers(
            {
                DISABLED: "disabled",
                "CIN Start Date": "need_since",
                "Primary Need Code": "primary_need",
                "Date Child Was Last Seen": "last_seen_on",
                "CIN Closure Date": "need_until",
                "Reason for Closure": "closed_because",
                "Case Status": "case_status",
                TEAM: "team",
                WORKER: "worker",
            },
            born=True,
        ),
        recognised_by=(CHILD, "CIN Start Date"),
        dataset="children_in_need",
        sheet="List 6",
        aliases=aliases({"CIN Start Date": ("Child in Need Start Date",), "CIN Closure Date": ("CIN End Date",)}),
        also=(person(disabled=True),),
    ),
    Table(
        "List 7",
        "children on a protection plan now, or who ceased to be in six months",
        headers(
            {
                DISABLED: "disabled",
                "Child Protection Plan Start Date": "plan_start",
                "Initial Category of Abuse": "initial_category",
                "Latest Category of Abuse": "abuse_category",
                _VISIT: "latest_visit_on",
                _ALONE: "seen_alone",
                _REVIEW: "latest_review_on",
                "Child Protection Plan End Date": "plan_end",
                _EMERGENCY: "emergency_protection",
                "Number of Previous Child Protection Plans": "previous_plans",
                TEAM: "team",
                WORKER: "worker",
            },
            born=True,
        ),
        recognised_by=(CHILD, "Child Protection Plan Start Date"),
        dataset="protection_plans",
        sheet="List 7",
        aliases=aliases(
            {
                "Child Protection Plan Start Date": ("CP Plan Start Date", "CPP Start Date"),
                "Child Protection Plan End Date": ("CP Plan End Date", "CPP End Date"),
            }
        ),
        also=(person(disabled=True),),
    ),
)
"""Each with the datasets that it fills. What Annex A calls a continuous assessment is a single assessment here."""
