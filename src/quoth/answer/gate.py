"""Whether there is an answer at all. Not knowing is a result: each refusal has its reason and a way on."""

import re
from collections.abc import Sequence

from quoth.answer.ground import Ground
from quoth.answer.nearly import is_on_their_family
from quoth.answer.strange_kinds import strange_kinds
from quoth.answer.ways_on import WAYS_MAX, ways_on
from quoth.model import Abstention, EvidenceTable, Method, Question, Reason, phrase, sides_said
from quoth.model.omission_rules import AUDITED_KINDS

__all__ = ["abstain", "refuse_question", "refuse_table"]

_WITH = "people with "
_FEW_TERMS = 6
_WORDS_SHOWN = 6


def refuse_question(question: Question, table: EvidenceTable, ground: Ground) -> Abstention | None:
    """The refusal that the question alone calls for; for want of a condition only where no advice answers all the same.

    What is asked about is read, whatever comes of it: a guideline on aspirin answers who names it alone.
    """
    if not question.text.strip():
        return abstain(question, ground, Reason.EMPTY_QUESTION, phrase("why.empty"))
    if ground.question_chars > ground.limits.question_max_chars:
        why = phrase("why.long", length=ground.question_chars, limit=ground.limits.question_max_chars)
        return abstain(question, ground, Reason.TOO_LONG, why)
    if ground.n_records == 0:
        return abstain(question, ground, Reason.EMPTY_LIBRARY, phrase("why.empty_library"))
    if not question.terms and not question.conditions and not question.interventions:
        return abstain(question, ground, Reason.NOT_CLINICAL, phrase("why.not_clinical"))
    # A word that nobody knows may be whom it is about, "the pony", and what a treatment should prevent an illness: what
    # was found decides.
    says_whom = question.populations or question.unknown or question.outcomes
    if _treats_several(question, ground) and not says_whom and not any(one.spoken for one in table.findings):
        return _names_no_condition(question, ground)
    return None


def refuse_table(question: Question, table: EvidenceTable, ground: Ground) -> Abstention | None:
    """The refusal that the evidence calls for: too little of the question is covered by any direct source.

    Advice of a guideline that answers is an answer, whatever words of the question stand nowhere: it was weighed with
    them.
    """
    if any(finding.spoken for finding in table.findings):
        return None
    if not question.unknown and any(is_on_their_family(question, finding) for finding in table.findings):
        return None
    if question.unknown and not (question.conditions and question.interventions) and not _judged_by_words(question):
        return _unknown_words(question, ground)
    if _judged_by_words(question) and not _tells_enough(question) and not _met_by_family(question, table):
        return _unknown_words(question, ground, table)
    if _judged_by_words(question) and any(_is_the_subject(word, question.as_read) for word in question.unknown):
        return _unknown_words(question, ground, table)
    if _treats_several(question, ground):
        return _names_no_condition(question, ground, table)
    strange = strange_kinds(question, table)
    if strange:
        named = question.conditions[0].concept.name if question.conditions else ""
        key, slots = ("why.no_direct_on", {"condition": named}) if named else ("why.none_found", {})
        slots |= {"what": ", ".join(strange)}
        return abstain(question, ground, Reason.NO_DIRECT_EVIDENCE, phrase(key, **slots), table)
    if (
        table.coverage_0_1 >= ground.limits.coverage_min
        and not _misses_what_was_named(question, table)
        and not _misses_the_effect(question, table)
        and not _misses_a_telling_word(question, table)
    ):
        return None
    return no_direct_evidence(question, table, ground)


def _treats_several(question: Question, ground: Ground) -> bool:
    """Whether a treatment is named that is used for several conditions here, and nothing says for which."""
    return not question.conditions and len(ground.conditions_treated) > 1 and not _says_more(question)


