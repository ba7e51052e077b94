"""Sealing what was received."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldenthread.engine.store.vault import MAGIC, CannotUnseal, seal, unseal

KEY, OTHER = b"k" * 32, b"o" * 32


@given(st.dictionaries(st.text(min_size=1, max_size=8, alphabet="aé/ .csv"), st.binary(max_size=200)))
def test_what_is_sealed_comes_back(contents: dict[str, bytes]) -> None:
    assert unseal(seal(contents, KEY), KEY) == contents


def test_nothing_can_be_read_from_outside() -> None:
    sealed = seal({"originals/header.csv": b"Amira Khan 1 May 2009" * 10}, KEY)
    assert b"Amira" not in sealed
    assert b"header" not in sealed


def test_it_is_never_the_same_twice() -> None:
    assert seal({"a": b"1"}, KEY) != seal({"a": b"1"}, KEY)


def test_another_key_does_not_open_it() -> None:
    with pytest.raises(CannotUnseal, match="sealed with another key"):
        unseal(seal({"a": b"1"}, KEY), OTHER)


@pytest.mark.parametrize("at", [len(MAGIC), len(MAGIC) + 20, -1])
def test_the_change_of_a_single_byte_shows(at: int) -> None:
    sealed = bytearray(seal({"a": b"1" * 40}, KEY))
    sealed[at] ^= 1
    with pytest.raises(CannotUnseal, match="altered"):
        unseal(bytes(sealed), KEY)


@pytest.mark.parametrize("length", [len(MAGIC), len(MAGIC) + 5, len(MAGIC) + 20])
def test_a_file_cut_short_shows(length: int) -> None:
    with pytest.raises(CannotUnseal, match="cut short"):
        unseal(seal({"a": b"1"}, KEY)[:length], KEY)


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"GOLDEN THREAD VAULT 2\n" + b"x" * 60])
def test_another_kind_of_file_is_told_apart(content: bytes) -> None:
    with pytest.raises(CannotUnseal, match="not a vault file of a kind"):
        unseal(content, KEY)
