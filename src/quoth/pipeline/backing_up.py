"""Everything of a library as one file, the desk, the trail and the keys included, and back into an empty place.

A backup is a copy of one moment, whatever is read and written meanwhile. A restore is one transaction: killed on the
way, it leaves what was there.
"""

import base64
import binascii
import json
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from quoth import __version__
from quoth.errors import BadFile, BadInput
from quoth.interop.archive import ArchiveReader, ArchiveWriter
from quoth.model import (
    ARCHIVE_FORMAT,
    DESK,
    Abstention,
    Answer,
    ArchiveKind,
    ArchiveManifest,
    AuditEntry,
    DeskItem,
    HeldWords,
    Holding,
    KeptAbstention,
    KeptAnswer,
    KeyFile,
    Notice,
    NoticeList,
    SavedStrategy,
    Session,
)
from quoth.pipeline.auditing import COMMAND_LINE, note, recorded, stamp, trail
from quoth.pipeline.carrying import (
    HOLDINGS_AT_ONCE,
    LITERATURE,
    NOTICES_AT_ONCE,
    ExportReport,
    archive_limit,
    literature_of,
    look_through,
    numbered,
    put_sections,
)
from quoth.pipeline.indexing import Progress, rebuild_index, writer_lock
from quoth.pipeline.parts import Parts
from quoth.pipeline.verifying import VerifyReport, verify_library
from quoth.store import FileState

__all__ = ["EVERYTHING", "RestoreReport", "back_up", "is_empty", "restore"]

Tell = Callable[[Progress], None]

_KEPT_ITEMS = {name.replace(" ", "-"): kind for kind, name in DESK.items() if kind is not Session}
"""Sessions stay behind: whoever was signed in signs in again."""

EVERYTHING: dict[str, type[object]] = {
    **LITERATURE,
    "files": FileState,
    "answers": KeptAnswer,
    "abstentions": KeptAbstention,
    **{f"desk-{name}": kind for name, kind in _KEPT_ITEMS.items()},
    "audit": AuditEntry,
    "keys": KeyFile,
}
"""Sections of a backup with the nouns that they hold, in their order."""


@dataclass(frozen=True, slots=True)
class RestoreReport:
    """What was put back, and the check of it."""

    file: str
    made_at: str
    counts: tuple[tuple[str, int], ...]
    """(section, nouns)."""
    keys: tuple[str, ...]
    """Key files that were put back; what was there before stays."""
    snapshot: str
    verified: VerifyReport
    seconds: float


def back_up(
    file: Path, parts: Parts, *, overwrite: bool = False, keys: bool = True, progress: Tell = lambda _: None
) -> ExportReport:
    """Write everything to one file that its owner alone can read, while the library goes on being used.

    Args:
        file: where to.
        parts: of the library.
        overwrite: take the place of a file that is there.
        keys: the keys that seal reviews as well; without them a restored library cannot verify its signatures.
        progress: told as sections grow.

    Raises:
        BadInput: the file exists, or cannot be written.
    """
    started = time.monotonic()
    store = parts.store
    with ArchiveWriter(file, overwrite=overwrite, private=True) as writer, store.viewing():
        sections: dict[str, Iterable[object]] = {
            **literature_of(parts),
            "files": store.file_states(),
            "answers": _answers(parts),
            "abstentions": _abstentions(parts),
            **{f"desk-{name}": _items(kind, parts) for name, kind in _KEPT_ITEMS.items()},
            "audit": trail(parts),
            "keys": _key_files(parts) if keys else (),
        }
        counts = put_sections(writer, sections, progress, started)
        last = store.last_audit()
        made = ArchiveManifest(
            ARCHIVE_FORMAT,
            ArchiveKind.BACKUP,
            __version__,
            stamp(parts),
            store.snapshot(),
            last.sha256 if last else "",
        )
        sha256 = writer.finish(made)
    return ExportReport(str(file), sha256, made.snapshot, counts, file.stat().st_size, time.monotonic() - started)


def is_empty(parts: Parts) -> bool:
    """Whether nothing at all is held: no literature, no page, nobody's account, no line in the trail."""
    store = parts.store
    return (
        store.counts().records == 0
        and not store.answer_ids()
        and store.last_audit() is None
        and not store.pack_states()
        and not store.file_states()
        and not any(_items(kind, parts) for kind in DESK)
    )