def no_direct_evidence(question: Question, table: EvidenceTable, ground: Ground) -> Abstention:
    """The refusal for a question that nothing here answers, with what was found to be missing."""
    if not question.conditions:
        if question.interventions and len(ground.conditions_treated) != 1 and not _says_more(question):
            return _names_no_condition(question, ground, table)
        return _nothing_on_these_words(question, table, ground)
    condition = question.conditions[0].concept.name
    missing = _beside_the_condition(question, table.uncovered)
    named = list(dict.fromkeys(mention.words for mention in question.interventions))
    if missing:
        why = _none_answers(question, missing)
    elif question.facets:  # what is named stands in the sources, and nothing on the side asked for
        why = phrase("why.no_facet", condition=condition, what=sides_said(question.facets))
    elif named:
        why = _none_answers(question, named)
    else:
        why = phrase("why.no_direct")
    return abstain(question, ground, Reason.NO_DIRECT_EVIDENCE, why, table)


def _beside_the_condition(question: Question, words: Sequence[str]) -> list[str]:
    """Words without the names of the condition, which the refusal says that there are sources on."""
    concept = question.conditions[0].concept
    names = {name.casefold() for name in (concept.name, *concept.lay, *concept.clinical, question.conditions[0].words)}
    return [word for word in dict.fromkeys(words) if word.casefold() not in names]


def _none_answers(question: Question, words: Sequence[str]) -> str:
    """That no source answers on these words. It is not said that none speaks of them: one may, of somebody else.

    Whom the question is about stands beside them, or "metformin in pregnancy" would read as if all of metformin was
    missing.
    """
    condition, held = question.conditions[0].concept.name, {word.casefold() for word in words}
    whom = [mention.words for mention in question.populations if mention.words.casefold() not in held]
    rest = [word for word in dict.fromkeys(whom) if word]
    key, beside = ("why.no_direct_beside", {"rest": ", ".join(rest)}) if rest else ("why.no_direct_on", {})
    return phrase(key, condition=condition, what=", ".join(words), **beside)


def abstain(
    question: Question, ground: Ground, reason: Reason, explanation: str, table: EvidenceTable | None = None
) -> Abstention:
    """An abstention with everything that a reader needs to go on."""
    return Abstention(
        id=ground.answer_id,
        question=question,
        reason=reason,
        explanation=explanation,
        method=Method(
            synonyms=tuple((term.words, term.synonyms) for term in question.terms),
            strategy=ground.strategy,
            ranked=ground.ranked,
            ranking=ground.ranking,
            read_as=ground.read_as,
            counts=ground.counts,
            exclusions=table.exclusions if table else (),
        ),
        signposts=ground.signposts,
        suggestions=ways_on(question, ground, reason),
        manifest=ground.manifest,
    )


def _misses_what_was_named(question: Question, table: EvidenceTable) -> bool:
    """Whether a named condition or intervention is among the words that nothing covers."""
    treatments = (
        () if any(is_on_their_family(question, finding) for finding in table.findings) else question.interventions
    )
    named = {mention.words.casefold() for mention in (*question.conditions, *treatments)}
    named |= {mention.concept.name.casefold() for mention in (*question.conditions, *treatments)}
    # A word that was read as another which names nothing here may still be the treatment: "elastin" as "elastic".
    named |= {typed.casefold() for typed, _ in question.corrected}
    return any(word.casefold() in named for word in table.uncovered)


def _misses_the_effect(question: Question, table: EvidenceTable) -> bool:
    """Whether a treatment is asked to do what nobody here knows: "metformin to prevent cancer".

    Where the library knows the words and no source on the page speaks of them, nothing leads and a note says so.
    """
    missing, unknown = ({word.casefold() for word in words} for words in (table.uncovered, question.unknown))
    return any(
        mention.words.casefold() in missing and not unknown.isdisjoint(mention.words.casefold().split())
        for mention in question.effects
    )


def _misses_a_telling_word(question: Question, table: EvidenceTable) -> bool:
    """Whether a word that may be the very treatment is in no source on the page, though the library knows it.

    "Glutamine for depression" is not answered with advice on depression because some abstract speaks of glutamine.
    Where a treatment is named, a word beside it is told in a note.
    """
    if not question.conditions or question.interventions or question.comparators:
        return False
    words = {word.casefold() for word in question.own_words}
    missing = words & {word.casefold() for word in table.uncovered}
    return len(missing) > len(words) / 2


