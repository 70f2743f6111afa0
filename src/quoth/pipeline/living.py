"""Beyond the library: a question becomes a search, what it finds is taken in, and the question is asked again.

The answer is made as always, from what the library then holds: nothing that a service says reaches a page except as the
text of a record. An answer is given as soon as the abstracts are in; open full texts follow, then a second answer.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from quoth.errors import BadInput, SourceFailed
from quoth.live import RETRACTED, TIERS, Article, Fetched, Live, Shortfall, Strategy, strategy_of
from quoth.model import Question, Role
from quoth.pipeline.asking import ask
from quoth.pipeline.composing import Outcome, understood
from quoth.pipeline.parts import Parts
from quoth.pipeline.taking import live_of, take_in

__all__ = ["LiveReport", "LiveStep", "ask_live", "live_search"]

_RETRACTED_MAX = 5
_FEW = 3
"""With fewer records than this, the search is widened."""


@dataclass(frozen=True, slots=True)
class LiveStep:
    """How far a live search is; `text` holds nothing of the question."""

    text: str
    fetched: int = 0
    wanted: int = 0
    outcome: Outcome | None = None
    """The answer as of now, once there is one."""
    sent: str = ""
    """The search words that leave the machine with this step: for the reader's own screen alone."""


@dataclass(slots=True)
class LiveReport:
    """What was searched, what came, what is missing, and the answer that the library then gives."""

    words: str
    """What left the machine."""
    found: list[tuple[str, int]] = field(default_factory=list)
    """(kind of evidence, how many records PubMed has of it)."""
    fetched: int = 0
    """Abstracts that came."""
    full_texts: int = 0
    records_new: int = 0
    from_day: datetime | None = None
    """The day of the oldest answer that was used: kept ones keep their day."""
    shortfalls: list[Shortfall] = field(default_factory=list)
    outcome: Outcome | None = None

    @property
    def complete(self) -> bool:
        """Whether everything came that the services said there is."""
        return not self.shortfalls

    def came(self, fetched: Fetched) -> None:
        """Count what one request brought."""
        if fetched.shortfall is not None:
            self.shortfalls.append(fetched.shortfall)
        if fetched.body:
            self.from_day = min(self.from_day or fetched.fetched_at, fetched.fetched_at)


def live_search(question: Question | str, parts: Parts, *, previous: Question | None = None) -> Strategy:
    """The search for a question; without groups where it names nothing to search for."""
    if isinstance(question, str):
        question = understood(question, parts, previous=previous)
    return strategy_of(question)


def ask_live(
    text: str,
    parts: Parts,
    *,
    words: str | None = None,
    previous: Question | None = None,
    role: Role = Role.ANYONE,
    progress: Callable[[LiveStep], None] = lambda _: None,
) -> LiveReport:
    """Search beyond the library for a question, take in what is found, and answer.

    Args:
        text: the question as typed; it stays on this machine.
        parts: what to ask with.
        words: the search as a reader edited it; by default made from the question.
        previous: the question before in the same thread.
        role: who is reading.
        progress: told after each step; the step that first has an answer carries it.

    Returns:
        The report with the answer. A source that failed is a shortfall of it, and the answer is what the library gives.

    Raises:
        NetworkNotAllowed: PubMed is not switched on.
        BadInput: there is nothing to search for.
    """
    live = live_of(parts)
    client = live.pubmed()
    strategy = Strategy.written(words) if words is not None else live_search(text, parts, previous=previous)
    if not strategy.groups:
        raise BadInput("There is nothing in this question to search for. Name a condition, a treatment or a test.")
    report = LiveReport(strategy.words)
    lead = "Searching PubMed: guidelines and systematic reviews first, then trials."
    progress(LiveStep(lead, sent=strategy.words))
    ids = _ids(strategy, live, report, progress)
    progress(LiveStep(f"PubMed: {len(ids)} records to fetch.", 0, len(ids)))
    for batch in client.fetch(ids):
        report.came(batch)
        report.fetched += len(batch.ids)
        report.records_new += take_in([batch], parts)
        progress(LiveStep(f"{report.fetched} of {len(ids)} abstracts are in the library.", report.fetched, len(ids)))
    report.outcome = ask(text, parts, previous=previous, role=role)
    progress(LiveStep("An answer from the abstracts is ready.", report.fetched, len(ids), report.outcome))
    if _full_texts(ids, live, parts, report, progress):
        report.outcome = ask(text, parts, previous=previous, role=role)
    progress(LiveStep(_summary(report), report.fetched, len(ids), report.outcome))
    return report


