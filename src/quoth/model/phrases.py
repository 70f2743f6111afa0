"""The phrase bank: every connecting word that a page may use, so that nothing medical hides in the furniture.

Slots in braces are filled with names, numbers and dates alone. The checker compiles the same table into patterns and
refuses any lead or explanation that does not fit one.
"""

__all__ = ["DISCLAIMER", "INTENDED_USE", "LABEL_BY_MARK", "PHRASES", "SIGNPOSTS", "phrase"]

PHRASES: dict[str, str] = {
    # bottom line
    "lead.one": "Current recommendation",
    "lead.many": "Current recommendations",
    "lead.both": "Guidance goes both ways, by situation or by body",
    "lead.against": "Current recommendation against",
    "lead.uncertain": "The guidance found gives no clear direction",
    "lead.superseded": "Only superseded guidance was found",
    "lead.indirect": "Only guidance on another condition or population was found",
    "lead.topic": "A guideline is on just this: some of what it recommends leads here, the rest stands below",
    "lead.guidance": "No recommendation on exactly this was found; a guideline says besides its recommendations",
    "lead.review": "No guideline recommendation on exactly this was found; a review or practice guide advises",
    "lead.beside": "No guideline recommendation plainly answers this; the advice that comes near it stands below",
    "lead.figure": "The question asks for a figure, and no guideline recommendation found here gives it",
    "lead.none": "No guideline recommendation found in this library",
    # explanations of an abstention
    "why.empty": "No question was asked. Type a condition, and what you want to know about it.",
    "why.long": "The question has {length} characters; up to {limit} can be read. Ask it more briefly.",
    "why.not_clinical": "No condition, treatment or other clinical word of this library was recognised.",
    "why.unknown_words": "This library holds nothing on: {words}. No other answer is offered in its place.",
    "why.no_condition": "The question names no condition. This library holds evidence on {what} for: {conditions}.",
    "why.no_condition_apart": (
        "The question names no condition. This library holds evidence on {what} for different conditions: {conditions}."
    ),
    "why.no_condition_bare": "The question names no condition or treatment that this library knows.",
    "why.no_condition_said": (
        "The question names no condition, and no source was found that answers on {what} alone. "
        "Say what it is to be used for, and ask again."
    ),
    "why.no_direct": "No source in this library answers this question directly.",
    "why.not_together": "No source in this library speaks of {what} together with {rest}.",
    "why.silent": "A source here is about this, but nothing in it can stand as an answer: see what was left out.",
    "why.none_found": "No source was found that answers on {what}.",
    "why.apart": "Sources in this library hold the words of this question, but none speaks of them together.",
    "why.no_direct_on": "This library holds sources on {condition}, but none was found that answers on {what}.",
    "why.no_direct_beside": (
        "This library holds sources on {condition}. None was found that answers on {what} together with {rest}."
    ),
    "why.no_facet": "This library holds sources on {condition}, but none that speaks to this side of it: {what}.",
    "why.empty_library": "The library is empty. Load the starter library or your own files first.",
    "why.check_failed": "The independent checker found {count} fault(s) in the page, so it is not shown.",
    # notes on how the page was made
    "note.carried": "Carried over from the question before: {what}.",
    "note.inferred": "Read as a question about {condition}: {because}.",
    "note.widened": "No source here speaks of “{words}” by name: it is read as {what}, which it belongs to.",
    "note.asks_first": "Two things are asked. What leads the page answers the first: “{what}”.",
    "near.advice": "Nearest advice, which does not answer the question",
    "near.advice_note": (
        "To judge for oneself: it may be about something else, or about other people. "
        "Each piece names the words of the question that it does not say."
    ),
    "near.lacks": "Does not say: {words}.",
    "near.heading": "Nearest in this library",
    "near.note": "None of these was found to answer the question. They come nearest to it, to read for oneself.",
    "note.corrected": "“{words}” was read as “{meant}”.",
    "note.unknown_words": "This library holds nothing on: {words}. The page answers the rest of the question.",
    "note.uncovered": "No source on this page speaks of: {words}. The page answers the rest of the question.",
    "note.people_in_general": "What does not name {what} speaks of people in general, and stands after what does.",
    "agree": "{count} bodies agree",
    "differ": "They differ in {what}.",
    "effects": "As each source prints them, in one measure on one outcome. Nothing is pooled.",
    # provisional certainty; its rules stand in model/certainty.py
    "certainty.level": "Starting point {level}, before risk of bias and unpublished studies are judged",
    "certainty": "Provisional starting point, worked out by rule from the rows above. No panel has judged it.",
    "rating.randomised": "The rows rest on randomised trials: starts high",
    "rating.observational": "The rows rest on observation: starts low",
    "rating.direct": "Every row is about the condition asked about; people and outcome are for the reader to compare",
    "rating.precise": "An interval leaves no effect out, and the rows count 400 people or more",
    "rating.small": "An interval leaves no effect out, but the rows count fewer than 400 people: one step down",
    "rating.size_unknown": "An interval leaves no effect out; how many people the rows count is not stated",
    "rating.narrow": "The intervals hold no effect and neither appreciable benefit nor harm",
    "rating.imprecise": "No interval leaves no effect out, and benefit or harm stays possible: one step down",
    "rating.very_imprecise": "The intervals hold both appreciable benefit and harm: two steps down",
    "rating.single": "One source: agreement cannot be seen",
    "rating.consistent": "No two intervals lie on opposite sides of no effect",
    "rating.inconsistent": "Intervals lie on opposite sides of no effect: one step down",
    "rating.not_judged": "Risk of bias and unpublished studies are not judged here",
    # what a language model did; the name of a model and a reason of this table alone fill the slots
    "guest.selected": "The language model {model} chose and ordered the rows of this page. Every word is a source's.",
    "guest.wrote": (
        "The language model {model} wrote the summary. Sentences of its own: {count}, each saying what its quotes say, "
        "letter by letter but for listed edits. Where it said anything else the quote stands."
    ),
    "guest.paraphrased": (
        "The language model {model} wrote the summary. Sentences in its own words: {count}, each let in by a judge "
        "that was measured. Where it was not believed the quote stands."
    ),
    "guest.read": "The language model {model} read the question and added: {names}. The page answers its title.",
    "guest.plain": (
        "The language model {model} put statements into everyday words: {count}, each let in by a judge that was "
        "measured, and each below in its source's words."
    ),
    "guest.silent": "The language model {model} took no part: {why}.",
    "newer": "Newer than the {year} guidance",
    # warnings beside a row
    "mark.subgroup": "Found in a part of those who took part; in all of them it may be otherwise.",
    "mark.spin": "Claims a benefit; the results in the same text report no significant difference.",
    "mark.newer than the guideline": "{year}, after the guidance of {guidance}",
    "mark.older than the guideline": "{year}, before the guidance of {guidance}",
    "mark.year unknown": "The year was not seen.",
    "mark.title unverified": "The title is a description, not the source's own title.",
    "mark.design inferred": "The kind of study was worked out from the text.",
    "mark.summary": "Summary of the source, by {by}.",
    # why evidence is indirect: slots are names
    "indirect.animal": "animals or laboratory, by its MeSH headings or title",
    "indirect.pregnancy": "about pregnancy, which the question does not name",
    "indirect.people": "in {studied}, not {asked}",
    "indirect.about": "about {names}",
    "indirect.mapped": "mapped to {names}",
    "indirect.headed": "its title or main headings name {names}",
    "indirect.titled": "its title names {names}",
    "indirect.opened": "its opening names {names}",
    # what to ask next
    "next.overview": "What helps {condition}?",
    "next.facet": "{facet} for {condition}",
    "next.intervention": "{intervention} for {condition}",
}

