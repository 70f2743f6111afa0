"""The parts that the story needs, and the words that it keeps at hand."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from quoth import __version__
from quoth.check import Checker
from quoth.evidence import RoleModel
from quoth.live import Live
from quoth.llm import Llm
from quoth.model import SIGNPOSTS, EverydayCheck, Manifest, Record
from quoth.pipeline.nearest_guidance import NearGuidance, near_guidance
from quoth.pipeline.recall import Recall
from quoth.pipeline.vocabulary import Vocabulary, vocabulary_of
from quoth.search import Index
from quoth.search.dense import SecondReader
from quoth.settings import Settings
from quoth.signing import KeyRing
from quoth.store import Store

if TYPE_CHECKING:
    from quoth.pipeline.judging import MeasuredJudge  # late: most answers have no judge

__all__ = ["Parts"]


@dataclass(slots=True)
class Parts:
    """Concrete parts behind their Protocols, picked once by `wiring`."""

    settings: Settings
    store: Store
    index: Index
    roles: RoleModel
    new_id: Callable[[], str]
    """Random, unguessable ids for answers."""
    now: Callable[[], datetime] = field(default=lambda: datetime.now(UTC))
    live: Live | None = None
    """The services that an operator switched on; `None` where there is no network at all."""
    guest: Llm | None = None
    """The language model that an operator let take part; `None` where there is none."""
    judge: "MeasuredJudge | None" = None
    """Lets a guest's free paraphrases in; `None` where none is set, or the one that is was not found good enough."""
    lock_file: Path | None = None
    """Held by whoever writes to the library of this machine; `None` for libraries in memory or on a server."""
    keys: KeyRing = field(default_factory=KeyRing)
    """Seals reviews."""
    anchor_file: Path | None = None
    """Remembers how long the audit trail was, outside the database; `None` for libraries in memory."""
    reader: SecondReader | None = None
    """Reads the first hits again; `None` where no encoder is set or the one that is cannot be used."""
    reader_note: str = "by words alone: no encoder is set"
    """Why there is no reader, in words."""
    words_file: Path | None = None
    """Keeps the words of the library ready for the next start; `None` for libraries in memory."""
    everyday: tuple[int, Mapping[str, EverydayCheck], str] | None = None
    """Signatures under everyday words as of a line of the audit trail, and their stamp (`pipeline.everyday`)."""
    pack_records: tuple[int, tuple[Record, ...]] | None = None
    """The records that packs brought, as of a revision of the library (`pipeline.everyday`)."""
    _vocabulary: tuple[int, Vocabulary] | None = None
    _recall: Recall | None = None
    _near_guidance: NearGuidance | None = None
    _checker: Checker | None = None

    def vocabulary(self) -> Vocabulary:
        """The words of the library as of now."""
        revision = self.store.revision()
        held = self._vocabulary
        if held is None or held[0] != revision:
            same = held is not None and held[1].digest == self.store.words_digest()
            words = held[1] if held and same else vocabulary_of(self.store, self.words_file)
            held = self._vocabulary = (revision, words)
        return held[1]

    def recall(self) -> Recall:
        """Reads of the library as of now, kept for the next question."""
        revision = self.store.revision()
        held = self._recall
        if held is None or held.revision != revision:
            held = self._recall = Recall(self.store, revision)
        return held

    def near_guidance(self, reader: SecondReader) -> NearGuidance:
        """Guidance by its vectors as of now; what an encoder failed at is tried again at the next question."""
        recall, held = self.recall(), self._near_guidance
        if held is None or held.failed or held.revision != recall.revision:
            held = self._near_guidance = near_guidance(self.index, recall, reader)
        return held

    def vectors_made(self) -> None:
        """Look through guidance by its vectors anew: there are more of them."""
        self._near_guidance = None

    def checker(self) -> Checker:
        """The one checker of this store, which allows the operator's own texts on a page."""
        if self._checker is None:
            own = (self.settings.emergency_text, self.settings.crisis_text, *SIGNPOSTS.values())
            self._checker = Checker(self.store, allowed_texts=[text for text in own if text])
        return self._checker

    def manifest(self) -> Manifest:
        """What anyone needs to rerun an answer made now."""
        versions = (("quoth", __version__), *([("encoder", self.reader.name)] if self.reader else []))
        return Manifest(self.store.snapshot(), self.settings.for_manifest(), versions)

    def close(self) -> None:
        """Let go of files and connections."""
        if self.live is not None:
            self.live.close()
        self.index.close()
        if self.reader is not None:
            self.reader.close()
        self.store.close()
