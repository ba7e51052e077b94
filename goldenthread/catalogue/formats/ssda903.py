"""SSDA903, the yearly return on children looked after: layout of 2017/18, one CSV for each table."""

from goldenthread.catalogue.codes.person import GUIDE
from goldenthread.engine.definitions import Format, Table

_NOT_YET = "This version does not count it yet; it is kept with the return."


def _known(name: str, title: str, headers: str, recognised_by: str) -> Table:
    """A table that is recognised and kept but not counted."""
    names = headers.split()
    return Table(name, title, dict.fromkeys(names), tuple(recognised_by.split()), why=_NOT_YET)


FORMAT = Format(
    name="ssda903",
    title="SSDA903 return (children looked after), 2017/18 layout",
    day_first=True,
    year_told_by=(
        ("looked_after_episodes", "start_date"),
        ("people", "date_of_birth"),
        ("looked_after_reviews", "review_date"),
    ),
    source=GUIDE,
    tables=(
        Table(
            "Header",
            "Children",
            {
                "CHILD": "local_id",
                "SEX": "sex",
                "DOB": "date_of_birth",
                "ETHNIC": "ethnicity",
                "UPN": "upn",
                "MOTHER": "is_mother",
                "MC_DOB": "child_born_on",
            },
            recognised_by=("CHILD", "SEX", "DOB", "ETHNIC"),
            dataset="people",
        ),
        Table(
            "Episodes",
            "Episodes",
            {
                "CHILD": "local_id",
                "DECOM": "start_date",
                "RNE": "reason_started",
                "LS": "legal_status",
                "CIN": "category_of_need",
                "PLACE": "placement_type",
                "PLACE_PROVIDER": "placement_provider",
                "DEC": "end_date",
                "REC": "reason_ended",
                "REASON_PLACE_CHANGE": "reason_for_placement_change",
                "HOME_POST": "home_postcode",
                "PL_POST": "placement_postcode",
                "URN": "setting_urn",
            },
            recognised_by=("CHILD", "DECOM", "RNE", "LS"),
            dataset="looked_after_episodes",
        ),
        Table(
            "Reviews",
            "Reviews",
            {
                "CHILD": "local_id",
                "DOB": "date_of_birth",
                "REVIEW": "review_date",
                "REVIEW_CODE": "participation",
            },
            recognised_by=("CHILD", "REVIEW", "REVIEW_CODE"),
            dataset="looked_after_reviews",
        ),
        _known("UASC", "Unaccompanied asylum-seeking children", "CHILD DOB SEX DUC", "CHILD DUC"),
        _known(
            "OC2",
            "Health of children looked after for a year",
            "CHILD DOB SDQ_SCORE SDQ_REASON CONVICTED HEALTH_CHECK IMMUNISATIONS TEETH_CHECK HEALTH_ASSESSMENT"
            " SUBSTANCE_MISUSE INTERVENTION_RECEIVED INTERVENTION_OFFERED",
            "CHILD SDQ_SCORE HEALTH_ASSESSMENT",
        ),
        _known("OC3", "Care leavers", "CHILD DOB IN_TOUCH ACTIV ACCOM", "CHILD IN_TOUCH ACTIV"),
        _known(
            "AD1",
            "Adopters",
            "CHILD DOB DATE_INT DATE_MATCH FOSTER_CARE NB_ADOPTR SEX_ADOPTR LS_ADOPTR",
            "CHILD DATE_INT DATE_MATCH",
        ),
        _known(
            "PlacedAdoption",
            "Placed for adoption",
            "CHILD DOB DATE_PLACED DATE_PLACED_CEASED REASON_PLACED_CEASED",
            "CHILD DATE_PLACED",
        ),
        _known("PrevPerm", "Previous permanence", "CHILD DOB PREV_PERM LA_PERM DATE_PERM", "CHILD PREV_PERM"),
        _known("Missing", "Missing episodes", "CHILD DOB MISSING MIS_START MIS_END", "CHILD MISSING MIS_START"),
        _known("SWEpisodes", "Social workers", "CHILD DOB SW_ID SW_DECOM SW_DEC SW_REASON", "CHILD SW_ID SW_DECOM"),
        _known("DoLo", "Deprivation of liberty orders", "CHILD DOB DOLO_START DOLO_END", "CHILD DOLO_START"),
    ),
)
