"""Lists 8 to 11 of Annex A: children looked after, care leavers, adoption and adopters."""

from goldenthread.catalogue.formats.annex_a.headers import (
    CHILD,
    DISABLED,
    TEAM,
    WORKER,
    aliases,
    headers,
    person,
)
from goldenthread.engine.definitions import Table

_ASYLUM = "Unaccompanied Asylum Seeking Child (UASC) within the Last 12 Months (Y/N)"
_ASYLUM_BEFORE = "Unaccompanied Asylum Seeking Child (UASC), or formerly UASC if 18 or over (Y/N)"
_SECOND_TIME = "Is this a second or subsequent period of being a Looked After Child within the last 12 months (Y/N)"
_MISSING = "Number of Episodes the Child has been 'Missing' from their Placement in the last 12 months"
_ABSENT = "Number of Episodes the Child has been 'Absent' from their Placement in the last 12 months"
_OFFERED = "Was the child offered a Return Interview after their last missing episode (Y/N)?"
_ACCEPTED = "Did the child accept a Return Interview after their last missing episode (Y/N)?"
_DECIDED = "Date of Decision that Child Should be Placed for Adoption"
_REVERSED = "Date of Decision that Child Should No Longer be Placed for Adoption"
_FOSTERED = "Date the child was placed for fostering in FFA or concurrent planning placement"
_FAMILY, _ADOPTER = "Family identifier", "Individual adopter identifier"

LATER_LISTS = (
    Table(
        "List 8",
        "children looked after now, or who ceased to be in six months",
        headers(
            {
                _ASYLUM: None,
                DISABLED: None,
                "Date Started to be Looked After": "looked_after_since",
                "Child's Category of Need": "category_of_need",
                _SECOND_TIME: "second_period",
                "Start date of current legal status": "legal_status_since",
                "Child's Legal Status": "legal_status",
                "Date of Latest Statutory Review": "latest_review_on",
                "Date of Last Social Work Visit": "latest_visit_on",
                "What is the permanence plan for this child?": "permanence_plan",
                "Date of Last IRO Visit / Contact to the Child": "officer_contact_on",
                "Date of Last Health Assessment": "latest_health_assessment_on",
                "Date of Last Dental Check": "latest_dental_check_on",
                "Number of Placements in the Last 12 months": "placements_in_12_months",
                "Date Ceased to be Looked After": "looked_after_until",
                "Reason Ceased to be Looked After": "ceased_because",
                "Start Date of Most Recent Placement": "latest_placement_from",
                "Placement Type": "placement_type",
                "Placement Provider": "placement_provider",
                "Placement postcode": "placement_postcode",
                "URN of Placement": "setting_urn",
                "Placement Location": "placement_location",
                "LA of Placement": "placement_authority",
                _MISSING: "times_missing_in_12_months",
                _ABSENT: "times_absent_in_12_months",
                _OFFERED: "interview_offered",
                _ACCEPTED: "interview_accepted",
                TEAM: "allocated_team",
                WORKER: "allocated_worker",
            },
            born=True,
        ),
        recognised_by=(CHILD, "Date Started to be Looked After"),
        dataset="looked_after_children",
        sheet="List 8",
        aliases=aliases({"Date Started to be Looked After": ("LAC Start Date", "Date Became Looked After")}),
        also=(person(disabled=True, asylum=_ASYLUM),),
    ),
    Table(
        "List 9",
        "care leavers",
        headers(
            {
                _ASYLUM_BEFORE: None,
                DISABLED: None,
                TEAM: "allocated_team",
                WORKER: "allocated_worker",
                "Allocated Personal Advisor": "personal_adviser",
                "Eligibility Category": "eligibility",
                "Latest Pathway Plan Review Date": "pathway_plan_reviewed_on",
                "LA in Touch": "in_touch",
                "Latest Date of Contact": "latest_contact",
                "Type of Accommodation": "accommodation_kind",
                "Suitability of Accommodation": "accommodation_suitable",
                "Activity Status": "activity",
            },
            born=True,
        ),
        recognised_by=(CHILD, "LA in Touch"),
        dataset="care_leavers",
        sheet="List 9",
        aliases=aliases(
            {"Eligibility Category": ("Eligibity Category",), "Allocated Personal Advisor": ("Personal Adviser",)}
        ),
        also=(person(disabled=True, asylum=_ASYLUM_BEFORE),),
    ),
    Table(
        "List 10",
        "children adopted, or to be placed for adoption, in twelve months",
        headers(
            {
                _FAMILY: "family_number",
                DISABLED: None,
                "Date the Child Entered Care": "entered_care_on",
                _DECIDED: "adoption_decided_on",
                "Date of Placement Order": "placement_order_on",
                "Date of Matching Child and Prospective Adopters": "matched_on",
                "Date Placed for Adoption": "adopters_placed_on",
                "Date of Adoption Order": "permanence_order_on",
                _REVERSED: "decision_reversed_on",
                "Reason Why Child No Longer Placed for Adoption": "decision_reversed_because",
                _FOSTERED: "fostering_placed_on",
            },
            born=True,
        ),
        recognised_by=(CHILD, _DECIDED),
        dataset="permanence",
        sheet="List 10",
        aliases=aliases({_DECIDED: ("Date of decision that child should be placed for adoption (ADM)",)}),
        also=(person(disabled=True, family=_FAMILY),),
        months=12,
    ),
    Table(
        "List 11",
        "prospective adopters in twelve months",
        {
            _ADOPTER: "adopter_number",
            _FAMILY: "adopter_family",
            "Gender": "adopter_sex",
            "Ethnicity": "adopter_ethnicity",
            "Disability": "adopter_disabled",
            "Is the (prospective) adopter fostering for adoption?": "fostering_for_adoption",
            "Date enquiry received": "enquired_on",
            "Date Stage 1 started": "stage_one_from",
            "Date Stage 1 ended": "stage_one_until",
            "Date Stage 2 started": "stage_two_from",
            "Date Stage 2 ended": "stage_two_until",
            "Date application submitted": "applied_on",
            "Date application approved": "adopter_approved_on",
            "Date adopter matched with child(ren)": "adopter_matched_on",
            "Date child/children placed with adopter(s)": "children_placed_on",
            "No. of children placed": "children_placed",
            "Date of Adoption Order": "adopted_on",
            "Date of leaving adoption process": "left_adopting_on",
            "Reason for leaving adoption process": "left_adopting_because",
        },
        recognised_by=(_ADOPTER, "Date enquiry received"),
        dataset="prospective_adopters",
        sheet="List 11",
        aliases={_ADOPTER: ("Adopter identifier", "Adopter ID")},
        months=12,
    ),
)
