"""Claims made bolder, turned round or softened: causes, designs, hidden negations, superlatives, exclusiveness."""

import re

from quoth.bench.perturbing.kind import Kind, Source, exchanged, picked, replaced, upper_first

__all__ = ["KINDS"]

_CAUSE = {
    "predicts": ("causes",),
    "predicted": ("caused",),
    "predictor": ("cause",),
    "predictors": ("causes",),
    "risk factor": ("cause",),
    "risk factors": ("causes",),
    "linked to": ("caused by",),
    "related to": ("caused by",),
    "correlates with": ("causes",),
    "correlation": ("causal relation",),
    "association": ("causal relation",),
    "associations": ("causal relations",),
    "relationship": ("causal relation",),
    "marker": ("cause",),
    "biomarker": ("cause",),
    "contributes to": ("fully explains",),
    "contribute to": ("fully explain",),
    "contributed to": ("fully explained",),
    "involved in": ("responsible for",),
    "implicated in": ("responsible for",),
    "consistent with": ("proof of",),
    "support": ("prove",),
    "supports": ("proves",),
    "indicate": ("prove",),
    "indicates": ("proves",),
    "indicated": ("proved",),
    "evidence": ("proof",),
    "hypothesis": ("fact",),
    "believed": ("known",),
    "thought": ("known",),
    "considered": ("proven",),
    "reported": ("proven",),
    "expected": ("known",),
    "estimated": ("measured",),
}
_DESIGN = {
    "observational": ("randomized",),
    "cohort": ("randomized trial",),
    "cohorts": ("randomized trials",),
    "case-control": ("randomized",),
    "cross-sectional": ("longitudinal",),
    "pilot": ("definitive",),
    "preliminary": ("definitive",),
    "exploratory": ("confirmatory",),
    "open-label": ("double-blind",),
    "single-blind": ("double-blind",),
    "unblinded": ("blinded",),
    "case report": ("systematic review",),
    "case series": ("randomized trial",),
    "survey": ("trial",),
    "questionnaire": ("measurement",),
    "self-reported": ("measured",),
    "review": ("randomized trial",),
    "trial": ("meta-analysis",),
    "trials": ("meta-analyses",),
    "study": ("meta-analysis",),
    "studies": ("meta-analyses",),
    "univariate": ("multivariate",),
    "unadjusted": ("adjusted",),
    "post hoc": ("pre-specified",),
    "secondary analysis": ("primary analysis",),
    "subgroup": ("whole group",),
    "subset": ("whole",),
    "sample": ("whole population",),
}
_HIDDEN = {
    "failed to": ("managed to",),
    "fails to": ("manages to",),
    "fail to": ("manage to",),
    "failure of": ("success of",),
    "lack of": ("presence of",),
    "absence of": ("presence of",),
    "absent": ("present",),
    "lacking": ("having",),
    "lacked": ("had",),
    "rather than": ("as well as",),
    "instead": ("also",),
    "neither": ("both",),
    "nor": ("and",),
    "none of": ("all of",),
    "never": ("always",),
    "few": ("many",),
    "hardly": ("clearly",),
    "barely": ("clearly",),
    "free of": ("full of",),
    "no longer": ("still",),
    "only": ("also",),
    "unable to": ("able to",),
    "unlikely": ("likely",),
    "unaffected": ("affected",),
    "unchanged": ("changed",),
    "unrelated": ("related",),
    "unclear": ("clear",),
    "unknown": ("known",),
    "untreated": ("treated",),
    "uncommon": ("common",),
    "inadequate": ("adequate",),
    "insufficient": ("sufficient",),
    "inconsistent": ("consistent",),
    "incomplete": ("complete",),
    "inactive": ("active",),
    "independent": ("dependent",),
    "independently": ("together",),
    "inability": ("ability",),
    "dissimilar": ("similar",),
    "nonsignificant": ("significant",),
    "nonsmokers": ("smokers",),
    "contrary to": ("in line with",),
    "contradict": ("confirm",),
    "limited": ("ample",),
    "refractory to": ("responsive to",),
    "resistant": ("sensitive",),
    "sensitive": ("resistant",),
}
_VERBS = {
    "enhanced": ("impaired",),
    "enhances": ("impairs",),
    "impaired": ("enhanced",),
    "prevented": ("caused",),
    "prevent": ("cause",),
    "prevents": ("causes",),
    "induced": ("blocked",),
    "induces": ("blocks",),
    "inhibited": ("stimulated",),
    "inhibits": ("stimulates",),
    "suppressed": ("stimulated",),
    "stimulated": ("suppressed",),
    "blocked": ("induced",),
    "elevated": ("lowered",),
    "attenuated": ("aggravated",),
    "accelerated": ("delayed",),
    "delayed": ("accelerated",),
    "prolonged": ("shortened",),
    "exceeded": ("fell below",),
    "included": ("excluded",),
    "excluded": ("included",),
    "continued": ("stopped",),
    "stopped": ("continued",),
    "confirmed": ("refuted",),
    "supported": ("refuted",),
    "declined": ("rose",),
    "rose": ("declined",),
    "fell": ("rose",),
    "decline": ("rise",),
    "lowered": ("raised",),
    "gained": ("lost",),
    "lost": ("gained",),
    "survived": ("died",),
    "died": ("survived",),
    "recovered": ("worsened",),
    "responded": ("did not respond",),
    "differed": ("agreed",),
    "differ": ("agree",),
    "lead to": ("result from",),
    "led to": ("resulted from",),
    "leads to": ("results from",),
    "resulted in": ("resulted from",),
    "results in": ("results from",),
    "received": ("refused",),
    "upregulated": ("downregulated",),
    "downregulated": ("upregulated",),
    "protects": ("harms",),
    "required": ("avoided",),
    "requires": ("excludes",),
}
_TOP = {
    "better": ("best",),
    "higher": ("highest",),
    "lower": ("lowest",),
    "greater": ("greatest",),
    "longer": ("longest",),
    "larger": ("largest",),
    "smaller": ("smallest",),
    "effective": ("the most effective of all",),
    "useful": ("the most useful of all",),
    "important": ("the most important",),
    "safe": ("the safest",),
    "one of the": ("the",),
    "among the": ("the",),
    "an option": ("the option",),
    "an alternative": ("the only way",),
    "a major": ("the only",),
    "a key": ("the only",),
    "an important": ("the decisive",),
    "a possible": ("the",),
    "a potential": ("the",),
}
_PLAN = re.compile(
    r"\b(?:should|must|can|could|may|might|will|would|needs? to|has yet to|have yet to) be (?P<verb>[a-z]+ed)\b"
)
_PEOPLE = re.compile(
    r"(?<!all )\b(?=(?:patients|women|men|children|adults|participants|people|cases|studies|trials|cells)\b)"
)
_ONLY = re.compile(r"(?<!only )\b(?=(?:in|among|when|with|after) (?:patients|women|men|children|the|those|a|an)\b)")
_VERB = re.compile(r"\b(?P<verb>was|were|is|are|has|have|had|did) (?!not\b|no\b|possibly\b)")


