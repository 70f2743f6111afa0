"""Candidates and the table that is made of them, for tests of the evidence as a whole."""

from quoth.evidence import CueRoles, assess
from quoth.model import (
    Action,
    Annotation,
    AnnotationKind,
    Candidate,
    Design,
    EvidenceTable,
    Facet,
    Form,
    Question,
    SectionRole,
)
from tests.unit.evidence.evidence_factories import (
    candidate,
    extent,
    labelled,
    lexicon,
    passages,
    record,
    rendition,
)


def table(asked: Question, *candidates: Candidate) -> EvidenceTable:
    """The table with the reference role model."""
    return assess(asked, candidates, lexicon(), CueRoles(), passages_of=passages)


def trial(title: str = "Taping for patellofemoral pain: a randomised trial", **fields: object) -> Candidate:
    """A labelled abstract of a trial on taping."""
    return candidate(
        record(title, **fields),
        labelled(
            (SectionRole.OBJECTIVE, "To assess whether tape reduces patellofemoral pain."),
            (SectionRole.METHODS, "We randomised 60 adults to tape or no tape."),
            (SectionRole.RESULTS, "Tape reduced pain (mean difference -1.2 points, 95% CI -2.0 to -0.4)."),
            (SectionRole.CONCLUSION, "Tape reduces patellofemoral pain in the short term."),
        ),
    )


def advice(of: str = "kneecap pain", text: str = "Consider tape.", **fields: object) -> Candidate:
    """A pack record with one annotated recommendation."""
    words = f"{text} (strength: may; when: short term)"
    annotation = Annotation(
        "r1",
        AnnotationKind.RECOMMENDATION,
        extent(words, text),
        extent(words, words),
        strength=extent(words, "may"),
        condition=extent(words, "short term"),
        action=Action.CONSIDER,
        action_by="an editor, from 'may'",
        interventions=("taping",),
        facets=(Facet.BENEFIT,),
    )
    pack = rendition(words, form=Form.PACK, annotations=(annotation,))
    defaults: dict[str, object] = {"id": "pack-1", "design": Design.GUIDELINE, "conditions": (of,)}
    return candidate(record("A guideline", **(defaults | fields)), pack)
