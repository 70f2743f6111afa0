"""Whether the sentence chosen from a trial's full text is one that annotators marked (Evidence Inference v2).

The prompt's intervention, comparator and outcome are put as a question; the text is all that is read. A choice is right
when it overlaps any span that an annotator marked for the prompt.
"""

import gzip
import json
import re
import tarfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from quoth.bench.measurement import Measured
from quoth.bench.measures import Bench
from quoth.bench.statistics import mean_with_interval
from quoth.evidence import Line, Part, choose
from quoth.evidence.role_model.role_headings import role_of_heading
from quoth.evidence.study.direction import direction
from quoth.lexicon import Lexicon
from quoth.model import Direction, Question, SectionRole
from quoth.search import understand
from quoth.text import match_tokens, sentences, stem

__all__ = ["Parameters", "Text", "lines_of", "measure", "stems_of", "texts_of"]

_HEADING = re.compile(r"(?P<part>TITLE|ABSTRACT|BODY)\.?\s*(?P<heading>[^:\n]{0,120}):")
_CHARS = 400_000


@dataclass(frozen=True, slots=True)
class Parameters:
    """The prompts and the texts, below the data folder, and how many choices count."""

    file: str = "splits/evidence_inference_v2.jsonl.gz"
    texts: str = "evidence_inference/txt_v2_annotated.tar.xz"
    chosen: int = 3
    read: int = 10
    """Lines chosen for the question, of which those that tell a direction go first."""


@dataclass(frozen=True, slots=True)
class Text:
    """The lines of a full text with where each stands in it."""

    lines: tuple[Line, ...]
    places: tuple[tuple[int, int], ...]


def measure(parameters: Parameters, bench: Bench) -> Measured:
    """Share of prompts whose first choice, and one of whose first choices, overlaps an annotator's span."""
    prompts: dict[str, list[dict[str, object]]] = {}
    with gzip.open(bench.places.data / parameters.file, "rt", encoding="utf-8") as rows:
        for row in rows:
            prompt = json.loads(row)
            prompts.setdefault(prompt["PMCID"], []).append(prompt)
    lexicon = Lexicon.build(())
    first: list[float] = []
    among: list[float] = []
    for pmcid, words in texts_of(bench.places.data / parameters.texts, frozenset(prompts)):
        text = lines_of(words)
        counted = _counted(text.lines)
        for prompt in prompts[pmcid]:
            question = _question(prompt, lexicon, counted, len(text.lines))
            read = [one.index for one in choose(question, text.lines, lexicon, k=parameters.read)]
            outcome = stems_of(str(prompt["Outcome"]))
            chosen = [text.places[i] for i in sorted(read, key=lambda i: _order(text.lines[i].text, outcome))]
            right = [_overlaps(place, prompt) for place in chosen[: parameters.chosen]]
            first.append(float(any(right[:1])))
            among.append(float(any(right)))
    return Measured(
        (
            mean_with_interval("first_overlaps", first, seed=bench.seed),
            mean_with_interval("one_of_three_overlaps", among, seed=bench.seed),
        ),
        ("Nothing is trained on these texts; many marked spans are rows of tables, which are not chosen.",),
    )


def lines_of(words: str) -> Text:
    """A text of the set as lines: "ABSTRACT.RESULTS:" and its like open a part."""
    lines: list[Line] = []
    places: list[tuple[int, int]] = []
    part, role, at = Part.BODY, SectionRole.OTHER, 0
    for row in words.split("\n"):
        heading = _HEADING.match(row)
        if heading:
            said = role_of_heading(heading["heading"].strip()) or SectionRole.OTHER
            abstract = heading["part"] == "ABSTRACT"
            opening = said in (SectionRole.BACKGROUND, SectionRole.OBJECTIVE)
            part = Part.ABSTRACT if abstract else Part.INTRODUCTION if opening else Part.BODY
            role = said if abstract else SectionRole.OTHER
        else:
            for start, end in sentences(row):
                lines.append(Line(row[start:end], part, role))
                places.append((at + start, at + end))
        at += len(row) + 1
    return Text(tuple(lines), tuple(places))


def _order(words: str, outcome: frozenset[str]) -> tuple[bool, float]:
    """Lines that tell a direction go first, those that name most of the outcome before others; ties keep order."""
    told = direction(words) is not Direction.UNCLEAR
    named = len(outcome & stems_of(words)) / max(1, len(outcome))
    return not told, -round(4 * named)


def stems_of(words: str) -> frozenset[str]:
    """The stems of a text's words."""
    return frozenset(stem(token.form) for token in match_tokens(words))


def texts_of(archive: Path, wanted: frozenset[str]) -> Iterator[tuple[str, str]]:
    """(PMC number, text) of the wanted articles in an archive of the set."""
    with tarfile.open(archive) as held:
        for member in held:
            pmcid = Path(member.name).stem.removeprefix("PMC")
            content = held.extractfile(member) if member.isfile() and pmcid in wanted else None
            if content is not None:
                yield pmcid, content.read().decode("utf-8")[:_CHARS]


def _question(
    prompt: dict[str, object], lexicon: Lexicon, counted: Callable[[Sequence[str]], tuple[int, ...]], n: int
) -> Question:
    asked = f"{prompt['Outcome']}: {prompt['Intervention']} compared with {prompt['Comparator']}"
    return understand(asked, lexicon, frequency=counted, n_units=n)


def _overlaps(place: tuple[int, int], prompt: dict[str, object]) -> bool:
    notes = prompt["annotations"]
    assert isinstance(notes, list)
    return any(int(note["start"]) < place[1] and place[0] < int(note["end"]) for note in notes)


def _counted(lines: Sequence[Line]) -> Callable[[Sequence[str]], tuple[int, ...]]:
    """In how many lines each word stands: the text is all there is to tell rare words by."""
    stems = [stems_of(line.text) for line in lines]
    return lambda words: tuple(sum(stem(word) in own for own in stems) for word in words)
