"""From a question to a query, and from a query to a line that a librarian can read."""

from quoth.model import Facet, Query, QueryClause, Question
from quoth.search.analysis import analyse
from quoth.search.everyday import is_talk
from quoth.text import match_tokens

__all__ = ["plan", "strategy"]

_CONDITION, _INTERVENTION, _COMPARATOR, _POPULATION, _OUTCOME = 3.0, 2.5, 1.5, 0.7, 0.7
"""The condition leads: text about another condition answers nothing, whatever else it shares."""
_WORD = 1.0
"""A word that is no concept: how common it is in the library says the rest."""
_PART = 0.15
"""Single words of a name of several words, so that "pain of the patellofemoral joint" is not lost."""
_FACET, _FACET_OF_CONDITION = 0.25, 0.5
"""Where the condition is known, the side asked for tells its texts apart; where it is not, it would drown the words."""
_REST, _EVERYDAY = 0.8, 0.7
"""Words of asking ("lower", "risk", "first") and of everyday talk ("found", "list"): a little less than content words.

Leaving either out costs on claims and known items; giving them full weight costs on questions (docs/decisions/0050).
Where a question names a condition or an intervention, that leads, and talk stays out.
"""
_CLAUSES_MAX = 60

# What texts say where they speak to a side of a question; a nudge, never a condition.
_FACET_WORDS: dict[Facet, tuple[str, ...]] = {
    Facet.HARMS: ("adverse effects", "adverse events", "side effects", "harms", "safety"),
    Facet.DOSE: ("dose", "dosage", "duration", "daily", "course"),
    Facet.CONTRAINDICATIONS: ("contraindicated", "contraindications", "avoid", "interactions"),
    Facet.MONITORING: ("monitoring", "follow-up", "measure"),
    Facet.SPECIAL_POPULATIONS: ("pregnancy", "breastfeeding", "women of childbearing age", "renal impairment"),
    Facet.RED_FLAGS: ("red flags", "serious pathology", "urgent"),
    Facet.COST: ("cost", "cost-effectiveness"),
    Facet.DIAGNOSIS: ("diagnosis", "diagnostic accuracy", "imaging", "sensitivity"),
    Facet.PROGNOSIS: ("prognosis", "natural history", "recovery", "recurrence", "long-term"),
    Facet.PREVENTION: ("prevention", "prophylaxis", "preventive"),
    Facet.CAUSE: ("cause", "causes", "risk factors", "aetiology", "etiology", "incidence", "prevalence"),
    Facet.DEFINITION: ("defined as", "definition", "threshold", "criteria"),
    Facet.WHEN_TO_START: ("start", "initiation", "threshold", "first-line", "timing"),
    Facet.REFERRAL: ("referral", "refer", "review", "specialist"),
    Facet.DELIVERY: ("supervised", "group", "online", "delivery"),
}


def plan(question: Question, *, on_condition: bool = False) -> Query:
    """Weighted clauses for everything that the question names, of which the condition weighs most.

    Nothing is required, unless `on_condition` asks for what speaks of the condition; a question that names none
    requires nothing then either.
    """
    slots = (
        (question.conditions, _CONDITION),
        (question.interventions, _INTERVENTION),
        (question.comparators, _COMPARATOR),
        (question.populations, _POPULATION),
        (question.outcomes, _OUTCOME),
    )
    weight_of: dict[str, float] = {}
    for mentions, weight in slots:
        for mention in mentions:
            weight_of.setdefault(mention.concept.name, weight)
    clauses: list[QueryClause] = []
    parts: dict[str, float] = {}
    for term in question.terms:
        alternatives = (term.words, *term.synonyms)
        weight = weight_of.get(term.concept or "", _WORD)
        clauses.append(QueryClause(alternatives, weight, required=on_condition and weight == _CONDITION))
        for word in {word for words in alternatives[:8] if len(found := analyse(words)) > 1 for word in found}:
            parts[word] = max(parts.get(word, 0.0), _PART * weight)
    whole = {tuple(analyse(words)) for clause in clauses for words in clause.alternatives}
    nudge = _FACET_OF_CONDITION if question.conditions else _FACET
    clauses += [QueryClause(words, nudge) for facet in question.facets if (words := _FACET_WORDS.get(facet))]
    clauses += [QueryClause((word,), weight) for word, weight in sorted(parts.items()) if (word,) not in whole]
    searched = whole | {(word,) for word in parts} | {(word,) for words in whole for word in words}
    led = bool(question.conditions or question.interventions)
    clauses += _rest(question.as_read, searched, everyday=0.0 if led else _EVERYDAY)
    return Query(tuple(clauses[:_CLAUSES_MAX]))


def _rest(text: str, searched: set[tuple[str, ...]], *, everyday: float) -> list[QueryClause]:
    """Words of the question that no term stands for, each once, in reading order; those of no weight are left out."""
    weight_of: dict[str, float] = {}
    for token in match_tokens(text):
        weight = everyday if is_talk(token.form) else _REST
        for word in analyse(token.form):
            if weight and (word,) not in searched:
                weight_of.setdefault(word, weight)
    return [QueryClause((word,), weight) for word, weight in weight_of.items()]


def strategy(query: Query) -> str:
    """The search in one line: alternatives in brackets, phrases in quotes, weights behind ^, + for required."""
    lines = [_clause_line(clause) for clause in query.clauses]
    walls = query.filters
    if walls.kinds:
        lines.append(f"kind:({' OR '.join(walls.kinds)})")
    if walls.year_from is not None or walls.year_to is not None:
        lines.append(f"year:{walls.year_from or ''}–{walls.year_to or ''}")
    if walls.populations:
        lines.append(f"population:({' OR '.join(walls.populations)})")
    return "; ".join(lines)


def _clause_line(clause: QueryClause) -> str:
    shown = " OR ".join(f'"{words}"' if " " in words.strip() else words.strip() for words in clause.alternatives)
    return f"{'+' if clause.required else ''}({shown})^{clause.weight:g}"
