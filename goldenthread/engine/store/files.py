"""Files that are never changed, each named by the SHA-256 of what it holds."""

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

from goldenthread.engine.store.pending import mark
from goldenthread.engine.store.syncing import half_written, move_synced, write_synced

_NAME = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True)
class FileStore:
    """The files of one kind (`vault`, `parts`, `results`) in a home."""

    home: Path
    kind: str

    @property
    def folder(self) -> Path:
        """Where they lie."""
        return self.home / self.kind

    def write(self, content: bytes) -> str:
        """Keep some content and return its name. The same content twice is one file.

        The name is marked as pending first; whoever makes the database name the file settles it afterwards.
        """
        digest = hashlib.sha256(content).hexdigest()
        mark(self.home, digest)
        write_synced(self.path(digest), content)
        return digest

    def adopt(self, path: Path) -> str:
        """Keep a file that is written already, in the same file system: it is moved. Otherwise like `write`."""
        digest = digest_of(path)
        mark(self.home, digest)
        move_synced(path, self.path(digest))
        return digest

    def path(self, digest: str) -> Path:
        """Where the file of that name lies, or would lie."""
        return self.folder / digest

    def read(self, digest: str) -> bytes:
        """What a file holds; FileNotFoundError where there is none. Whether it is unaltered, `verify_files` says."""
        return self.path(digest).read_bytes()

    def names(self) -> set[str]:
        """The names of all files that have one."""
        return {file.name for file in self.everything() if _NAME.fullmatch(file.name) and file.is_file()}

    def strangers(self) -> set[str]:
        """Whatever lies in the folder and is neither a kept file nor a half-written one."""
        unfinished = {file.name for file in half_written(self.folder)}
        return {file.name for file in self.everything()} - self.names() - unfinished

    def everything(self) -> list[Path]:
        """All that lies in the folder."""
        return list(self.folder.iterdir()) if self.folder.is_dir() else []


def digest_of(path: Path) -> str:
    """The SHA-256 of a file, without holding all of it in memory."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