def _ids(strategy: Strategy, live: Live, report: LiveReport, progress: Callable[[LiveStep], None]) -> tuple[str, ...]:
    """PMIDs to fetch, the strongest kinds of evidence first; the search is widened where it finds next to nothing."""
    ids = _ids_of(strategy, live, report)
    for wider in strategy.wider():
        if len(ids) >= _FEW or any(shortfall.missing is None for shortfall in report.shortfalls):
            break
        report.words = wider.words
        progress(LiveStep("Next to nothing was found: searching more widely.", sent=wider.words))
        report.found.clear()
        ids = tuple(dict.fromkeys((*ids, *_ids_of(wider, live, report))))
    return ids


def _ids_of(strategy: Strategy, live: Live, report: LiveReport) -> tuple[str, ...]:
    client, most = live.pubmed(), live.settings.live_records
    ids: dict[str, None] = {}
    for tier, limit in ((TIERS[0], most * 2 // 5), (TIERS[1], most * 4 // 5), (TIERS[2], most)):
        try:
            found = client.search(tier.of(strategy.words), limit=max(1, limit))
        except SourceFailed as fault:
            report.shortfalls.append(Shortfall("PubMed", str(fault)))
            break
        report.found.append((tier.name, found.count))
        report.shortfalls += [found.shortfall] if found.shortfall else []
        for pmid in found.ids:
            if len(ids) < limit:
                ids.setdefault(pmid)
    else:
        ids |= dict.fromkeys(_retracted(strategy, live, report))
    return tuple(ids)


def _retracted(strategy: Strategy, live: Live, report: LiveReport) -> tuple[str, ...]:
    """What was retracted on the subject: fetched so that nobody takes it from elsewhere unmarked."""
    try:
        return live.pubmed().search(RETRACTED.of(strategy.words), limit=_RETRACTED_MAX).ids
    except SourceFailed as fault:
        report.shortfalls.append(Shortfall("PubMed (retractions)", str(fault)))
        return ()


def _full_texts(
    pmids: Sequence[str], live: Live, parts: Parts, report: LiveReport, progress: Callable[[LiveStep], None]
) -> int:
    """Fetch open full texts of what was found, best first. Returns how many came."""
    most = live.settings.live_full_texts
    if not (most and pmids and live.is_on("europepmc")):
        return 0
    try:
        hits = live.europepmc().open_texts_of(pmids[:100])
    except SourceFailed as fault:
        report.shortfalls.append(Shortfall("Europe PMC", str(fault)))
        return 0
    report.shortfalls += [hits.shortfall] if hits.shortfall else []
    by_pmid = {article.pmid: article for article in hits.articles}
    wanted = [by_pmid[pmid] for pmid in pmids if pmid in by_pmid][:most]
    came = 0
    for number, article in enumerate(wanted, 1):
        progress(LiveStep(f"Open full text {number} of {len(wanted)}.", report.fetched, report.fetched))
        came += _full_text(article, live, parts, report)
    report.full_texts = came
    return came


def _full_text(article: Article, live: Live, parts: Parts, report: LiveReport) -> int:
    try:
        text = live.europepmc().full_text(article)
    except SourceFailed as fault:
        report.shortfalls.append(Shortfall("Europe PMC", str(fault), 1))
        return 0
    if text is None:
        return 0
    report.came(text)
    take_in([text], parts)
    return 1


def _summary(report: LiveReport) -> str:
    lead = f"{report.fetched} abstracts and {report.full_texts} open full texts were fetched"
    return f"{lead}." if report.complete else f"{lead}; not everything came."
