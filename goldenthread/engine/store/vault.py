"""Sealing: several things in one encrypted file.

What is sealed is a zip archive, encrypted with AES-256-GCM, which also shows any alteration.
"""

import io
import secrets
import zipfile
from collections.abc import Mapping

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

MAGIC = b"GOLDEN THREAD VAULT 1\n"
NONCE_BYTES = 12


class CannotUnseal(Exception):
    """The file is no vault file, was altered, or was sealed with another key; the message says which it may be."""


def seal(contents: Mapping[str, bytes], key: bytes) -> bytes:
    """One encrypted file that holds all of `contents` by name. `key` is 32 bytes. Never the same twice."""
    nonce = secrets.token_bytes(NONCE_BYTES)
    return MAGIC + nonce + AESGCM(key).encrypt(nonce, _packed(contents), MAGIC)


def unseal(content: bytes, key: bytes) -> dict[str, bytes]:
    """What was sealed, by name; CannotUnseal where that cannot be had exactly as it was."""
    if not content.startswith(MAGIC):
        raise CannotUnseal("This is not a vault file of a kind that this version of Golden Thread can open.")
    rest = content[len(MAGIC) :]
    try:
        packed = AESGCM(key).decrypt(rest[:NONCE_BYTES], rest[NONCE_BYTES:], MAGIC)
    except (InvalidTag, ValueError):
        raise CannotUnseal(
            "The vault file cannot be opened: it has been altered or cut short, or it was sealed with another key."
            " `goldenthread verify` tells which. If the file is damaged, restore it from a backup."
        ) from None
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _packed(contents: Mapping[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in contents.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return packed.getvalue()
