"""Names for states, qualifiers and kinds, one table each, so that every face says the same thing in the same words."""

from quoth.model import (
    DESIGN_LABELS,
    FACET_LABELS,
    Action,
    Design,
    DiffersIn,
    Direction,
    DoubtKind,
    EverydayCheck,
    Fidelity,
    Form,
    NoticeKind,
    PicoKind,
    QualifierKind,
    QuestionKind,
    Reason,
    RetractionState,
    Standing,
    Statement,
)

__all__ = [
    "ACTION_LABELS",
    "DIFFERS_LABELS",
    "DIRECTION_LABELS",
    "DOUBT_LABELS",
    "FACET_LABELS",
    "FIDELITY_LABELS",
    "FORM_LABELS",
    "NOTICE_LABELS",
    "NOT_STATED",
    "PICO_LABELS",
    "QUALIFIER_LABELS",
    "QUESTION_KIND_LABELS",
    "REASON_LABELS",
    "chips_of",
    "counted",
    "design_label",
    "everyday_label",
    "fidelity_line",
    "n_label",
    "retraction_label",
    "version_label",
    "year_label",
]

NOT_STATED = "not stated"

ACTION_LABELS: dict[Action, str] = {
    Action.DO: "Do",
    Action.CONSIDER: "Consider",
    Action.DO_NOT: "Do not",
    Action.UNCERTAIN: "Uncertain",
}

DIFFERS_LABELS: dict[DiffersIn, str] = {
    DiffersIn.DIRECTION: "direction (for, against or open)",
    DiffersIn.STRENGTH: "strength",
    DiffersIn.POPULATION: "the people they speak of",
    DiffersIn.LINE: "line of therapy",
    DiffersIn.THRESHOLD: "threshold, dose or length",
}

DIRECTION_LABELS: dict[Direction, str] = {
    # Which side a difference favours is for the quoted words to say: read by rule, the side was wrong too often.
    Direction.FAVOURS_INTERVENTION: "reports a difference",
    Direction.FAVOURS_COMPARATOR: "reports a difference",
    Direction.DIFFERENCE: "reports a difference",
    Direction.NO_DIFFERENCE: "reports no significant difference",
    Direction.UNCLEAR: "direction not stated",
}

QUALIFIER_LABELS: dict[QualifierKind, str] = {
    QualifierKind.STRENGTH: "Strength",
    QualifierKind.CERTAINTY: "Certainty",
    QualifierKind.POPULATION: "Population",
    QualifierKind.CONDITION: "When",
    QualifierKind.FOLLOWUP: "Follow-up",
    QualifierKind.CONTEXT: "Stands beside",
}

PICO_LABELS: dict[PicoKind, str] = {
    PicoKind.POPULATION: "Studied",
    PicoKind.INTERVENTION: "Given",
    PicoKind.COMPARATOR: "Against",
    PicoKind.OUTCOME: "Measured",
}

FIDELITY_LABELS: dict[Fidelity, str] = {
    Fidelity.VERBATIM: "the source's own words",
    Fidelity.SUMMARY: "an editor's summary, not a quotation",
}

FORM_LABELS: dict[Form, str] = {
    Form.ABSTRACT: "Abstract",
    Form.FULL_TEXT: "Full text",
    Form.PACK: "Guideline pack",
    Form.CITATION: "Title only",
}

QUESTION_KIND_LABELS: dict[QuestionKind, str] = {
    QuestionKind.TREATMENT: "treatment",
    QuestionKind.DIAGNOSIS: "diagnosis",
    QuestionKind.PROGNOSIS: "prognosis",
    QuestionKind.HARM: "harm",
    QuestionKind.PREVENTION: "prevention",
    QuestionKind.DOSE: "dose or length of treatment",
    QuestionKind.DEFINITION: "definition",
    QuestionKind.TIMING: "timing",
    QuestionKind.CAUSE: "cause and risk",
    QuestionKind.SIGNS: "signs and symptoms",
    QuestionKind.OTHER: "not recognised",
}

REASON_LABELS: dict[Reason, str] = {
    Reason.EMPTY_QUESTION: "Nothing was asked",
    Reason.TOO_LONG: "The question is too long",
    Reason.NOT_CLINICAL: "No clinical word was recognised",
    Reason.UNKNOWN_WORDS: "The library does not know these words",
    Reason.NO_CONDITION: "The question names no condition",
    Reason.NO_DIRECT_EVIDENCE: "No source here answers this directly",
    Reason.EMPTY_LIBRARY: "The library is empty",
    Reason.CHECK_FAILED: "The checker refused the page",
}

