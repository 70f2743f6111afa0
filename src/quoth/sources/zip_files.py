"""Zip archives of files: what a reference manager, a journal or a colleague sends as one. Their names are hostile.

A Word document, a book or an export of a library is a zip archive too, and is one file to whoever holds it: such are
left whole.
"""

import re
import zipfile
import zlib
from pathlib import Path, PurePosixPath

from quoth.errors import BadFile, HostileFile
from quoth.sources.document_sidecar import SIDECAR_ENDING
from quoth.sources.items import Limits

__all__ = ["holds_files", "unzip"]

FILES_MAX = 10_000
_MAGIC = (b"PK\x03\x04", b"PK\x05\x06")
_ONE_FILE = frozenset({"[Content_Types].xml", "mimetype", "manifest.json"})
"""Names of first parts by which an office document, an e-book and an export of a library are known."""
_PLAIN = re.compile(r"[^\w .()+,@-]+")
_NAME_LETTERS = 100
_COPY_BYTES = 1 << 20
_LOCKED = 0x1


def holds_files(path: Path) -> bool:
    """Whether this is a zip archive that holds files of their own. What cannot be looked into is said by `unzip`."""
    try:
        with path.open("rb") as file:
            if file.read(4) not in _MAGIC or path.suffix.lower() == ".docx":
                return False
        with zipfile.ZipFile(path) as archive:
            return _ONE_FILE.isdisjoint(archive.namelist())
    except OSError:
        return False
    except zipfile.BadZipFile:
        return True


def unzip(path: Path, into: Path, limits: Limits) -> list[tuple[str, Path]]:
    """The files of an archive, each as its name there and where it lies now, in the order of their names.

    Hidden files are left out, and so are facts beside a document, which lie beside it all the same.

    Raises:
        BadFile: it is damaged, locked with a password, packed in a way that is not known here, or holds no file.
        HostileFile: it unpacks beyond the limits.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            entries = sorted((one for one in archive.infolist() if _is_wanted(one)), key=lambda one: one.filename)
            _hold_to_limits(path, entries, limits)
            found = [(entry.filename, _extracted(archive, entry, into, number)) for number, entry in enumerate(entries)]
    except zipfile.BadZipFile as fault:
        raise BadFile(f"{path.name!r} is a damaged zip archive: {str(fault).rstrip('.')}. Fetch it again.") from fault
    except (OSError, EOFError, NotImplementedError, RuntimeError, ValueError, zlib.error) as fault:
        raise BadFile(
            f"{path.name!r} cannot be unpacked: {str(fault).rstrip('.')}. Unpack it yourself and name the folder."
        ) from fault
    read = [(name, file) for name, file in found if not name.endswith(SIDECAR_ENDING)]
    if not read:
        raise BadFile(f"{path.name!r} is a zip archive that holds no file.")
    return read


def _is_wanted(entry: zipfile.ZipInfo) -> bool:
    parts = _parts(entry)
    return bool(parts) and not entry.is_dir() and "__MACOSX" not in parts and not parts[-1].startswith(".")


def _hold_to_limits(path: Path, entries: list[zipfile.ZipInfo], limits: Limits) -> None:
    if len(entries) > FILES_MAX:
        raise HostileFile(
            f"{path.name!r} holds {len(entries):,} files, more than {FILES_MAX:,}. "
            "Unpack it yourself and name the folder."
        )
    if any(one.flag_bits & _LOCKED for one in entries):
        raise BadFile(f"{path.name!r} is locked with a password. Unpack it yourself and name the folder.")
    size, packed = sum(one.file_size for one in entries), path.stat().st_size
    if size > limits.unpacked_bytes:
        raise HostileFile(f"{path.name!r} unpacks to more than {limits.unpacked_bytes:,} bytes.")
    if size > limits.ratio_free_bytes and size > packed * limits.unpacked_ratio:
        raise HostileFile(
            f"{path.name!r} unpacks to more than {limits.unpacked_ratio} times its size, as a bomb does. "
            "Unpack it yourself if you trust it."
        )


def _extracted(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, into: Path, number: int) -> Path:
    """One file under a name of ours, in a folder as it lay there; reading stops where the size that was told ends."""
    parts = [_plain(part) for part in _parts(entry)]
    target = into.joinpath(*parts)
    if target.exists():  # two names that are one, with letters that were left out
        target = into / str(number) / parts[-1]
    target.parent.mkdir(parents=True, exist_ok=True)
    with archive.open(entry) as packed, target.open("wb") as out:
        while piece := packed.read(_COPY_BYTES):
            out.write(piece)
    return target


def _parts(entry: zipfile.ZipInfo) -> tuple[str, ...]:
    return PurePosixPath(entry.filename.replace("\\", "/")).parts


def _plain(part: str) -> str:
    """A name without what a file system could take for more than a name; its end, which tells its kind, is kept."""
    return _PLAIN.sub("-", part).strip(". ")[-_NAME_LETTERS:] or "file"
