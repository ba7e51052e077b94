"""Standard Safeguarding Dataset 1.4.5: extracts of its tables as CSV, one file each, any of them."""

from collections.abc import Mapping

from goldenthread.catalogue.codes.sources import STANDARD
from goldenthread.engine.definitions import Format, Table

_NO_CHILD = "It names no child by itself, and this version does not follow its keys into other tables."
_NOT_HELD = "Nothing is held here of what it is about."


def _table(
    name: str,
    dataset: str,
    taken: Mapping[str, str],
    known: str = "",
    *,
    prefix: str,
    constants: Mapping[str, str] | None = None,
    many: bool = False,
) -> Table:
    """A table that is taken: the fields with the columns that they fill, and the others that are known, as words.

    Fields are written without their prefix, which is that of the table.
    """
    headers: dict[str, str | None] = {f"{prefix}_{field}": column for field, column in taken.items()}
    headers |= {f"{prefix}_{field}": None for field in known.split()}
    first_two = tuple(headers)[:2]
    return Table(name, name, headers, first_two, dataset, constants=constants or {}, sheet=name, many=many)


def _left(name: str, fields: str, why: str = _NOT_HELD) -> Table:
    """A table that is known and not taken."""
    headers = fields.split()
    return Table(name, name, dict.fromkeys(headers), tuple(headers[:2]), why=why, sheet=name, mostly_ours=False)