NOTICE_LABELS: dict[NoticeKind, str] = {
    NoticeKind.RETRACTION: "Retraction",
    NoticeKind.CONCERN: "Expression of concern",
    NoticeKind.CORRECTION: "Correction",
    NoticeKind.REINSTATEMENT: "Reinstatement",
    NoticeKind.SUPERSEDED: "Superseded",
    NoticeKind.WITHDRAWN: "Withdrawn",
    NoticeKind.DELETED: "Deleted from its database",
}

DOUBT_LABELS: dict[DoubtKind, str] = {
    DoubtKind.UNVERIFIED: "Not verified",
    DoubtKind.TITLE_UNVERIFIED: "Title not verified",
    DoubtKind.PARTLY_READ: "Read in part",
    DoubtKind.FIGURES_WITHHELD: "Figures withheld",
    DoubtKind.SECONDARY: "Read in a secondary source",
    DoubtKind.INFERRED: "Inferred",
    DoubtKind.NOTE: "Note",
}

# A recommendation without these says so; for other rows they are shown only where the source gives them.
_ALWAYS_SAID = (QualifierKind.STRENGTH, QualifierKind.CERTAINTY)


def retraction_label(standing: Standing) -> str:
    """Yes, no or not checked, with the date that the answer rests on; an expression of concern goes before it."""
    if standing.retraction is RetractionState.YES:
        return "RETRACTED"
    state = "retraction: not checked"
    if standing.retraction is RetractionState.NO:
        state = f"not retracted (checked {standing.checked_on})" if standing.checked_on else "not retracted"
    concerns = [notice for notice in standing.notices if notice.kind is NoticeKind.CONCERN]
    if not concerns:
        return state
    since = max((notice.on or "" for notice in concerns), default="")
    return f"EXPRESSION OF CONCERN{f' of {since}' if since else ''}; {state}"


def version_label(standing: Standing) -> str:
    """Where the newest version that is held stands; empty where nothing took the place of this one."""
    return f"newest version in this library: {standing.superseded_by}" if standing.superseded_by else ""


def chips_of(statement: Statement) -> tuple[tuple[str, str], ...]:
    """(label, words of the source) of what travels with a statement: strength, certainty, population, when, follow-up.

    Then who was studied, what was done, against what and what was measured, where the row itself does not say it.

    A recommendation always states strength and certainty, "not stated" included. Context is left out: it is prose.
    """
    given: list[tuple[str, str]] = []
    for kind in QualifierKind:
        words = [qualifier.quote.text for qualifier in statement.qualifiers if qualifier.kind is kind]
        if not words and statement.action is not None and kind in _ALWAYS_SAID:
            words = [NOT_STATED]
        if kind is not QualifierKind.CONTEXT:
            given += [(QUALIFIER_LABELS[kind], word) for word in words]
    said = statement.quote.text.casefold()
    given += [(PICO_LABELS[p.kind], p.quote.text) for p in statement.pico if p.quote.text.casefold() not in said]
    return tuple(given)


def everyday_label(check: EverydayCheck | None) -> str:
    """Whose the everyday words are, and whether a named reviewer has signed them."""
    if check is None:
        return "Our summary, not yet checked by a clinician"
    return f"Our summary, checked by {check.name} on {check.at[:10]}"


def fidelity_line(fidelity: Fidelity, source: str) -> str:
    """What stands before a source's name: whether its own words are shown."""
    return f"Summary of {source}" if fidelity is Fidelity.SUMMARY else f"Quoted from {source}"


def year_label(year: int | None) -> str:
    """The year, or that it is not known."""
    return "year unknown" if year is None else str(year)


def n_label(n: int | None) -> str:
    """The number of participants with a thin separator for thousands, or that it is not stated."""
    return "n not stated" if n is None else f"n = {n:,}".replace(",", "\u202f")


def design_label(design: Design, level: int | None, *, inferred: bool) -> str:
    """A design with how it is known, and its level by OCEBM 2011 for questions of treatment."""
    if design is Design.OTHER:
        return NOT_STATED
    told = " (inferred from its words or headings)" if inferred else ""
    return f"{DESIGN_LABELS[design]}{told}" + (f"; OCEBM 2011 level {level} for treatment" if level else "")


def counted(count: int, one: str, many: str | None = None) -> str:
    """A count with its noun: "1 doubt", "3 doubts"."""
    return f"{count} {one if count == 1 else many or one + 's'}"