def cause_claimed(sentence: str, source: Source) -> str | None:
    """A relation or a guess becomes a cause or a fact."""
    return exchanged(sentence, _CAUSE, source)


def design_raised(sentence: str, source: Source) -> str | None:
    """A study becomes a stronger kind of study."""
    return exchanged(sentence, _DESIGN, source)


def hidden_negation_turned(sentence: str, source: Source) -> str | None:
    """Failed to becomes managed to, unaffected becomes affected."""
    return exchanged(sentence, _HIDDEN, source)


def verb_turned(sentence: str, source: Source) -> str | None:
    """Prevented becomes caused."""
    return exchanged(sentence, _VERBS, source)


def superlative_made(sentence: str, source: Source) -> str | None:
    """Better becomes best, one of the becomes the."""
    return exchanged(sentence, _TOP, source)


def plan_as_done(sentence: str, source: Source) -> str | None:
    """What should or may be done was done."""
    match = picked(_PLAN, sentence, source)
    return match and replaced(
        sentence, match, source.random.choice(("was ", "has been ", "is always ")) + match["verb"]
    )


def all_added(sentence: str, source: Source) -> str | None:
    """Patients become all patients."""
    match = picked(_PEOPLE, sentence, source)
    changed = match and replaced(sentence, match, source.random.choice(("all ", "nearly all ", "most ")))
    return changed and upper_first(changed)


def only_added(sentence: str, source: Source) -> str | None:
    """What holds in some becomes what holds in them alone."""
    match = picked(_ONLY, sentence, source)
    return match and replaced(sentence, match, source.random.choice(("only ", "also ", "even ", "not ")))


def doubt_added(sentence: str, source: Source) -> str | None:
    """What was found may have been found, or certainly was."""
    match = picked(_VERB, sentence, source)
    words = source.random.choice(("possibly", "certainly", "always", "rarely", "no longer", "clearly"))
    return match and replaced(sentence, match, f"{match['verb']} {words} ")


KINDS: dict[str, Kind] = {
    each.__name__: each
    for each in (
        cause_claimed,
        design_raised,
        hidden_negation_turned,
        verb_turned,
        superlative_made,
        plan_as_done,
        all_added,
        only_added,
        doubt_added,
    )
}