FORMAT = Format(
    name="ssd",
    title="Standard Safeguarding Dataset extracts (CSV)",
    day_first=False,
    source=STANDARD,
    blank="PLACEHOLDER_DATA",
    loses={
        "Outcomes written as JSON": "their wording differs between systems; dates and flags are taken instead",
        "Tables joined by keys alone": "assessment factors and looked-after reviews name no child by themselves",
        "Education, health and care plans": "nothing is held here of what they are about",
    },
    tables=(
        _table("ssd_person", "people", {"person_id": "local_id", "dob": "date_of_birth", "sex": "sex",
               "ethnicity": "ethnicity", "upn_unknown": "no_upn", "expected_dob": "expected_on",
               "death_date": "died_on", "is_mother": "is_mother"},
               "forename surname gender common_child_id legacy_id send_flag nationality", prefix="pers"),
        _table("ssd_disability", "disabilities", {"person_id": "local_id", "disability_code": "disability"},
               "table_id", prefix="disa"),
        _table("ssd_contacts", "contacts", {"person_id": "local_id", "contact_date": "contact_date",
               "contact_source_code": "source"}, "contact_id contact_source_desc contact_outcome_json", prefix="cont"),
        _table("ssd_early_help_episodes", "early_help_assessments", {"person_id": "local_id",
               "episode_start_date": "assessed_on", "episode_end_date": "completed_on",
               "episode_organisation": "organisation"},
               "episode_id episode_reason episode_end_reason episode_worker_id", prefix="earl"),
        _table("ssd_cin_episodes", "referrals", {"person_id": "local_id", "referral_date": "referral_date",
               "cin_primary_need_code": "primary_need", "referral_source_code": "source",
               "referral_nfa": "no_further_action", "close_reason": "closed_because", "close_date": "closed_on",
               "referral_team": "team", "referral_worker_id": "worker"},
               "referral_id referral_source_desc referral_outcome_json", prefix="cine"),
        _table("ssd_cin_assessments", "assessments", {"person_id": "local_id",
               "assessment_start_date": "assessment_start", "assessment_auth_date": "assessment_end",
               "assessment_child_seen": "child_seen", "assessment_team": "team", "assessment_worker_id": "worker"},
               "assessment_id referral_id assessment_outcome_json assessment_outcome_nfa", prefix="cina",
               constants={"assessment_kind": "single"}),
        _table("ssd_cin_plans", "child_in_need_plans", {"person_id": "local_id", "cin_plan_start_date": "need_start",
               "cin_plan_end_date": "need_end"}, "cin_plan_id referral_id cin_plan_team cin_plan_worker_id",
               prefix="cinp"),
        _table("ssd_cin_visits", "visits", {"person_id": "local_id", "cin_visit_date": "visited_on",
               "cin_visit_seen": "seen", "cin_visit_seen_alone": "seen_alone", "cin_visit_bedroom": "bedroom_seen"},
               "cin_visit_id", prefix="cinv", constants={"visit_kind": "in_need"}, many=True),
        _table("ssd_s47_enquiry", "section_47_enquiries", {"person_id": "local_id", "s47_start_date": "strategy_date",
               "s47_end_date": "ended_on", "s47_completed_by_team": "team", "s47_completed_by_worker_id": "worker"},
               "s47_enquiry_id referral_id s47_nfa s47_outcome_json", prefix="s47e"),
        _table("ssd_initial_cp_conference", "initial_conferences", {"person_id": "local_id",
               "icpc_date": "conference_date", "icpc_target_date": "due_on", "icpc_transfer_in": "moved_here",
               "icpc_outcome_cp_flag": "plan_made", "icpc_team": "team", "icpc_worker_id": "worker"},
               "icpc_id icpc_meeting_id s47_enquiry_id cp_plan_id referral_id icpc_outcome_json", prefix="icpc"),
        _table("ssd_cp_plans", "protection_plans", {"person_id": "local_id", "cp_plan_start_date": "plan_start",
               "cp_plan_end_date": "plan_end", "cp_plan_initial_category": "initial_category",
               "cp_plan_latest_category": "abuse_category", "cp_plan_ola": "other_authority"},
               "cp_plan_id referral_id icpc_id", prefix="cppl"),
        _table("ssd_cp_reviews", "plan_meetings", {"person_id": "local_id", "cp_review_date": "met_on",
               "cp_review_due": "due_on"}, "cp_review_id cp_plan_id cp_review_meeting_id"
               " cp_review_outcome_continue_cp cp_review_quorate cp_review_participation", prefix="cppr",
               constants={"meeting_kind": "review"}),
        _table("ssd_cp_visits", "visits", {"person_id": "local_id", "cp_visit_date": "visited_on",
               "cp_visit_seen": "seen", "cp_visit_seen_alone": "seen_alone", "cp_visit_bedroom": "bedroom_seen"},
               "cp_visit_id cp_plan_id", prefix="cppv", constants={"visit_kind": "protection"}, many=True),
        _table("ssd_cla_visits", "visits", {"person_id": "local_id", "cla_visit_date": "visited_on",
               "cla_visit_seen": "seen", "cla_visit_seen_alone": "seen_alone"}, "cla_visit_id cla_id", prefix="clav",
               constants={"visit_kind": "looked_after"}, many=True),
        _table("ssd_cla_episodes", "care_episodes", {"person_id": "local_id", "cla_episode_start_date": "care_from",
               "cla_episode_start_reason": "reason_started", "cla_primary_need_code": "category_of_need",
               "cla_episode_ceased_date": "care_until", "cla_episode_ceased_reason": "care_ended_because",
               "entered_care_date": "entered_care_on", "cla_last_iro_contact_date": "officer_contact_on"},
               "cla_episode_id cla_id referral_id cla_placement_id", prefix="clae"),
        _table("ssd_legal_status", "legal_statuses", {"person_id": "local_id",
               "legal_status_start_date": "status_from", "legal_status": "legal_status",
               "legal_status_end_date": "status_until"}, "legal_status_id", prefix="lega"),
        _table("ssd_cla_placement", "placements", {"person_id": "local_id", "cla_placement_start_date": "placed_on",
               "cla_placement_end_date": "left_on", "cla_placement_type": "placement_type",
               "cla_placement_provider": "placement_provider", "cla_placement_distance": "placement_distance",
               "cla_placement_change_reason": "reason_for_placement_change",
               "cla_placement_postcode": "placement_postcode", "cla_placement_urn": "setting_urn"},
               "cla_placement_id cla_id", prefix="clap"),
        _table("ssd_cla_health", "health_appointments", {"person_id": "local_id", "health_check_date": "appointment_on",
               "health_check_type": "appointment_kind", "health_check_status": "appointment_outcome"},
               "health_check_id", prefix="clah"),
        _table("ssd_cla_immunisations", "immunisations", {"person_id": "local_id",
               "immunisations_status": "immunisations_current",
               "immunisations_status_date": "immunisations_told_on"}, prefix="clai"),
        _table("ssd_cla_substance_misuse", "looked_after_substance_misuse", {"person_id": "local_id",
               "substance_misuse_date": "misuse_noted_on", "substance_misused": "substance",
               "intervention_received": "intervention_received"}, "substance_misuse_id", prefix="clas"),
        _table("ssd_cla_convictions", "looked_after_convictions", {"person_id": "local_id",
               "cla_conviction_date": "offended_on", "cla_conviction_offence": "offence"}, "cla_conviction_id",
               prefix="clac"),
        _table("ssd_cla_previous_permanence", "previous_permanence", {"person_id": "local_id",
               "previous_permanence_option": "permanence_before",
               "previous_permanence_order_date": "permanence_order_date",
               "previous_permanence_la": "permanence_arranged_by"}, "table_id", prefix="lapp"),
        _table("ssd_cla_care_plan", "care_plans", {"person_id": "local_id",
               "cla_care_plan_start_date": "care_plan_from", "cla_care_plan_end_date": "care_plan_until"},
               "table_id cla_care_plan_json", prefix="lacp"),
        _table("ssd_sdq_scores", "sdq_scores", {"person_id": "local_id", "sdq_completed_date": "sdq_completed_on",
               "sdq_score": "sdq_score", "sdq_reason": "sdq_reason"}, "table_id", prefix="csdq"),
        _table("ssd_missing", "missing_episodes", {"person_id": "local_id", "missing_episode_start_date": "missing_on",
               "missing_episode_end_date": "found_on", "missing_episode_type": "missing_kind",
               "missing_rhi_offered": "interview_offered", "missing_rhi_accepted": "interview_accepted"}, "table_id",
               prefix="miss", constants={"missing_from": "care"}),
        _table("ssd_care_leavers", "care_leavers", {"person_id": "local_id", "care_leaver_in_touch": "in_touch",
               "care_leaver_eligibility": "eligibility", "care_leaver_latest_contact": "latest_contact",
               "care_leaver_accommodation": "accommodation_kind", "care_leaver_activity": "activity",
               "care_leaver_accom_suitable": "accommodation_suitable",
               "pathway_plan_review_date": "pathway_plan_reviewed_on",
               "care_leaver_personal_advisor": "personal_adviser",
               "care_leaver_allocated_team": "allocated_team", "care_leaver_worker_id": "allocated_worker"},
               "table_id", prefix="clea"),
        _left("ssd_assessment_factors", "cinf_assessment_id cinf_assessment_factors_json cinf_table_id", _NO_CHILD),
        _left("ssd_cla_reviews", "clar_cla_id clar_cla_review_date clar_cla_review_id", _NO_CHILD),
        _left("ssd_address", "addr_person_id addr_address_postcode addr_address_type"),
        _left("ssd_family", "fami_family_id fami_person_id"),
        _left("ssd_mother", "moth_person_id moth_childs_person_id moth_childs_dob"),
        _left("ssd_linked_identifiers", "link_person_id link_identifier_type link_identifier_value"),
        _left("ssd_immigration_status", "immi_person_id immi_immigration_status"),
        _left("ssd_permanence", "perm_person_id perm_table_id perm_matched_date"),
        _left("ssd_involvements", "invo_involvements_id invo_professional_id invo_person_id"),
        _left("ssd_professionals", "prof_professional_id prof_staff_id prof_professional_name"),
        _left("ssd_department", "dept_team_id dept_team_name"),
        _left("ssd_pre_proceedings", "prep_person_id prep_table_id prep_pre_pro_decision_date"),
        _left("ssd_voice_of_child", "voch_person_id voch_explained_worries voch_agree_worker"),
        _left("ssd_send", "send_person_id send_upn send_uln"),
        _left("ssd_sen_need", "senn_active_ehcp_id senn_active_ehcp_need_type"),
        _left("ssd_ehcp_requests", "ehcr_ehcp_request_id ehcr_send_table_id"),
        _left("ssd_ehcp_assessment", "ehca_ehcp_assessment_id ehca_ehcp_request_id"),
        _left("ssd_ehcp_named_plan", "ehcn_named_plan_id ehcn_ehcp_asmt_id"),
        _left("ssd_ehcp_active_plans", "ehcp_active_ehcp_id ehcp_ehcp_request_id"),
    ),
)  # fmt: skip
