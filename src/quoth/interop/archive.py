"""Libraries as archives: a ZIP file of JSON lines with a manifest that names each member, its size and its hash.

Nothing is ever unpacked to disk, so no name in an archive can reach outside it. What an archive claims of itself is
held against its manifest, and its size against limits, before a single noun is handed out. The format is described in
docs/reference/archive-format.md.
"""

import hashlib
import os
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

from quoth.errors import BadFile, BadInput, HostileFile, QuothError
from quoth.model import ARCHIVE_FORMAT, ArchiveManifest, ArchiveMember, decode, encode

__all__ = ["ArchiveReader", "ArchiveWriter"]

T = TypeVar("T")

MANIFEST = "manifest.json"
MEMBER_BYTES = 8 * 2**20
"""A member is closed when it has grown to this."""
MOST_MEMBER_BYTES = 256 * 2**20
MOST_MANIFEST_BYTES = 64 * 2**20
MOST_MEMBERS = 100_000
MOST_RATIO = 200
"""JSON of texts shrinks to a fifth; what shrinks to less than this part of itself was made to fill a disk."""
_RATIO_FROM = 2**20
_NAME = re.compile(r"[a-z-]{1,40}/[0-9]{6}\.jsonl")
_SAME_DATE = (1980, 1, 1, 0, 0, 0)


class ArchiveWriter:
    """An archive that is being written beside its place and stands there only once it is whole."""

    def __init__(self, path: Path, *, overwrite: bool, private: bool) -> None:
        """Begin an archive; with `private`, a file that its owner alone can read.

        Raises:
            BadInput: there is a file already (and not `overwrite`), or none can be written there.
        """
        if not overwrite and os.path.exists(path):  # of a place that nobody may look into it says no
            raise BadInput(f"File {str(path)!r} exists. Choose another name, or say --overwrite.")
        self._path, self._draft = path, path.with_name(f".{path.name}.{os.getpid()}.part")
        try:
            mode = 0o600 if private else 0o644
            descriptor = os.open(self._draft, os.O_RDWR | os.O_CREAT | os.O_TRUNC, mode)
        except OSError as fault:
            raise BadInput(
                f"Archive {str(path)!r} cannot be written: {fault.strerror}. Choose another place."
            ) from fault
        self._handle = os.fdopen(descriptor, "w+b")
        self._zip = zipfile.ZipFile(self._handle, "w", zipfile.ZIP_DEFLATED)
        self._members: list[ArchiveMember] = []

    def put(self, section: str, nouns: Iterable[object]) -> Iterator[int]:
        """Write a section; yields how many nouns it has so far, each time that a member is full, and at its end."""
        lines: list[bytes] = []
        size = total = number = 0
        for noun in nouns:
            lines.append(encode(noun))
            size += len(lines[-1]) + 1
            total += 1
            if size >= MEMBER_BYTES:
                number += 1
                self._close_member(section, number, lines)
                lines, size = [], 0
                yield total
        if lines:
            self._close_member(section, number + 1, lines)
        yield total

    def finish(self, manifest: ArchiveManifest) -> str:
        """Write the manifest, with the members, and put the archive in its place. Returns the SHA-256 of the file."""
        self._write(MANIFEST, encode(replace(manifest, members=tuple(self._members))))
        self._zip.close()
        self._handle.flush()
        os.fsync(self._handle.fileno())
        self._handle.seek(0)
        digest = hashlib.file_digest(self._handle, "sha256").hexdigest()
        self._handle.close()
        self._draft.replace(self._path)
        return digest

    def _close_member(self, section: str, number: int, lines: list[bytes]) -> None:
        data = b"\n".join([*lines, b""])
        name = f"{section}/{number:06d}.jsonl"
        self._members.append(ArchiveMember(name, hashlib.sha256(data).hexdigest(), len(data), len(lines)))
        self._write(name, data)

    def _write(self, name: str, data: bytes) -> None:
        entry = zipfile.ZipInfo(name, date_time=_SAME_DATE)
        entry.compress_type = zipfile.ZIP_DEFLATED
        entry.external_attr = 0o600 << 16
        self._zip.writestr(entry, data)

    def __enter__(self) -> Self:
        """Itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Take away what was not finished."""
        if not self._handle.closed:
            self._zip.close()
            self._handle.close()
        self._draft.unlink(missing_ok=True)


