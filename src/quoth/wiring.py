"""Settings to parts: the only place that picks concrete classes."""

import secrets
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

from quoth.errors import BadInput, LibraryDamaged, MissingExtra, UserError
from quoth.evidence import ShippedRoles
from quoth.http import Door, Request, Rules, Stream, host_list, rules_for
from quoth.live import Live
from quoth.llm import Judge, Llm, ModelJudge, OnnxJudge, OpenAiCompatible, is_this_machine
from quoth.model import GuestMode
from quoth.pipeline.indexing import catch_up_if_free
from quoth.pipeline.parts import Parts
from quoth.pipeline.renewing import renew_if_free
from quoth.search import INDEXES, Bm25, Index, open_index
from quoth.search.dense import open_reader
from quoth.settings import Settings
from quoth.signing import KeyRing
from quoth.store import open_store

if TYPE_CHECKING:
    from quoth.pipeline.judging import MeasuredJudge

__all__ = ["judge_in_words", "open_guest", "open_judge", "open_parts", "run_schedule", "starter_packs"]

_GUEST_RULES = Rules("the language model", frozenset(), per_second=20.0, body_bytes=4 * 2**20, attempts=2, redirects=0)


@contextmanager
def open_parts(settings: Settings, *, mend_index: bool = False) -> Iterator[Parts]:
    """The parts that the settings name, ready for use, and closed afterwards.

    A new, empty library gets the starter library, and one that has it gets newer editions of its packs, unless the
    settings say no. An index that does not reflect its
    library is rebuilt.

    Args:
        settings: what to open.
        mend_index: throw a damaged index away and start with an empty one, instead of saying that it is damaged; an
            index that lags behind is left as it is.

    Raises:
        BadInput: a setting names no known part, or the home folder cannot be made.
        LibraryDamaged: the library or index cannot be opened.
    """
    folder = settings.folder
    in_memory = settings.store == "memory:"
    if not in_memory:
        _make(folder)
    if settings.index not in INDEXES:
        raise BadInput(f"Setting index is {settings.index!r}. Known indexes: {', '.join(INDEXES)}.")
    store = open_store(settings.store or str(folder / "library.db"))
    index = _open_index(settings, folder / "index", mend=mend_index)
    reader, note = open_reader(
        settings.encoder,
        None if in_memory else folder / "vectors",
        k=settings.encoder_k,
        weight=settings.encoder_weight,
    )
    parts = Parts(
        settings=settings,
        store=store,
        index=index,
        roles=ShippedRoles(),
        new_id=_random_id,
        live=Live(settings),
        guest=_guest(settings),
        judge=_judge(settings)[0],
        lock_file=None if in_memory else folder / "writer.lock",
        keys=KeyRing(None if in_memory else folder / "keys"),
        reader=reader,
        reader_note=note,
        words_file=None if in_memory else folder / "words.kept",
        anchor_file=None if in_memory else folder / "keys" / "audit.anchor",
    )
    try:
        if settings.starter and store.counts().records == 0 and not store.file_states():
            from quoth.pipeline.ingesting import ingest  # late: most starts take nothing in

            ingest(starter_packs(), parts)
        elif not mend_index:
            catch_up_if_free(parts)
            if settings.starter:
                renew_if_free(starter_packs(), parts)
        yield parts
    finally:
        parts.close()


def _open_index(settings: Settings, folder: Path, *, mend: bool) -> Index:
    bm25 = Bm25(settings.bm25_k1, settings.bm25_b)
    try:
        index = open_index(settings.index, folder, bm25=bm25)
        len(index)  # reads what opening alone does not
    except LibraryDamaged:
        if not mend:
            raise
        return open_index(settings.index, folder, bm25=bm25, fresh=True)
    return index


def _random_id() -> str:
    """22 characters for an address, 128 random bits. Never a dash in front: a command would take it for an option."""
    while (found := secrets.token_urlsafe(16)).startswith("-"):
        pass
    return found


def _guest(settings: Settings) -> Llm | None:
    """The language model that the settings let take part. Raises BadInput."""
    known = ", ".join(mode.value for mode in GuestMode)
    if settings.model not in [mode.value for mode in GuestMode]:
        raise BadInput(f"Setting model is {settings.model!r}. Expected one of: {known}.")
    return None if settings.model == GuestMode.OFF else open_guest(settings)


