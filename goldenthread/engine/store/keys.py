"""The key file: one secret, from which the keys of the vault, the pseudonyms and the site are derived."""

import base64
import binascii
import hashlib
import hmac
import os
import secrets
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from goldenthread.engine.store.syncing import private_folder, write_synced

SECRET_BYTES = 32
CHILD_KEY_LETTERS = 32
FIRST_LINE = (
    "# The key of a Golden Thread home. Without it nothing in the vault can be read and no child be recognised again."
    " Keep a copy apart from the home, and let nobody read it who may not read the vault."
)


class KeyFileProblem(Exception):
    """The key file cannot be made or read; the message says why and what to do."""


@dataclass(frozen=True)
class Keys:
    """The keys: `vault` and `pseudonyms` of 32 bytes each, `signing` as text. None can be worked out from another.

    `mark` tells one key file from another and gives nothing away: the home keeps it.
    """

    vault: bytes = field(repr=False)
    pseudonyms: bytes = field(repr=False)
    signing: str = field(repr=False)
    mark: str

    @classmethod
    def create(cls, path: Path) -> Self:
        """Make a key file that only its owner may read; KeyFileProblem where a file is there already."""
        secret = secrets.token_bytes(SECRET_BYTES)
        try:
            private_folder(path.parent)
            handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except OSError as error:
            if path.exists():
                raise KeyFileProblem(f"There is already a key file at {path}. It was left as it is.") from None
            raise KeyFileProblem(f"The key file {path} cannot be made: {error.strerror}.") from error
        with open(handle, "wb") as file:
            file.write(f"{FIRST_LINE}\n{base64.b64encode(secret).decode()}\n".encode())
            file.flush()
            os.fsync(handle)
        return cls._derived(secret)

    @classmethod
    def load(cls, path: Path) -> Self:
        """The keys of a key file; KeyFileProblem where it is missing, unreadable or not a key file."""
        try:
            text = path.read_text(encoding="ascii")
        except FileNotFoundError:
            raise KeyFileProblem(
                f"There is no key file at {path}. Put the board's key file there, or set GOLDENTHREAD_KEY_FILE to where"
                " it is. Without it the vault cannot be read."
            ) from None
        except OSError as error:
            raise KeyFileProblem(f"The key file {path} cannot be read: {error.strerror}.") from error
        except UnicodeDecodeError:
            raise _no_key_file(path) from None
        return cls._derived(_secret_in(text, path))

    @classmethod
    def _derived(cls, secret: bytes) -> Self:
        return cls(
            vault=_derive(secret, "vault"),
            pseudonyms=_derive(secret, "pseudonyms"),
            signing=_derive(secret, "signing").hex(),
            mark=_derive(secret, "mark").hex(),
        )


def keys_of(home: Path, path: Path) -> Keys:
    """The keys of a key file, once it is certain that they are this home's; KeyFileProblem where they are another's.

    With another home's key the same child would get another child key, and nobody would notice. The home therefore
    keeps the mark of the first key that was used in it.
    """
    keys, kept = Keys.load(path), home / "key.mark"
    if not kept.exists():
        write_synced(kept, f"{keys.mark}\n".encode())
    if kept.read_text(encoding="ascii", errors="replace").strip() != keys.mark:
        raise KeyFileProblem(
            f"{path} is not the key file of the home {home}: it belongs to another. Put the board's own key file there,"
            " from the copy that was kept apart, or set GOLDENTHREAD_KEY_FILE to where it is."
        )
    return keys


def pseudonym(keys: Keys, agency: str, scheme: str, local_id: str) -> str:
    """The child key that stands for an agency's own number of a child: 32 hexadecimal letters, the same every time.

    Agency, scheme and number are kept apart by their lengths, so that no two different triples read the same.
    """
    named = "".join(f"{len(part)}:{part}" for part in (agency, scheme, local_id))
    return hmac.new(keys.pseudonyms, named.encode(), hashlib.sha256).hexdigest()[:CHILD_KEY_LETTERS]


def _derive(secret: bytes, purpose: str) -> bytes:
    return HKDF(algorithm=SHA256(), length=32, salt=None, info=f"golden thread {purpose} 1".encode()).derive(secret)


def _secret_in(text: str, path: Path) -> bytes:
    lines = [line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#")]
    try:
        secret = base64.b64decode("".join(lines), validate=True)
    except binascii.Error:
        raise _no_key_file(path) from None
    if len(secret) != SECRET_BYTES:
        raise _no_key_file(path)
    return secret


def _no_key_file(path: Path) -> KeyFileProblem:
    return KeyFileProblem(
        f"{path} is not a Golden Thread key file: it should hold one line of 44 letters under a line that begins"
        " with #. Put the board's own key file there, from the copy that was kept apart."
    )
