"""The key file, and the names that stand for children."""

import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldenthread.engine.store.keys import KeyFileProblem, Keys, keys_of, pseudonym


@pytest.fixture
def key_file(tmp_path: Path) -> Path:
    path = tmp_path / "keys" / "board.key"
    Keys.create(path)
    return path


def test_the_keys_come_back_as_they_were_made(tmp_path: Path) -> None:
    made = Keys.create(tmp_path / "board.key")
    assert Keys.load(tmp_path / "board.key") == made


def test_only_its_owner_may_read_the_key_file(key_file: Path) -> None:
    assert stat.S_IMODE(key_file.stat().st_mode) == 0o600


def test_the_key_file_says_what_it_is(key_file: Path) -> None:
    assert key_file.read_text().startswith("# The key of a Golden Thread home.")
    assert "Keep a copy apart" in key_file.read_text()


def test_a_key_file_that_is_there_is_never_replaced(key_file: Path) -> None:
    before = key_file.read_bytes()
    with pytest.raises(KeyFileProblem, match="already a key file"):
        Keys.create(key_file)
    assert key_file.read_bytes() == before


def test_each_purpose_has_a_key_of_its_own(key_file: Path) -> None:
    keys = Keys.load(key_file)
    assert len({keys.vault, keys.pseudonyms, bytes.fromhex(keys.signing), bytes.fromhex(keys.mark)}) == 4
    assert len(keys.vault) == len(keys.pseudonyms) == 32


def test_keys_are_not_shown_by_accident(key_file: Path) -> None:
    keys = Keys.load(key_file)
    assert keys.signing not in repr(keys)
    assert "vault" not in repr(keys)


def test_a_missing_key_file_is_told_with_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(KeyFileProblem, match="There is no key file at .*board.key.*GOLDENTHREAD_KEY_FILE"):
        Keys.load(tmp_path / "board.key")


@pytest.mark.parametrize(
    "content", [b"", b"# only a comment\n", b"# key\nabc\n", b"# key\nYWJj\n", b"\xff\xfe", b"PK\x03"]
)
def test_a_file_that_is_no_key_file_is_told(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "board.key").write_bytes(content)
    with pytest.raises(KeyFileProblem, match="is not a Golden Thread key file"):
        Keys.load(tmp_path / "board.key")


def test_a_folder_in_place_of_the_key_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(KeyFileProblem, match="cannot be read"):
        Keys.load(tmp_path)


def test_a_key_file_where_none_can_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(KeyFileProblem, match="cannot be made"):
        Keys.create(tmp_path / "file" / "board.key")


def test_a_home_knows_its_own_key_file(tmp_path: Path, key_file: Path) -> None:
    home, other = tmp_path / "home", tmp_path / "other.key"
    Keys.create(other)
    assert keys_of(home, key_file) == keys_of(home, key_file) == Keys.load(key_file)
    with pytest.raises(KeyFileProblem, match="it belongs to another"):
        keys_of(home, other)


def test_a_child_has_the_same_key_every_time(key_file: Path) -> None:
    keys = Keys.load(key_file)
    assert pseudonym(keys, "acc", "local", "7") == pseudonym(Keys.load(key_file), "acc", "local", "7")
    assert len(pseudonym(keys, "acc", "local", "7")) == 32
    assert pseudonym(keys, "acc", "local", "7") != pseudonym(Keys.create(key_file.with_name("b")), "acc", "local", "7")


TEXT = st.text(alphabet="12:ab", max_size=4)


@given(st.tuples(TEXT, TEXT, TEXT), st.tuples(TEXT, TEXT, TEXT))
def test_two_children_never_share_a_key(one: tuple[str, str, str], other: tuple[str, str, str]) -> None:
    keys = Keys(vault=b"", pseudonyms=b"p" * 32, signing="", mark="")
    assert (pseudonym(keys, *one) == pseudonym(keys, *other)) == (one == other)
