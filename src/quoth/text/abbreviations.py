"""Short forms that a text introduces itself: "patellofemoral pain (PFP)" and "AKP (anterior knee pain)".

Source of the matching: Schwartz, Hearst, Pac Symp Biocomput 2003:451-62: read both from the right, each character of
the short form must be found in the long form, the first one at the beginning of a word. Extended to the pair that
stands the other way round, and held to what a word list needs: whole words, no sentence marks inside.
"""

from quoth.text.later import compile_later

__all__ = ["abbreviations"]

_BRACKET = compile_later(r"[(\[]([^()\[\]]{2,120})[)\]]")
_WORD = compile_later(r"[^\W_][\w'’/+-]*")
_SHORT = compile_later(r"[^\W_][\w/+.-]{1,9}")
_BREAK = compile_later(r"[.;:!?]\s|[\n()\[\]]")
_SECOND_PART = compile_later(r"[,;]| or | see ")
_REACH_CHARS = 200
_NUMERAL = compile_later(r"[ivx]+|\d+")


def abbreviations(text: str) -> list[tuple[str, str]]:
    """(short form, long form) as the text writes them, in reading order, each pair once."""
    pairs: dict[tuple[str, str], None] = {}
    for match in _BRACKET.finditer(text):
        before = _BREAK.split(text[max(0, match.start() - _REACH_CHARS) : match.start()])[-1].strip()
        inside = _SECOND_PART.split(match[1])[0].strip()
        pair = _short_inside(before, inside) or _short_before(before, match[1].strip())
        if pair:
            pairs[pair] = None
    return list(pairs)


def _short_inside(before: str, inside: str) -> tuple[str, str] | None:
    if not _is_short(inside):
        return None
    words = list(_WORD.finditer(before))
    reach = min(len(inside) + 5, 2 * len(inside))
    window = before[words[max(0, len(words) - reach)].start() :] if words else ""
    long = _long_form(inside, window)
    return (inside, long) if long else None


def _short_before(before: str, inside: str) -> tuple[str, str] | None:
    """The pair the other way round; the long form must fill the bracket, so that remarks do not count."""
    words = before.split()
    short = words[-1] if words else ""
    if not _is_short(short) or not short.isupper() or _is_short(inside):
        return None
    if len(inside.split()) > min(len(short) + 5, 2 * len(short)):
        return None
    return (short, inside) if _long_form(short, inside) == inside else None


def _is_short(word: str) -> bool:
    if not _SHORT.fullmatch(word) or _NUMERAL.fullmatch(word.casefold()):
        return False
    capitals = sum(char.isupper() for char in word)
    return capitals >= 2 or (capitals == 1 and any(char.isdigit() for char in word))


def _long_form(short: str, window: str) -> str | None:
    """The shortest stretch at the end of `window` that spells the short form, or `None`."""
    letters = [char for char in short.removesuffix("s").casefold() if char.isalnum()]
    low = window.casefold()
    if not letters or len(low) != len(window):
        return None
    at = len(low)
    for number, letter in enumerate(reversed(letters)):
        first = number == len(letters) - 1
        at -= 1
        while at >= 0 and (low[at] != letter or (first and at > 0 and low[at - 1].isalnum())):
            at -= 1
        if at < 0:
            return None
    long = window[at:].strip(" ,-–")
    words = long.split()
    if len(words) < 2 or len(words) > len(letters) + 5 or short.casefold() in long.casefold().split():
        return None
    return long if len(long) > len(short) else None
