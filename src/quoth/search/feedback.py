"""Feedback: what the best hits say beside the question is searched for as well, at a part of its weight.

Relevance feedback without a judge (RM3): the best hits are taken for what was meant, and the words that set them apart
from the library join the query. It brings what shares no word with the question, and something beside the point with
it: so it is no default but what a librarian asks for who wants to miss nothing.

Source: Abdul-Jaleel et al., UMass at TREC 2004 (RM3).
"""

from collections import Counter
from collections.abc import Sequence

from quoth.model import Query, QueryClause
from quoth.search.analysis import analyse
from quoth.search.scoring import Bm25
from quoth.search.terms import Frequency
from quoth.text import match_tokens

__all__ = ["FEEDBACK_FROM", "with_feedback"]

FEEDBACK_FROM = 20
"""So many of the best hits are read."""
_WORDS = 30
_WEIGHT = 0.8
"""All added words together weigh this part of the query: chosen for recall at 100 and 1,000, not for the first ten."""
_LETTERS_MIN = 3
_SHARE_MAX = 0.1
"""A word in more than this share of all units sets nothing apart."""


def with_feedback(
    query: Query, texts: Sequence[str], frequency: Frequency, n_units: int
) -> tuple[Query, tuple[str, ...]]:
    """The query with the words of its best hits, and these words, the one that tells most first.

    Args:
        query: what found the texts.
        texts: of the best hits, best first.
        frequency: in how many units words stand.
        n_units: units in the library.
    """
    searched = {term for clause in query.clauses for words in clause.alternatives for term in analyse(words)}
    written: dict[str, Counter[str]] = {}
    told: Counter[str] = Counter()
    for place, text in enumerate(texts):
        terms = _terms(text, written)
        for term, count in terms.items():
            told[term] += (count / max(1, terms.total())) / (place + 1) ** 0.5
    words = {term: min(forms, key=lambda form: (-forms[form], form)) for term, forms in written.items()}
    likely = [term for term, _ in told.most_common(10 * _WORDS) if term not in searched]
    if not likely:
        return query, ()
    df = dict(zip(likely, frequency([words[term] for term in likely]), strict=True))
    rarity = Bm25().idf
    worth = {
        term: told[term] * rarity(df[term], n_units) for term in likely if 1 < df[term] <= max(2, _SHARE_MAX * n_units)
    }
    best = sorted(worth, key=lambda term: (-worth[term], term))[:_WORDS]
    total = sum(worth[term] for term in best)
    whole = sum(clause.weight for clause in query.clauses)
    added = tuple(QueryClause((words[term],), round(_WEIGHT * whole * worth[term] / total, 4)) for term in best)
    return Query((*query.clauses, *added), query.filters), tuple(words[term] for term in best)


def _terms(text: str, written: dict[str, Counter[str]]) -> Counter[str]:
    """How often each term stands in a text; how it is written is noted."""
    terms: Counter[str] = Counter()
    for token in match_tokens(text):
        for term in analyse(token.form):
            if len(term) >= _LETTERS_MIN and term.isalpha():
                terms[term] += 1
                written.setdefault(term, Counter())[token.form] += 1
    return terms
