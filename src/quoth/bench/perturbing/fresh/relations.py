"""Who did what to whom, when, where: agents and objects change places, names come from elsewhere in the text."""

import re

from quoth.bench.perturbing.kind import Kind, Source, capital, exchanged, picked, replaced

__all__ = ["KINDS"]

_NAME = r"[A-Za-z][\w-]{3,}"
_BY = re.compile(rf"(?P<a>\b{_NAME}) (?P<by>(?:was|were|is|are) [a-z]+ed by) (?P<b>{_NAME})(?=[\s,.;])")
_EFFECT = re.compile(
    rf"(?P<head>\b(?:effects?|influence|impact|role|action|dependence|consequences) of )(?P<a>{_NAME}(?: {_NAME})?)"
    rf"(?P<by> (?:on|in|upon|for) (?:the )?)(?P<b>{_NAME}(?: {_NAME})?)(?=[\s,.;]|$)"
)
_NEIGHBOURS = re.compile(
    rf"(?P<a>\b{_NAME}) (?P<by>of(?: the)?|in(?: the)?|for|from|to|by) (?P<b>{_NAME})(?=[\s,.;]|$)"
)
_SHORT_NAME = re.compile(r"\b(?=[\w-]*[A-Z][\w-]*[A-Z0-9])[A-Z][\w-]{1,11}\b")
_LONG_WORD = re.compile(r"\b[a-z]{8,}\b")
_WHEN = {
    "within": ("after",),
    "until": ("after",),
    "since": ("until",),
    "throughout": ("before",),
    "initially": ("finally",),
    "previously": ("subsequently",),
    "subsequently": ("previously",),
    "subsequent": ("previous",),
    "previous": ("subsequent",),
    "then": ("earlier",),
    "immediately": ("eventually",),
    "transient": ("permanent",),
    "transiently": ("permanently",),
    "persistent": ("transient",),
    "persisted": ("vanished",),
    "sustained": ("short-lived",),
    "recently": ("long ago",),
    "recent": ("old",),
    "current": ("former",),
    "former": ("current",),
    "final": ("first",),
    "last": ("first",),
    "newly": ("formerly",),
    "simultaneously": ("at different times",),
    "future": ("past",),
    "repeated": ("single",),
    "continuous": ("intermittent",),
    "intermittent": ("continuous",),
    "at admission": ("at discharge",),
    "at discharge": ("at admission",),
    "onset": ("end",),
    "delayed": ("immediate",),
    "midlife": ("childhood",),
    "lifetime": ("one-year",),
}
_WHERE = {
    "hospital": ("home", "nursing home"),
    "hospitals": ("homes",),
    "primary care": ("hospital",),
    "clinic": ("prison",),
    "intensive care": ("primary care",),
    "community": ("hospital",),
    "emergency department": ("general practice",),
    "rural": ("urban",),
    "urban": ("rural",),
    "united states": ("United Kingdom", "China"),
    "china": ("Germany",),
    "chinese": ("German",),
    "japanese": ("Italian",),
    "japan": ("Italy",),
    "uk": ("USA",),
    "india": ("France",),
    "african": ("European",),
    "africa": ("Europe",),
    "european": ("Asian",),
    "europe": ("Asia",),
    "american": ("Asian",),
    "american-style": ("Asian",),
    "white": ("Black",),
    "black": ("white",),
    "liver": ("lung",),
    "lung": ("liver",),
    "heart": ("kidney",),
    "cardiac": ("renal",),
    "renal": ("cardiac",),
    "hepatic": ("renal",),
    "kidney": ("heart",),
    "brain": ("gut",),
    "bone": ("skin",),
    "skin": ("bone",),
    "breast": ("prostate",),
    "prostate": ("breast",),
    "colon": ("breast",),
    "gastric": ("ovarian",),
    "coronary": ("carotid",),
    "serum": ("urine",),
    "plasma": ("urine",),
    "urine": ("plasma",),
    "upper": ("lower",),
    "central": ("peripheral",),
    "peripheral": ("central",),
    "anterior": ("posterior",),
    "posterior": ("anterior",),
    "distal": ("proximal",),
    "proximal": ("distal",),
    "maternal": ("paternal",),
    "school": ("nursing home",),
    "worldwide": ("in one clinic",),
    "multicenter": ("single-center",),
    "multicentre": ("single-centre",),
}
_LABORATORY = re.compile(
    r",? ?\b(?:in vitro|in vivo|ex vivo|murine|mouse|rat|zebrafish|yeast|cultured|simulated|experimental|animal|"
    r"transgenic|knockout|cell lines?|in mice|in rats|in animals|in cells)\b(?= \w|[.,;])"
)