class ArchiveReader:
    """An archive whose names, sizes and manifest have been looked at, ready to be read."""

    def __init__(self, path: Path, *, most_bytes: int) -> None:
        """Open an archive.

        Args:
            path: the file.
            most_bytes: how much it may hold, unpacked.

        Raises:
            BadFile: it is no archive, or one of another format.
            HostileFile: it holds what no archive of ours holds.
        """
        self._name = path.name
        try:
            self._zip = zipfile.ZipFile(path)
        except OSError as fault:
            raise BadFile(f"File {path.name!r} cannot be read: {fault.strerror}. Check the name.") from fault
        except (zipfile.BadZipFile, NotImplementedError, ValueError, OverflowError) as fault:
            if _begins_as_one(path):
                raise BadFile(
                    f"File {path.name!r} is no archive that can be read: it begins as one and has no end: it was cut "
                    "off or damaged. Copy it again; its SHA-256 was printed when it was written."
                ) from fault
            raise BadFile(
                f"File {path.name!r} is no archive of a library: {fault}. Expected what `quoth library export` or "
                "`quoth library backup` wrote."
            ) from fault
        try:
            self._look_at_entries(most_bytes)
            self.manifest = self._manifest()
        except BaseException:
            self._zip.close()
            raise

    def count(self, section: str) -> int:
        """How many nouns a section has, as the manifest says."""
        return sum(member.nouns for member in self._of(section))

    def nouns(self, section: str, kind: type[T]) -> Iterator[T]:
        """The nouns of a section, in their order; each member's size and hash is checked before its first noun.

        Raises:
            BadFile: a member is damaged or not what the manifest says, or a line is no noun of this kind.
        """
        for member in self._of(section):
            data = self._read(member.name)
            if len(data) != member.bytes or hashlib.sha256(data).hexdigest() != member.sha256:
                raise BadFile(f"{self._place(member.name)} is not what its manifest says: its hash is another one.")
            lines = data.split(b"\n")
            if lines.pop() != b"" or len(lines) != member.nouns:
                raise BadFile(f"{self._place(member.name)} does not hold the {member.nouns} lines of its manifest.")
            for number, line in enumerate(lines, start=1):
                try:
                    yield decode(line, kind)
                except (QuothError, ValueError, RecursionError) as fault:
                    raise BadFile(f"{self._place(member.name)}, line {number}: {fault}") from fault

    def sections(self) -> tuple[str, ...]:
        """Names of the sections, each once, in their order."""
        return tuple(dict.fromkeys(member.name.partition("/")[0] for member in self.manifest.members))

    def _of(self, section: str) -> list[ArchiveMember]:
        return [member for member in self.manifest.members if member.name.startswith(f"{section}/")]

    def _look_at_entries(self, most_bytes: int) -> None:
        entries = self._zip.infolist()
        if len(entries) > MOST_MEMBERS:
            raise HostileFile(
                f"Archive {self._name!r} has {len(entries):,} members; at most {MOST_MEMBERS:,} are read."
            )
        names = [entry.filename for entry in entries]
        if len(set(names)) < len(names):
            raise HostileFile(f"Archive {self._name!r} holds two members of one name. Nothing of it was read.")
        for entry in entries:
            if entry.filename != MANIFEST and not _NAME.fullmatch(entry.filename):
                raise HostileFile(
                    f"Archive {self._name!r} holds a member named {entry.filename[:80]!a}, which no library's archive "
                    "has. Nothing of it was read."
                )
            if entry.flag_bits & 0x1 or entry.compress_type not in (zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED):
                raise HostileFile(f"{self._place(entry.filename)} is encrypted or packed in another way than ours.")
            most = MOST_MANIFEST_BYTES if entry.filename == MANIFEST else MOST_MEMBER_BYTES
            bomb = entry.file_size > _RATIO_FROM and entry.file_size > MOST_RATIO * max(1, entry.compress_size)
            if entry.file_size > most or bomb:
                raise HostileFile(
                    f"{self._place(entry.filename)} would unpack to {entry.file_size:,} bytes from "
                    f"{entry.compress_size:,}. Nothing of it was read."
                )
        if (total := sum(entry.file_size for entry in entries)) > most_bytes:
            raise HostileFile(
                f"Archive {self._name!r} would unpack to {total / 2**20:,.0f} MB; setting upload_max_mb allows "
                f"{most_bytes / 2**20:,.0f}. Raise it if you trust the archive."
            )

    def _manifest(self) -> ArchiveManifest:
        if MANIFEST not in self._zip.namelist():
            raise BadFile(f"Archive {self._name!r} has no manifest: it is no library's archive, or was cut short.")
        data = self._read(MANIFEST)
        try:
            found = decode(data, ArchiveManifest)
        except (QuothError, RecursionError) as fault:
            raise BadFile(f"The manifest of {self._name!r} cannot be read: {fault}") from fault
        if found.format != ARCHIVE_FORMAT:
            raise BadFile(
                f"Archive {self._name!r} has the format {found.format[:40]!r}; this quoth reads {ARCHIVE_FORMAT!r}. "
                "Install the version that wrote it, or a later one."
            )
        listed = [member.name for member in found.members]
        if sorted([*listed, MANIFEST]) != sorted(self._zip.namelist()):
            raise BadFile(f"Archive {self._name!r} does not hold the members that its manifest lists.")
        return found

    def _read(self, name: str) -> bytes:
        try:
            return self._zip.read(name)
        except (zipfile.BadZipFile, zlib.error, OSError, EOFError, NotImplementedError, RuntimeError) as fault:
            raise BadFile(f"{self._place(name)} is damaged: {fault}. Make or fetch the archive again.") from fault

    def _place(self, name: str) -> str:
        return f"Member {name!a} of archive {self._name!r}"

    def __enter__(self) -> Self:
        """Itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Let go of the file."""
        self._zip.close()


def _begins_as_one(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(4) == b"PK\x03\x04"