def _nothing_on_these_words(question: Question, table: EvidenceTable, ground: Ground) -> Abstention:
    """The refusal of a question on no known condition: what the source that comes nearest lacks of its words.

    One that comes near enough was left out for another reason: it is on animals, say, or tells no result.
    """
    if question.unknown:
        return _unknown_words(question, ground, table)
    if table.nearest_0_1 >= ground.limits.coverage_min:
        return abstain(question, ground, Reason.NO_DIRECT_EVIDENCE, phrase("why.silent"), table)
    rest = [term.words for term in question.terms if term.words not in table.lacking]
    if table.lacking and rest:
        what, beside = (", ".join(_as_asked(question, words)[:_WORDS_SHOWN]) for words in (table.lacking, rest))
        why = phrase("why.not_together", what=what, rest=beside)
    elif rest and table.nearest_0_1 > 0:
        why = phrase("why.apart")
    else:
        why = phrase("why.no_direct")
    return abstain(question, ground, Reason.NO_DIRECT_EVIDENCE, why, table)


def _as_asked(question: Question, words: Sequence[str]) -> list[str]:
    """The words, each once, and as one name where they stand side by side in the question: "blood pressure"."""
    joined: list[str] = []
    for word in dict.fromkeys(words):
        name = f"{joined[-1]} {word}" if joined else ""
        if name and re.search(rf"\b{re.escape(name)}\b", question.as_read, re.IGNORECASE):
            joined[-1] = name
        else:
            joined.append(word)
    return joined


def _unknown_words(question: Question, ground: Ground, table: EvidenceTable | None = None) -> Abstention:
    words = ", ".join(question.unknown)
    return abstain(question, ground, Reason.UNKNOWN_WORDS, phrase("why.unknown_words", words=words), table)


def _judged_by_words(question: Question) -> bool:
    """Whether no known thing is named: where one is, a word that nobody knows may be what is asked of it."""
    return not (question.conditions or question.interventions)


def _is_the_subject(word: str, question: str) -> bool:
    """Whether a word is the very thing that is asked about: "is quorine recommended", "quorine for earache".

    However many other words a source holds, it then speaks of something else.
    """
    name = re.escape(word)
    asked = rf"\b(?:is|are|does|do|did|will|can|could|should|would|has|have) (?:the |an? )?{name}\b(?=[^,.;]* \w)"
    return re.search(rf"{asked}|^\W*{name} (?:for|in|to|as|against)\b", question, re.IGNORECASE) is not None


def _tells_enough(question: Question) -> bool:
    """Whether so many words are asked that a source may answer without all of them.

    Of few words the one that nobody knows may be the very treatment.
    """
    return len(question.terms) > _FEW_TERMS


def _met_by_family(question: Question, table: EvidenceTable) -> bool:
    """Whether the nearest source holds words of the family of each word that stands nowhere: "imitates", "imitation".

    Other names, which lists made by machine give, do not decide it.
    """
    nowhere = {term.words for term in question.terms if term.rarity >= 1 and not term.synonyms}
    return all(word in nowhere and word not in table.lacking for word in question.unknown)


def _says_more(question: Question) -> bool:
    """Whether words are left that no concept explains: they may name a condition that this library does not know."""
    return any(term.concept is None for term in question.terms)


def _names_no_condition(question: Question, ground: Ground, table: EvidenceTable | None = None) -> Abstention:
    """The refusal of a question that does not say for what; one on people with an illness says it."""
    if table is not None and any(mention.concept.name.startswith(_WITH) for mention in question.populations):
        return _nothing_on_these_words(question, table, ground)
    what = ", ".join(dict.fromkeys(mention.words for mention in question.interventions))
    if ground.conditions_treated and what:
        why = phrase("why.no_condition", what=what, conditions="; ".join(ground.conditions_treated))
    elif ground.conditions_of_any and what:
        why = phrase("why.no_condition_apart", what=what, conditions="; ".join(ground.conditions_of_any[:WAYS_MAX]))
    else:
        why = phrase("why.no_condition_said", what=what) if what else phrase("why.no_condition_bare")
    return abstain(question, ground, Reason.NO_CONDITION, why)


def asks_for_treatment(question: Question) -> bool:
    """Whether the omission audit of a treatment page applies."""
    return question.kind in AUDITED_KINDS
