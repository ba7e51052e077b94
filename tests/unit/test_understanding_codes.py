"""A code is understood however its sender writes it, and never from the letter before it."""

import pytest

from goldenthread.catalogue.codes import adoption, annex_a, leaving_care
from goldenthread.engine.checking.codes import understood
from goldenthread.engine.definitions import CodeList


@pytest.mark.parametrize(
    ("of", "written", "code"),
    [
        (annex_a.LEGAL_STATUS, "a) Interim care orders", "C1"),
        (annex_a.LEGAL_STATUS, "C1 Interim care order", "C1"),
        (annex_a.LEGAL_STATUS, "FULL CARE ORDER [C2]", "C2"),
        (annex_a.LEGAL_STATUS, "f) Detained on child protection grounds in LA accommodation", "protection"),
        (annex_a.PLACEMENT_TYPE, "f) U6: Foster placement - not FFA", "U6"),
        (annex_a.PLACEMENT_TYPE, "a) Foster placement", "foster"),
        (annex_a.REASON_CEASED, "k) E47: Special Guardianship Orders - relative/friend", "E47"),
        (annex_a.REASON_CEASED, "g) Special Guardianship Orders", "guardianship"),
        (annex_a.PERMANENCE_PLAN, "c) SGO/CAO", "guardianship"),
        (annex_a.PLACEMENT_LOCATION, "b) Out", "out"),
        (leaving_care.IN_TOUCH, "f) Rhom", "RHOM"),
        (leaving_care.IN_TOUCH, "c) Not recorded", "untold"),
        (leaving_care.ACCOMMODATION_KIND, "(Z) With former foster carer", "Z"),
        (leaving_care.ACCOMMODATION_KIND, "o) With Former Foster Carer", "Z"),
        (leaving_care.ACTIVITY, "F4: Young person engaged full time in an apprenticeship", "F4"),
        (adoption.NO_LONGER_PLACED, "The child\N{RIGHT SINGLE QUOTATION MARK}s needs changed (RD1)", "RD1"),
    ],
)
def test_codes_are_understood_in_every_spelling(of: CodeList, written: str, code: str) -> None:
    assert understood([written], of) == {written: code}


@pytest.mark.parametrize(
    "written",
    [
        "E supported by a relative",  # a letter that begins a sentence
        "K9 unit",  # what looks like a code and is none
        "With friends (see notes)",  # brackets that hold no code
        "k) Somewhere nobody has heard of",  # a letter of the list, not a code
    ],
)
def test_what_only_looks_like_a_code_is_left_as_it_came(written: str) -> None:
    assert understood([written], leaving_care.ACCOMMODATION_KIND) == {}
