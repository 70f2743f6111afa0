"""The text of a pack's record, composed line by line, with an extent for everything that can be quoted from it.

A record's results, conclusion and recommendations each stand on a line of their own, and a statement's qualifiers stand
in brackets at the end of its line: "Offer X. (strength: strong; certainty: low; for: adults; when: after a fall)". So a
grade or a condition is words of the text like any other: it is quoted from there and checked there.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from quoth.model import (
    Annotation,
    AnnotationKind,
    Doubt,
    DoubtKind,
    Extent,
    Fidelity,
    Form,
    Rendition,
    Section,
    SectionRole,
    make_rendition,
)
from quoth.sources.pack_figures import holds_figure
from quoth.sources.pack_schema import NOT_STATED, Pack, PackConclusion, PackRecommendation, PackRecord, PackResult

__all__ = ["compose_differences", "compose_record", "doubt_of", "withheld_results"]

_Statement = PackResult | PackConclusion | PackRecommendation

# The words that lead each qualifier, in the order in which they are set.
QUALIFIERS = (
    ("strength", "strength"),
    ("certainty", "certainty"),
    ("population", "for"),
    ("condition", "when"),
    ("followup", "follow-up"),
)


@dataclass(slots=True)
class _Lines:
    """Text under way: lines with their extents, sections around them."""

    parts: list[str] = field(default_factory=list)
    length: int = 0
    sections: list[Section] = field(default_factory=list)
    annotations: list[Annotation] = field(default_factory=list)

    def begin_line(self) -> int:
        """Where the next line starts."""
        if self.parts:
            self.add("\n")
        return self.length

    def add(self, words: str) -> Extent:
        """Set words at the end and return where they stand."""
        start = self.length
        self.parts.append(words)
        self.length += len(words)
        return Extent(start, self.length)

    def close_section(self, start: int, heading: str, role: SectionRole) -> None:
        """Everything since `start` is a section."""
        self.sections.append(Section(start, self.length, heading, role))


def compose_record(pack: Pack, record: PackRecord) -> Rendition | None:
    """The text of one record, or `None` when there is nothing to quote."""
    lines = _Lines()
    withheld = set(withheld_results(record))
    results = [(f"k{n}", item) for n, item in enumerate(record.key_results, 1) if n not in withheld]
    conclusion = [("c1", record.conclusion)] if record.conclusion else []
    recommendations = [(f"r{n}", item) for n, item in enumerate(record.recommendations, 1)]
    _section(lines, pack, "Key results", SectionRole.RESULTS, AnnotationKind.RESULT, results)
    _section(lines, pack, "Conclusion", SectionRole.CONCLUSION, AnnotationKind.CONCLUSION, conclusion)
    _section(
        lines, pack, "Recommendations", SectionRole.RECOMMENDATIONS, AnnotationKind.RECOMMENDATION, recommendations
    )
    fidelity = Fidelity.VERBATIM if pack.rendition == "verbatim" else Fidelity.SUMMARY
    return _rendition(lines, pack, fidelity) if lines.parts else None


def compose_differences(pack: Pack) -> Rendition:
    """The points on which sources differ: always the editor's words, even in a pack of verbatim texts."""
    lines = _Lines()
    for number, difference in enumerate(pack.differences, 1):
        lines.begin_line()
        extent = lines.add(difference.point)
        lines.annotations.append(
            Annotation(
                f"d{number}",
                AnnotationKind.DIFFERENCE,
                extent,
                extent,
                interventions=difference.interventions,
                conditions=difference.conditions or ((pack.condition,) if pack.condition else ()),
                facets=difference.facets,
                sources=tuple(f"{pack.pack}/{name}" for name in difference.records),
            )
        )
    lines.close_section(0, "Where the sources differ", SectionRole.OTHER)
    return _rendition(lines, pack, Fidelity.SUMMARY)


def withheld_results(record: PackRecord) -> tuple[int, ...]:
    """Numbers, from 1, of the key results that hold a figure nobody may rely on."""
    if record.figures_usable:
        return ()
    return tuple(n for n, item in enumerate(record.key_results, 1) if holds_figure(_all_words(item)))


def doubt_of(text: str) -> Doubt:
    """A doubt in the editor's words, with the kind that those words show."""
    words = text.casefold()
    for kind, cues in _DOUBT_CUES:
        if any(cue in words for cue in cues):
            return Doubt(kind, text)
    return Doubt(DoubtKind.NOTE, text)


# First match wins.
_DOUBT_CUES: tuple[tuple[DoubtKind, tuple[str, ...]], ...] = (
    (DoubtKind.SECONDARY, ("secondary", "second-hand", "second hand", "digest", "third-party", "third party")),
    (DoubtKind.UNVERIFIED, ("unverified", "not verified", "could not be verified", "not confirmed", "unconfirmed")),
    (DoubtKind.INFERRED, ("inferred", "assumed", "deduced")),
    (
        DoubtKind.PARTLY_READ,
        ("only the abstract", "abstract only", "in part", "partly read", "not read in full", "cut off", "only part of"),
    ),
)


def _section(
    lines: _Lines,
    pack: Pack,
    heading: str,
    role: SectionRole,
    kind: AnnotationKind,
    items: Sequence[tuple[str, _Statement]],
) -> None:
    start = None
    for name, item in items:
        at = lines.begin_line()
        start = at if start is None else start
        lines.annotations.append(_line(lines, pack, kind, name, item))
    if start is not None:
        lines.close_section(start, heading, role)


def _line(lines: _Lines, pack: Pack, kind: AnnotationKind, name: str, item: _Statement) -> Annotation:
    statement = lines.add(item.text)
    extents: dict[str, Extent] = {}
    for field_name, lead in QUALIFIERS:
        words = getattr(item, field_name, None)
        if words and words.casefold() != NOT_STATED:
            lines.add(f"; {lead}: " if extents else f" ({lead}: ")
            extents[field_name] = lines.add(words)
    if extents:
        lines.add(")")
    action = item.action if isinstance(item, PackRecommendation) else None
    return Annotation(
        name,
        kind,
        statement,
        Extent(statement.start, lines.length),
        strength=extents.get("strength"),
        certainty=extents.get("certainty"),
        population=extents.get("population"),
        condition=extents.get("condition"),
        followup=extents.get("followup"),
        action=action,
        action_by=(item.action_by or pack.editor) if isinstance(item, PackRecommendation) and action else None,
        interventions=item.interventions,
        comparators=item.comparators,
        outcomes=item.outcomes,
        conditions=item.conditions,
        facets=item.facets,
        plain=item.plain or None,
        plain_by=(item.plain_by or pack.editor) if item.plain else None,
        doubts=tuple(doubt_of(text) for text in item.doubts),
    )


def _all_words(item: PackResult) -> str:
    """Everything of a result that would be printed."""
    fields: Iterable[str | None] = (item.text, item.certainty, item.population, item.plain)
    return " ".join(words for words in fields if words)


def _rendition(lines: _Lines, pack: Pack, fidelity: Fidelity) -> Rendition:
    return make_rendition(
        Form.PACK,
        fidelity,
        "".join(lines.parts),
        sections=lines.sections,
        annotations=lines.annotations,
        origin=f"pack {pack.pack} {pack.version}",
        licence=pack.licence or None,
    )
