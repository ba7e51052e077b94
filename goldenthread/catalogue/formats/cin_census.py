"""Children in need census: one XML file a year, 2017 to 2026."""

from goldenthread.catalogue.codes.journey import CENSUS
from goldenthread.engine.definitions import Feed, Format, Table

_CHILD = "Children/Child"
_CASE = f"{_CHILD}/CINdetails"
_NUMBER = "ChildIdentifiers/LAchildID"
_WHOSE = {f"Child/{_NUMBER}": "local_id"}

FORMAT = Format(
    name="cin-census",
    title="Children in need census, 2017 to 2026",
    day_first=False,
    root="Message",
    year_element="Header/CollectionDetails/Year",
    day_element="Header/CollectionDetails/ReferenceDate",
    source=CENSUS,
    loses={
        "Who wrote the file": "software and serial number say nothing of any child; the original has them",
        "Pre-proceedings": "its elements are not in every published schema; they are named as unknown",
    },
    tables=(
        Table(
            "Children",
            "Children",
            {
                _NUMBER: "local_id",
                "ChildIdentifiers/UPN": "upn",
                "ChildIdentifiers/FormerUPN": "former_upn",
                "ChildIdentifiers/UPNunknown": "no_upn",
                "ChildIdentifiers/PersonBirthDate": "date_of_birth",
                "ChildIdentifiers/ExpectedPersonBirthDate": "expected_on",
                "ChildIdentifiers/Sex": "sex",
                "ChildIdentifiers/GenderCurrent": "sex",
                "ChildIdentifiers/Gender": "sex",
                "ChildIdentifiers/PersonDeathDate": "died_on",
                "ChildCharacteristics/Ethnicity": "ethnicity",
            },
            recognised_by=(),
            dataset="people",
            path=_CHILD,
            shapes={_NUMBER: ("[A-Za-z0-9]{1,10}", "A123456789, ten letters and digits at most")},
        ),
        Table(
            "Disabilities",
            "Disabilities",
            {**_WHOSE, "Disability": "disability"},
            recognised_by=(),
            dataset="disabilities",
            path=f"{_CHILD}/ChildCharacteristics/Disabilities/Disability",
        ),
        Table(
            "CINdetails",
            "Referrals, and the cases that followed",
            {
                **_WHOSE,
                "CINreferralDate": "referral_date",
                "ReferralSource": "source",
                "PrimaryNeedCode": "primary_need",
                "CINclosureDate": "closed_on",
                "ReasonForClosure": "closed_because",
                "DateOfInitialCPC": "transfer_conference_on",
                "ReferralNFA": "no_further_action",
            },
            recognised_by=(),
            dataset="referrals",
            path=_CASE,
            also=(
                Feed(
                    "initial_conferences",
                    {**_WHOSE, "DateOfInitialCPC": "conference_date"},
                    {"moved_here": "1"},
                    filled=("DateOfInitialCPC",),
                ),
            ),
        ),
        Table(
            "Assessments",
            "Assessments",
            {
                **_WHOSE,
                "AssessmentActualStartDate": "assessment_start",
                "AssessmentInternalReviewDate": "reviewed_on",
                "AssessmentAuthorisationDate": "assessment_end",
            },
            recognised_by=(),
            dataset="assessments",
            constants={"assessment_kind": "single"},
            path=f"{_CASE}/Assessments",
        ),
        Table(
            "AssessmentFactors",
            "Factors that assessments found",
            {
                **_WHOSE,
                "Assessments/AssessmentActualStartDate": "assessment_start",
                "Assessments/AssessmentAuthorisationDate": "assessment_end",
                "AssessmentFactors": "factor",
            },
            recognised_by=(),
            dataset="assessment_factors",
            path=f"{_CASE}/Assessments/FactorsIdentifiedAtAssessment/AssessmentFactors",
        ),
        Table(
            "CINPlanDates",
            "Child in need plans",
            {**_WHOSE, "CINPlanStartDate": "need_start", "CINPlanEndDate": "need_end"},
            recognised_by=(),
            dataset="child_in_need_plans",
            path=f"{_CASE}/CINPlanDates",
        ),
        Table(
            "Section47",
            "Section 47 enquiries, with their initial conferences",
            {
                **_WHOSE,
                "S47ActualStartDate": "strategy_date",
                "InitialCPCtarget": "conference_target",
                "DateOfInitialCPC": "conference_date",
                "ICPCnotRequired": "conference_not_needed",
            },
            recognised_by=(),
            dataset="section_47_enquiries",
            path=f"{_CASE}/Section47",
            also=(
                Feed(
                    "initial_conferences",
                    {
                        **_WHOSE,
                        "S47ActualStartDate": "strategy_date",
                        "InitialCPCtarget": "due_on",
                        "DateOfInitialCPC": "conference_date",
                    },
                    filled=("DateOfInitialCPC",),
                ),
            ),
        ),
        Table(
            "ChildProtectionPlans",
            "Child protection plans",
            {
                **_WHOSE,
                "CPPstartDate": "plan_start",
                "CPPendDate": "plan_end",
                "InitialCategoryOfAbuse": "initial_category",
                "LatestCategoryOfAbuse": "abuse_category",
                "NumberOfPreviousCPP": "previous_plans",
            },
            recognised_by=(),
            dataset="protection_plans",
            path=f"{_CASE}/ChildProtectionPlans",
        ),
        Table(
            "Reviews",
            "Reviews of child protection plans",
            {**_WHOSE, "CPPreviewDate": "met_on"},
            recognised_by=(),
            dataset="plan_meetings",
            constants={"meeting_kind": "review"},
            path=f"{_CASE}/ChildProtectionPlans/Reviews/CPPreviewDate",
        ),
    ),
)