def agent_turned(sentence: str, source: Source) -> str | None:
    """A was caused by B becomes B was caused by A."""
    return _turned(_BY, sentence, source)


def effect_turned(sentence: str, source: Source) -> str | None:
    """The effect of A on B becomes the effect of B on A."""
    match = picked(_EFFECT, sentence, source)
    if match is None or match["a"] == match["b"]:
        return None
    return replaced(sentence, match, match["head"] + match["b"] + match["by"] + match["a"])


def neighbours_turned(sentence: str, source: Source) -> str | None:
    """Loss of weight becomes weight of loss."""
    return _turned(_NEIGHBOURS, sentence, source)


def name_of_a_neighbour(sentence: str, source: Source) -> str | None:
    """A short name becomes another one of the same text."""
    return _of_a_neighbour(_SHORT_NAME, sentence, source)


def word_of_a_neighbour(sentence: str, source: Source) -> str | None:
    """A long word becomes one of another sentence of the same text."""
    return _of_a_neighbour(_LONG_WORD, sentence, source)


def spliced(sentence: str, source: Source) -> str | None:
    """The beginning of a sentence, the end of another one of the same text."""
    others = [text for text in source.beside if text != sentence and len(text.split()) > 7]
    words = sentence.split()
    if not others or len(words) < 8:
        return None
    other = source.random.choice(others).split()
    return " ".join([*words[: len(words) // 2], *other[len(other) // 2 :]])


def neighbour_instead(sentence: str, source: Source) -> str | None:
    """Another sentence of the same text."""
    others = [text for text in source.beside if text != sentence and len(text.split()) > 4]
    return source.random.choice(others) if others else None


def neighbour_added(sentence: str, source: Source) -> str | None:
    """The sentence and its neighbour, where the sentence alone is cited."""
    other = neighbour_instead(sentence, source)
    return other and sentence.rstrip(".") + source.random.choice(("; ", ". ", ", and ")) + other


def when_changed(sentence: str, source: Source) -> str | None:
    """Within becomes after, transient permanent."""
    return exchanged(sentence, _WHEN, source)


def where_changed(sentence: str, source: Source) -> str | None:
    """Another place, organ, people or setting."""
    return exchanged(sentence, _WHERE, source)


def laboratory_lost(sentence: str, source: Source) -> str | None:
    """What was seen in animals or cells is told as if of people."""
    match = picked(_LABORATORY, sentence, source)
    return match and replaced(sentence, match, "").replace("  ", " ").strip()


def _turned(pattern: re.Pattern[str], sentence: str, source: Source) -> str | None:
    places = [m for m in pattern.finditer(sentence) if m["a"].lower() != m["b"].lower()]
    if not places:
        return None
    m = source.random.choice(places)
    return replaced(sentence, m, f"{capital(m['a'], m['b'])} {m['by']} {m['a']}")


def _of_a_neighbour(pattern: re.Pattern[str], sentence: str, source: Source) -> str | None:
    match = picked(pattern, sentence, source)
    own = {m.group() for m in pattern.finditer(sentence)}
    others = sorted({m.group() for text in source.beside for m in pattern.finditer(text)} - own)
    return replaced(sentence, match, source.random.choice(others)) if match and others else None


KINDS: dict[str, Kind] = {
    each.__name__: each
    for each in (
        agent_turned,
        effect_turned,
        neighbours_turned,
        name_of_a_neighbour,
        word_of_a_neighbour,
        spliced,
        neighbour_instead,
        neighbour_added,
        when_changed,
        where_changed,
        laboratory_lost,
    )
}