def restore(file: Path, parts: Parts, *, replace: bool = False, progress: Tell = lambda _: None) -> RestoreReport:
    """Put a backup back, and verify what then is there.

    Args:
        file: what `back_up` wrote.
        parts: of an empty library.
        replace: take out what is there, in the same transaction.
        progress: told as sections are read.

    Raises:
        BadInput: the library is not empty (and not `replace`), or the file is an export.
        BadFile: it is no archive, or not what its manifest says. Nothing was changed.
        LibraryBusy: another process is writing.
    """
    started = time.monotonic()
    with ArchiveReader(file, most_bytes=archive_limit(parts)) as archive:
        manifest = archive.manifest
        if manifest.kind is not ArchiveKind.BACKUP:
            raise BadInput(f"{str(file)!r} is an export of the literature. Take it in with `quoth library import`.")
        with writer_lock(parts):
            if not replace and not is_empty(parts):
                raise BadInput(
                    "This library is not empty. Restore into a new home folder or database, or say --replace to take "
                    "out everything that is here. Nothing was changed."
                )
            look_through(archive, EVERYTHING, progress)
            with parts.store.writing():
                parts.store.clear()
                _put_everything(archive, parts, progress, started)
                _hold_against(manifest, parts)
            keys = parts.keys.take({key.name: _content(key) for key in archive.nouns("keys", KeyFile)})
            _set_anchor(parts)
        rebuild_index(parts, progress)
    verified = verify_library(parts, progress=progress)
    with recorded(parts):
        note(parts, COMMAND_LINE, "restored a backup", manifest.snapshot, made=manifest.made_at)
    return RestoreReport(
        file=str(file),
        made_at=manifest.made_at,
        counts=tuple((section, archive.count(section)) for section in EVERYTHING),
        keys=keys,
        snapshot=parts.store.snapshot(),
        verified=verified,
        seconds=time.monotonic() - started,
    )


def _put_everything(archive: ArchiveReader, parts: Parts, progress: Tell, started: float) -> None:
    store = parts.store

    def tell(section: str, done: int) -> None:
        store.snapshot()  # brings the sums up to here, so that memory stays flat
        progress(Progress(section, done, 0, time.monotonic() - started))

    for held in archive.nouns("words", HeldWords):
        store.put_words(held.words, site=held.site)
    for done, holdings in numbered(archive.nouns("records", Holding), HOLDINGS_AT_ONCE):
        store.put_holdings(holdings)
        tell("records", done)
    for done, notices in numbered(archive.nouns("notices", Notice), NOTICES_AT_ONCE):
        store.put_notices(notices)
        tell("notices", done)
    for listed in archive.nouns("lists", NoticeList):
        store.put_notice_list(listed)
    for strategy in archive.nouns("strategies", SavedStrategy):
        store.put_strategy(strategy)
    for state in archive.nouns("files", FileState):
        store.put_file_state(state)
    for answer in archive.nouns("answers", KeptAnswer):
        store.put_answer(answer.page, kept_on=_day(answer.kept_on))
    for abstention in archive.nouns("abstentions", KeptAbstention):
        store.put_answer(abstention.page, kept_on=_day(abstention.kept_on))
    for name, kind in _KEPT_ITEMS.items():
        for item in archive.nouns(f"desk-{name}", kind):
            store.put_item(item)
    store.put_audit(archive.nouns("audit", AuditEntry))


def _hold_against(manifest: ArchiveManifest, parts: Parts) -> None:
    """Nothing is committed that is not what the manifest says. Raises BadFile."""
    last = parts.store.last_audit()
    if parts.store.snapshot() != manifest.snapshot:
        raise BadFile(
            f"What the archive holds has the snapshot {parts.store.snapshot()}, its manifest says "
            f"{manifest.snapshot[:40]!r}. Nothing was changed. Use another backup."
        )
    if (last.sha256 if last else "") != manifest.newest_audit:
        raise BadFile("The audit trail in the archive does not end as its manifest says. Nothing was changed.")


def _set_anchor(parts: Parts) -> None:
    """The anchor remembers the last line of the trail that is here now."""
    if parts.anchor_file is None:
        return
    last = parts.store.last_audit()
    if last is None:
        parts.anchor_file.unlink(missing_ok=True)
        return
    parts.anchor_file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    parts.anchor_file.write_text(json.dumps({"number": last.number, "sha256": last.sha256}), encoding="utf-8")


def _answers(parts: Parts) -> Iterator[KeptAnswer]:
    for on, page in parts.store.iter_answers():
        if isinstance(page, Answer):
            yield KeptAnswer(on.isoformat(), page)


def _abstentions(parts: Parts) -> Iterator[KeptAbstention]:
    for on, page in parts.store.iter_answers():
        if isinstance(page, Abstention):
            yield KeptAbstention(on.isoformat(), page)


def _items(kind: type[DeskItem], parts: Parts) -> tuple[object, ...]:
    found: tuple[object, ...] = parts.store.items(kind)  # type: ignore[type-var]
    return found


def _key_files(parts: Parts) -> Iterator[KeyFile]:
    for name, content in parts.keys.files().items():
        yield KeyFile(name, base64.b64encode(content).decode())


def _content(key: KeyFile) -> bytes:
    try:
        return base64.b64decode(key.content, validate=True)
    except binascii.Error as fault:
        raise BadFile(f"Key {key.name[:60]!a} in the archive cannot be read: {fault}.") from fault


def _day(on: str) -> date:
    try:
        return date.fromisoformat(on)
    except ValueError as fault:
        raise BadFile(f"The archive holds an answer kept on {on[:40]!r}. Expected a day, YYYY-MM-DD.") from fault