def open_guest(settings: Settings) -> OpenAiCompatible:
    """The model that the settings name, whether or not it may take part in answers.

    Raises:
        BadInput: no server or model is named, or the server stands outside this machine and may not.
    """
    if not settings.model_url or not settings.model_name:
        raise BadInput(
            "Settings model_url and model_name are empty. Name a server and one of its models, such as "
            "--set model_url=http://localhost:11434/v1 --set model_name=llama3.2."
        )
    if not settings.model_outside and not is_this_machine(settings.model_url):
        raise BadInput(
            f"The language model's server {settings.model_url!r} is not this machine, and setting model_outside is no. "
            "Use a server here, or say yes to send questions and rows there."
        )
    rules = rules_for("the language model", settings.model_url, _GUEST_RULES)
    local = rules.hosts if is_this_machine(settings.model_url) else host_list(settings.private_hosts)
    waits = settings.model_timeout_s
    rules = replace(rules, private_hosts=local, timeout_s=waits, total_s=waits, retry_s=waits, proxy=settings.proxy)
    return OpenAiCompatible(
        _ModelWire(Door(rules)),
        settings.model_url,
        settings.model_name,
        settings.model_key,
        at_once=max(1, settings.model_at_once),
    )


def open_judge(settings: Settings) -> Judge | None:
    """The judge that the settings plug in, measured or not; `None` where they name none.

    Raises:
        BadInput: it stands on a server that may not be asked.
        BadFile: its folder cannot be used.
        MissingExtra: it needs the extra `dense`.
    """
    if not settings.judge:
        return None
    if settings.judge != "model":
        return OnnxJudge(Path(settings.judge).expanduser())
    address = settings.judge_url or settings.model_url
    key = settings.judge_key or (settings.model_key if address == settings.model_url else "")
    asked = replace(settings, model_url=address, model_name=settings.judge_name or settings.model_name, model_key=key)
    return ModelJudge(open_guest(asked), address)


def judge_in_words(settings: Settings) -> str:
    """What stands with the judge, for whoever checks a model."""
    return _judge(replace(settings, model=GuestMode.PROSE))[1]


def _judge(settings: Settings) -> "tuple[MeasuredJudge | None, str]":
    """The judge where it was measured and found good enough, else why there is none. It is never a reason to fail."""
    if settings.model not in (GuestMode.PROSE, GuestMode.PLAIN):
        return None, "no model writes"
    from quoth.pipeline.judging import measured  # late: most starts have no judge

    try:
        judge = open_judge(settings)
    except UserError as fault:
        return None, str(fault)
    if judge is None:
        return None, "no judge is set"
    found = measured(judge, settings.folder)
    return (None, found) if isinstance(found, str) else (found, f"{judge.name}, measured on {found.mark.measured_on}")


class _ModelWire:
    """The door as a client of language models knows it."""

    def __init__(self, door: Door) -> None:
        self._door = door

    def send(self, url: str, content: bytes | None, headers: Mapping[str, str]) -> AbstractContextManager[Stream]:
        return self._door.stream(Request(url, content=content, headers=headers))


def starter_packs() -> list[Path]:
    """The packs that ship with quoth, by name."""
    folder = resources.files("quoth") / "data" / "packs"
    return sorted(Path(str(entry)) for entry in folder.iterdir() if entry.name.endswith(".yaml"))


def run_schedule(settings: Settings, *, mail: bool, tell: Callable[[str], None]) -> None:
    """Look every hour for watches that are due and run them, until interrupted: huey, with its queue in SQLite.

    Raises:
        MissingExtra: huey is not installed.
    """
    from quoth.pipeline.telling import mail_digests
    from quoth.pipeline.watching import run_watches

    try:
        from huey import SqliteHuey, crontab
    except ImportError as fault:
        raise MissingExtra("A schedule", "schedule") from fault
    folder = settings.folder / "live"
    _make(folder)
    huey = SqliteHuey("quoth", filename=str(folder / "schedule.db"), results=False)

    def due() -> None:
        with open_parts(settings) as parts:
            made = run_watches(parts)
            if mail and made:
                mail_digests(made, parts)
            for digest in made:
                tell(f"{digest.at}: {len(digest.new)} new, {len(digest.touched)} answers touched.")

    huey.periodic_task(crontab(minute="0"))(due)
    due()
    huey.create_consumer(workers=1, periodic=True).run()


def _make(folder: Path) -> None:
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)  # questions and accounts are nobody else's to read
    except OSError as fault:
        why = "a file has that name" if isinstance(fault, FileExistsError) else fault.strerror
        raise BadInput(
            f"Folder {str(folder)!r} cannot be made: {why}. Choose another with --home or QUOTH_HOME."
        ) from fault