LABEL_BY_MARK: dict[str, str] = {
    "retracted": "Retracted",
    "expression of concern": "Expression of concern",
    "superseded": "Superseded",
    "withdrawn": "Withdrawn",
    "indirect": "Indirect evidence",
    "older than the guideline": "Older than the guideline",
    "newer than the guideline": "Newer than the guideline",
    "corrected": "Correction published",
    "summary": "Summary, not a quotation",
    "doubt": "Doubt",
    "year unknown": "Year unknown",
    "title unverified": "Title not verified",
    "design inferred": "Design inferred from the text",
    "subgroup": "Subgroup",
    "spin": "Claim beyond the results",
}

INTENDED_USE = (
    "quoth shows what guidelines and research in this library say, in their own words or in labelled summaries. "
    "It supports people who look up evidence. It does not diagnose, "
    "does not know the patient, and is not a medical device."
)

DISCLAIMER = (
    "This page is not medical advice and does not replace the judgement of a clinician who knows the patient. "
    "Absence of a statement here does not mean that no evidence exists."
)

# Keys are set by the understanding of the question; wording kept general so that it holds in every country. Numbers for
# a country are the operator's to add in the settings.
SIGNPOSTS: dict[str, str] = {
    "emergency": (
        "If this is happening now, call your local emergency number at once. This page is no help in an emergency."
    ),
    "crisis": (
        "If you are thinking of harming yourself or are in crisis, call your local emergency number or a crisis line "
        "now, or go to the nearest emergency department. You do not have to be alone with this."
    ),
    "today": (
        "What is described here may need a doctor's help today. Ask for it at once, and call your local emergency "
        "number if it gets worse."
    ),
    "poison": "If someone may have taken too much of a medicine, call your poison centre or emergency number at once.",
}


def phrase(key: str, **slots: object) -> str:
    """The phrase with its slots filled. An unknown key or a missing slot is a bug and raises KeyError."""
    return PHRASES[key].format_map({name: str(value) for name, value in slots.items()})
