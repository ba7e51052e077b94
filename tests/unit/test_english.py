"""Numbers with their nouns, things one after another, and somebody's own words."""

import pytest

from goldenthread.engine.english import age, begun, counted, one_after_another, quoted, shortened


def test_a_number_has_its_noun() -> None:
    assert counted(1, "row") == "1 row"
    assert counted(2675, "row") == "2,675 rows"
    assert counted(0, "child", "children") == "0 children"


@pytest.mark.parametrize(("things", "said"), [("", ""), ("a", "a"), ("ab", "a and b"), ("abc", "a, b and c")])
def test_things_are_named_one_after_another(things: str, said: str) -> None:
    assert one_after_another(things) == said


def test_own_words_stand_between_quotation_marks_and_those_within_are_single() -> None:
    assert quoted(" They said:\n“Ask us.” ") == "“They said: ‘Ask us.’”"


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("", ""),
        ("A short\n  one.", "A short one."),
        ("Sixteen letters.", "Sixteen letters."),
        ("Seventeen letters.", "Seventeen …"),
    ],
)
def test_a_long_text_is_cut_between_two_words(text: str, short: str) -> None:
    assert shortened(text, 16) == short


@pytest.mark.parametrize(
    ("months", "said"), [(0, "under a month"), (1, "1 month"), (12, "1 year"), (25, "2 years, 1 month")]
)
def test_an_age_is_told_in_years_and_months(months: int, said: str) -> None:
    assert age(months) == said


def test_a_sentence_begins_large_and_leaves_names_as_they_are() -> None:
    assert begun("the analyst, Ash Kowalski") == "The analyst, Ash Kowalski"
    assert begun("") == ""
