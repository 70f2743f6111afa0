"""How well the set phrases find what a trial did and to whom (EBM-NLP, spans by medically trained annotators).

Run: `python training/pico_eval.py PATH/ebm_nlp/scibert_ebmnlp_test.conll.txt`. The file is tokens; a report's
text is made of them with blanks between. The first sentence is the title.
"""

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from quoth.evidence.study.pico import pico_of, ranked_interventions
from quoth.model import Extent, PicoKind
from quoth.text import match_tokens, stem

__all__ = ["Marked", "PicoFigures", "measure_pico", "reports"]

_TAGS = {"PAR": PicoKind.POPULATION, "INT": PicoKind.INTERVENTION, "OUT": PicoKind.OUTCOME}
_EMPTY_WORDS = """
a an the of and or in with for to on at by from group control treatment therapy patient dose daily mg study
"""
_EMPTY = frozenset(_EMPTY_WORDS.split())


@dataclass(frozen=True, slots=True)
class Marked:
    """A report with its title, its text, its sentences, and what annotators marked, by kind."""

    title: str
    text: str
    sentences: tuple[Extent, ...]
    marked: dict[PicoKind, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class PicoFigures:
    """Shares of reports, 0 to 1."""

    reports: int
    intervention_top3: float
    """One of the first three interventions is one that annotators marked."""
    population_found: float
    """Of reports with a population span, those where it meets a marked one."""
    population_precision: float
    outcome_precision: float
    comparator_share: float
    """Reports with a comparator span at all."""


def measure_pico(path: Path) -> PicoFigures:
    """Hold what the phrases find against what annotators marked.

    Two spans are the same when the content words of one are among those of the other.
    """
    n = hits = people = people_right = outcomes = outcomes_right = comparators = 0
    for report in reports(path):
        if not report.marked[PicoKind.INTERVENTION]:
            continue
        n += 1
        first = ranked_interventions(report.title, report.text, report.sentences)
        hits += any(same(said, true) for said in first for true in report.marked[PicoKind.INTERVENTION])
        found = {
            one.kind: report.text[one.extent.start : one.extent.end] for one in pico_of(report.text, report.sentences)
        }
        if PicoKind.POPULATION in found:
            people += 1
            people_right += any(meet(found[PicoKind.POPULATION], true) for true in report.marked[PicoKind.POPULATION])
        if PicoKind.OUTCOME in found:
            outcomes += 1
            outcomes_right += any(meet(found[PicoKind.OUTCOME], true) for true in report.marked[PicoKind.OUTCOME])
        comparators += PicoKind.COMPARATOR in found
    return PicoFigures(
        n,
        hits / max(1, n),
        people / max(1, n),
        people_right / max(1, people),
        outcomes_right / max(1, outcomes),
        comparators / max(1, n),
    )


def reports(path: Path) -> Iterator[Marked]:
    """The reports of a CoNLL file."""
    for part in path.read_text(encoding="utf-8").split("-DOCSTART-")[1:]:
        sentences = [
            [line.split(" ") for line in block.splitlines() if line.count(" ") >= 3]
            for block in re.split(r"\n\s*\n", part)[1:]
        ]
        sentences = [sentence for sentence in sentences if sentence]
        if sentences:
            yield _report(sentences)


def _report(sentences: list[list[list[str]]]) -> Marked:
    text, cuts, marked = "", [], {kind: [] for kind in PicoKind}  # type: ignore[var-annotated]
    for sentence in sentences:
        start = len(text)
        text += " ".join(token[0] for token in sentence)
        cuts.append(Extent(start, len(text)))
        text += "\n"
        run: list[str] = []
        last = "O"
        for word, *_, tag in [*sentence, ["", "", "", "O"]]:
            kind = tag.removeprefix("I-").removeprefix("B-")
            if run and kind != last:
                marked[_TAGS[last]].append(" ".join(run))
                run = []
            if kind in _TAGS:
                run.append(word)
            last = kind
    title = text[cuts[0].start : cuts[0].end]
    return Marked(title, text, tuple(cuts), {kind: tuple(spans) for kind, spans in marked.items()})


def same(one: str, other: str) -> bool:
    """Whether the content words of one are among those of the other."""
    a, b = _content(one), _content(other)
    return bool(a and b) and (a <= b or b <= a)


def meet(one: str, other: str) -> bool:
    """Whether two spans share half of the content words of the shorter."""
    a, b = _content(one), _content(other)
    return bool(a and b) and 2 * len(a & b) >= min(len(a), len(b))


def _content(text: str) -> frozenset[str]:
    return frozenset(stem(t.form) for t in match_tokens(text) if t.form not in _EMPTY and not t.form.isdigit())


if __name__ == "__main__":
    print(measure_pico(Path(sys.argv[1])))  # noqa: T201 - a script's output
