"""What a text suggests that it is about: with the words that say so, and never more than the words bear."""

import pytest

from goldenthread.catalogue.findings import SOURCE_KINDS, STRAND_NAMED, STRANDS, THEME_NAMED, THEMES
from goldenthread.engine.suggesting import Suggestion, Topic, suggest

AUDIT = Topic("audit", "Audit", ("audit*", "case file*"), ("audit trail*",))
IMPACT = Topic("impact", "Impact", ("impact", "evaluat*"))
SHARING = Topic("sharing", "Sharing", ("multi agency", "hold* * to account", "children's views"))


def names(text: str) -> list[str]:
    return [each.topic.name for each in suggest(text, THEMES)]


def test_a_suggestion_says_because_of_which_words_as_they_stand() -> None:
    (found,) = suggest("Evaluate the impact, and the Impact again; then evaluate.", (AUDIT, IMPACT))
    assert found == Suggestion(IMPACT, ("Evaluate", "impact"))
    assert found.why == "because it says “Evaluate” and “impact”"
    assert Suggestion(IMPACT, ("impact",)).why == "because it says “impact”"
    assert Suggestion(IMPACT, ("a", "b", "c")).why == "because it says “a”, “b” and “c”"


@pytest.mark.parametrize(
    ("text", "because"),
    [
        ("Re-audit, and read case-files.", ("audit", "case-files")),
        ("The auditors left an audit trail.", ("auditors",)),
        ("There is a clear audit trail.", ()),
        ("An inaudible recording.", ()),
        ("AUDITING", ("AUDITING",)),
    ],
)
def test_words_count_by_their_beginning_and_not_within_others(text: str, because: tuple[str, ...]) -> None:
    assert [each.because for each in suggest(text, (AUDIT,))] == ([because] if because else [])


def test_hyphens_line_ends_and_curly_apostrophes_make_no_difference() -> None:
    text = "Multi-agency work, or multi-\nagency. Holding partners to account on children’s views."
    (found,) = suggest(text, (SHARING,))
    assert found.because == ("Multi-agency", "multi- agency", "Holding partners to account", "children’s views")


def test_nothing_is_suggested_by_nothing() -> None:
    assert suggest("", THEMES) == () == suggest("It rained on Tuesday.", THEMES + STRANDS)


@pytest.mark.parametrize(
    ("text", "themes"),
    [
        ("Make sure that the board can show what its training has changed.", ["training"]),
        ("Evaluate what difference early help makes to families.", ["impact", "early-help"]),
        ("Hold every partner to account for coming to meetings; attendance is poor.", ["challenge", "membership"]),
        ("Publish an annual report that says where services are weak.", ["annual-report"]),
        ("Ask children for their views, and let young people's views shape the work.", ["voice"]),
        ("Raise awareness of private fostering among schools.", ["communication", "private-fostering", "partners"]),
        ("Complete the Section 11 audit of all agencies.", ["self-audit"]),
        ("Collect data from all partners, with an audit of files each quarter.", ["audit", "data"]),
        ("Return interviews tell too little of exploitation.", ["exploitation"]),
        ("Hold strategy discussions in time, by the procedures.", ["policies", "plans-for-children"]),
        ("Core groups do not meet, and plans are late.", ["plans-for-children"]),
        ("See to it that the designated officer hears of every allegation.", ["allegations"]),
        ("The child death overview panel has a backlog.", ["child-deaths"]),
    ],
)
def test_sentences_in_the_style_of_inspectors_suggest_what_a_reader_would(text: str, themes: list[str]) -> None:
    assert names(text) == themes


def test_strands_are_suggested_in_the_same_way() -> None:
    text = "Disabled children who go missing, care leavers without a home, and forced marriage."
    assert [each.topic.name for each in suggest(text, STRANDS)] == [
        "disability", "care-leavers", "missing", "forced-marriage",
    ]  # fmt: skip


def test_the_kept_lists_name_everything_once() -> None:
    assert len(THEME_NAMED) == len(THEMES) and len(STRAND_NAMED) == len(STRANDS)
    for topic in (*THEMES, *STRANDS):
        assert topic.words and len(set(topic.words)) == len(topic.words), topic.name
        assert all(word == word.strip() and word for word in (*topic.words, *topic.unless)), topic.name
    assert len(set(SOURCE_KINDS.values())) == len(SOURCE_KINDS) == 16


@pytest.mark.parametrize("topic", [*THEMES, *STRANDS], ids=lambda topic: topic.name)
def test_each_word_suggests_its_own_topic(topic: Topic) -> None:
    for word in topic.words:
        text = word.replace("* *", "* every").replace("*", "") if "* *" in word else word.replace("*", "")
        assert suggest(text, (topic,)), word
