"""Tiny builders of what the evidence stage reads."""

from quoth.lexicon import Lexicon
from quoth.model import (
    Annotation,
    Candidate,
    Concept,
    ConceptKind,
    Extent,
    Fidelity,
    Form,
    Mention,
    Passage,
    QueryTerm,
    Question,
    Record,
    RecordId,
    Rendition,
    Section,
    SectionRole,
    Standing,
    make_rendition,
)
from quoth.text import sentences

CONCEPTS = (
    Concept("kneecap pain", ConceptKind.CONDITION, clinical=("patellofemoral pain", "PFP"), broader=("knee pain",)),
    Concept("knee pain", ConceptKind.CONDITION),
    Concept("knee osteoarthritis", ConceptKind.CONDITION, broader=("knee pain",)),
    Concept("hypertension", ConceptKind.CONDITION, lay=("high blood pressure",)),
    Concept("exercise", ConceptKind.INTERVENTION, group="exercise", lay=("training",)),
    Concept("hip exercise", ConceptKind.INTERVENTION, group="exercise", broader=("exercise",)),
    Concept("taping", ConceptKind.INTERVENTION, group="supports", lay=("tape",)),
    Concept("children", ConceptKind.POPULATION, lay=("child",)),
    Concept("pregnant women", ConceptKind.POPULATION, lay=("pregnancy",)),
)


def lexicon() -> Lexicon:
    """A handful of concepts."""
    return Lexicon.build(CONCEPTS)


def named(name: str) -> Mention:
    """A mention of one of the concepts."""
    return Mention(next(concept for concept in CONCEPTS if concept.name == name), name)


def question(*names: str, words: tuple[str, ...] = (), text: str = "") -> Question:
    """A question that names these concepts and asks for these further words."""
    mentions = [named(name) for name in names]
    words_of = lexicon()
    terms = [QueryTerm(name, words_of.synonyms(name), 2.0, name) for name in names]
    return Question(
        text or " ".join((*names, *words)),
        conditions=tuple(m for m in mentions if m.concept.kind is ConceptKind.CONDITION),
        interventions=tuple(m for m in mentions if m.concept.kind is ConceptKind.INTERVENTION),
        populations=tuple(m for m in mentions if m.concept.kind is ConceptKind.POPULATION),
        terms=(*terms, *(QueryTerm(word) for word in words)),
    )


def record(title: str = "A trial", **fields: object) -> Record:
    """A record with this title."""
    return Record(RecordId(str(fields.pop("id", "pmid-1"))), title, **fields)  # type: ignore[arg-type]


def rendition(
    text: str,
    *,
    form: Form = Form.ABSTRACT,
    sections: tuple[Section, ...] = (),
    annotations: tuple[Annotation, ...] = (),
) -> Rendition:
    """A text as the library holds it."""
    return make_rendition(form, Fidelity.VERBATIM, text, sections=sections, annotations=annotations)


def labelled(*parts: tuple[SectionRole, str]) -> Rendition:
    """An abstract whose sections say what they are for."""
    sections: list[Section] = []
    text = ""
    for role, words in parts:
        start = len(text)
        text += words
        sections.append(Section(start, len(text), role.value, role))
        text += "\n"
    return rendition(text.rstrip("\n"), sections=tuple(sections))


def candidate(of: Record, text: Rendition, *, standing: Standing = Standing(), rank: int = 1) -> Candidate:  # noqa: B008
    """The whole text as a hit."""
    return Candidate(of, text, standing, 0, len(text.text), 1.0, rank)


def passages(of: Candidate) -> tuple[Passage, ...]:
    """Its sentences, cut inside each section."""
    text, name = of.rendition.text, of.rendition.id
    sections = [(s.start, s.end) for s in of.rendition.sections] or [(0, len(text))]
    cuts = [(low + a, low + b) for low, high in sections for a, b in sentences(text[low:high])]
    return tuple(Passage(f"{name}:{a}-{b}", of.record.id, name, a, b, text[a:b]) for a, b in cuts)


def extent(text: str, words: str) -> Extent:
    """Where the words stand in the text."""
    start = text.index(words)
    return Extent(start, start + len(words))
