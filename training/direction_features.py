"""What a sentence says of a prompt's arms, as features for a linear model: words, the order of what happens, sides.

A sentence is read as a row of events: an arm named, something higher or lower, a denial, a comparison, a p value, a
number. Each change is told with the arms around it, and for whom it speaks.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from direction_arms import Mark, words

__all__ = ["features_of"]

_UP = (
    r"higher|greater|more|larger|longer|increas\w*|elevat\w+|rose|raised?|rais(?:es|ing)|enhanc\w+|gain(?:ed|s)?"
    r"|exceed\w*|prolong\w*|stronger|faster|quicker|frequent(?:ly)?|most|highest|heavier|thicker|deeper|accelerat\w+"
    r"|promot\w+|doubl\w+|augment\w*|stimulat\w+|grew"
)
_DOWN = (
    r"lower(?:ed|ing|s)?|less(?:er)?|fewer|smaller|shorter(?:ed)?|shorten\w*|reduc\w+|decreas\w+|declin\w+|fell"
    r"|drop(?:ped|s)?|diminish\w*|attenuat\w+|prevent\w*|slow(?:er|ed)|lessen\w*|suppress\w*|alleviat\w+|reliev\w+"
    r"|weaker|blunted|inhibit\w*|least|lowest|minimi[sz]\w+|thinner|lighter|loss|lost|earlier|sooner|halv\w+|below"
)
_EVENTS = re.compile(
    r"(?P<p>\bp(?:[- ]?values?)?\s*(?:(?:was|were|of|is|for)\s+)?(?P<sign>[=<>≤≥⩽⩾])\s*(?P<value>\d*[.,·:]?\d+)"
    r"|\bn\.?s\b\.?)"
    r"|(?P<interval>\b(?:CI|confidence interval)s?\b[^\d\-−–]{0,8}(?P<low>[-−–]?\d+(?:[.·]\d+)?)"
    r"(?: ?(?:to|,|;|and|-|–|−) ?)"
    r"(?P<high>[-−–]?\d+(?:[.·]\d+)?))"
    r"|(?P<ratio>\b(?:HR|OR|RR|(?:hazard|odds|risk|rate) ratios?|relative risk)\b)"
    r"|(?P<mean>\b(?:mean|group) difference\b|\bS?MD\b)"
    r"|(?P<no>\b(?:no|not|without|neither|nor|non-?\s?significan\w*|insignifican\w*|fail\w*|similar\w*|comparable"
    r"|equal\w*|equivalent\w*|same|unchanged|lack|identical|cannot|unaffected|any)\b|n[’']t\b)"
    r"|(?P<sig>\bsignifican\w*)|(?P<dif>\bdiffer\w*)"
    r"|(?P<than>\bthan\b|\brelative to\b|\bcomparison (?:with|to)\b|\bcompared\b)"
    r"|(?P<vs>\bv(?:ersu)?s?\b\.?|\bagainst\b)"
    rf"|(?P<up>\b(?:{_UP})\b|↑)|(?P<down>\b(?:{_DOWN})\b|↓)"
    r"|(?P<good>\b(?:better|improv\w+|superior\w*|favou?r\w*|benefi\w+|effective(?:ly|ness)?|efficac\w+|best|success\w*)\b)"
    r"|(?P<bad>\b(?:worse\w*|inferior\w*|poorer|deteriorat\w+|worst|harm\w*)\b)"
    r"|(?P<both>\b(?:both|all|each|either)\b)|(?P<between>\bbetween\b)|(?P<base>\bbaseline\b|\bfrom\b|\bover time\b)"
    r"|(?P<but>\b(?:but|whereas|while|although|though|however|despite|except)\b)|(?P<end>[.;:](?=\s|$))"
    r"|(?P<number>(?<![\w.])[-−–+]?\d+(?:[.·]\d+)*%?)",
    re.IGNORECASE,
)
_CHANGES = ("up", "down", "good", "bad")
_ARMS = ("I", "C")
_OTHER = {"I": "C", "C": "I"}
_MORE = frozenset({"greater", "more", "larger", "stronger", "faster", "higher"})
_LESS = frozenset({"less", "lower", "smaller", "lesser"})
_A_FALL = re.compile(r"\b(?:decreases?|reductions?|declines?|drop|loss|lowering|fall)\b")
_BAD_OUTCOME = re.compile(
    r"\b(?:pain|mortality|deaths?|risks?|complications?|adverse|events?|relapses?|recurren\w*|infections?|symptoms?"
    r"|fatigue|anxiety|depress\w*|disability|bleeding|nausea|vomiting|failures?|exacerbations?|falls?|pressure|LDL"
    r"|triglycerides?|cholesterol|BMI|weight|smoking|headaches?|severity|loss|swelling|inflammat\w*|CRP|glucose|stress"
    r"|toxicity|time to|length|stay|duration|errors?|problems?|score)\b",
    re.IGNORECASE,
)
_GOOD_OUTCOME = re.compile(
    r"\b(?:survival|function\w*|quality|remission|recovery|response|responders?|cure|healing|success|strength"
    r"|satisfaction|abstinence|adherence|performance|mobility|range of motion|HDL|knowledge|efficacy|sleep|well-?being"
    r"|memory|cognit\w*|balance|clearance|relief|walk\w*|gait|FEV1?|accuracy|skills?|capacity|muscle|activity)\b",
    re.IGNORECASE,
)
_ALPHA = 0.05
_GOVERNS = 70


@dataclass(frozen=True, slots=True)
class _Event:
    kind: str
    start: int
    end: int
    text: str


def features_of(text: str, marks: Sequence[Mark], outcome: str) -> frozenset[str]:
    """The features of a span, whose places of the prompt's three parts are marked."""
    events = _events(text, marks)
    kinds = [event.kind for event in events]
    found = {f"w:{word}" for word in _plain(text, marks)}
    telling = [kind for kind in kinds if kind not in ("number", "base")]
    found |= {f"e:{'_'.join(telling[i : i + n])}" for n in (2, 3, 4) for i in range(len(telling) - n + 1)}
    shown = [kind for kind in kinds if kind in ("p+", "p-")]
    found |= {f"p:{kind}" for kind in shown} | {"pall:" + "".join(sorted(set(shown)))}
    found |= set(_denials(kinds)) | set(_changes(text, events, outcome)) | set(_numbers(events))
    beyond = kinds[_last(kinds, "O") :] if "O" in kinds else []
    found |= {f"pafter:{kind}" for kind in [kind for kind in beyond if kind in ("p+", "p-")][:1]}
    return frozenset(found)


def _events(text: str, marks: Sequence[Mark]) -> list[_Event]:
    found = [_Event(kind, start, end, "") for start, end, kind in marks]
    for match in _EVENTS.finditer(text):
        if any(start < match.end() and match.start() < end for start, end, _ in marks):
            continue
        kind = next(name for name in match.groupdict() if match[name])
        kind = _p(match["sign"], match["value"]) if kind == "p" else kind
        kind = _interval(match["low"], match["high"]) if kind == "interval" else kind
        found.append(_Event(kind, match.start(), match.end(), match.group().lower()))
    return sorted(found, key=lambda event: event.start)


def _p(sign: str | None, value: str | None) -> str:
    """`p+` significant, `p-` not, `p?` where it may lie on either side."""
    if sign is None or value is None:
        return "p-"
    number = float(re.sub(r"[·,:]", ".", value))
    if sign in "<≤⩽":
        return "p+" if number <= _ALPHA else "p?"
    if sign in ">≥⩾":
        return "p-" if number >= _ALPHA else "p?"
    return "p+" if number <= _ALPHA else "p-"


def _interval(low: str, high: str) -> str:
    """How an interval lies about 0 and 1, which of the two stands for no effect is left to the model."""
    first, second = (float(re.sub(r"[−–]", "-", end.replace("·", "."))) for end in (low, high))
    return f"ci{'0' if first < 0 < second else ''}{'1' if first < 1 < second else ''}"


def _plain(text: str, marks: Sequence[Mark]) -> Iterator[str]:
    last = 0
    for start, end, kind in [*marks, (len(text), len(text), "")]:
        for word, _, _ in words(text[last:start]):
            yield "#" if word[0].isdigit() else word.lower()
        if kind:
            yield f"<{kind}>"
        last = end


def _denials(kinds: Sequence[str]) -> Iterator[str]:
    for i, kind in enumerate(kinds):
        if kind == "no":
            denied = next((k for k in kinds[i + 1 : i + 6] if k in ("sig", "dif", *_CHANGES)), "-")
            yield from (f"no:{denied}", f"no:{_same_clause(kinds, i)}:{denied}", "no:first" if i < 3 else "no:later")


def _changes(text: str, events: Sequence[_Event], outcome: str) -> Iterator[str]:
    """Each change with the arms around it, and the vote of all of them on the intervention's side."""
    kinds = [event.kind for event in events]
    first = next((kind for kind in kinds if kind in _ARMS), "-")
    liking = _liking(outcome)
    votes = 0
    for i, event in enumerate(events):
        if event.kind not in _CHANGES or (i and _amplifies(events[i - 1], event)):
            continue
        change = _change(text, events, i)
        before, after = _arm(kinds[:i][::-1]), _arm(kinds[i + 1 :])
        between = kinds[i + 1 : i + 8] if after is None else kinds[i + 1 : kinds.index(after, i + 1)]
        compared = "than" if "than" in between else "vs" if "vs" in between else ""
        turned = before is not None and _compared_to(kinds[:i], before)
        denied = _denied(kinds[max(0, i - 6) : i])
        near = _governs(events, i) or _same_clause(kinds, i)
        aside = [
            mark
            for mark in (
                "s" if i and kinds[i - 1] == "sig" else "",
                "base" if "base" in kinds[max(0, i - 3) : i + 5] else "",
            )
            if mark
        ]
        told = f"{change}{liking if change in ('good', 'bad') else ''}:{'not' if denied else ''}"
        left, right = f"{'T' if turned else ''}{before or '-'}", f"{compared}:{after or '-'}"
        for tail in ("", f":{left}", f":{right}", f":{left}:{right}", f":{near}:{left}:{right}", f":first{first}"):
            yield f"ch:{told}{tail}"
            yield from (f"ch:{told}{tail}:{mark}" for mark in aside)
        speaks = _subject(before, after, compared=bool(compared), turned=turned)
        way = {"up": 1, "down": -1, "good": {"G": 1, "B": -1}.get(liking, 0)}.get(change, 0)
        if way and speaks and not denied:
            vote = way if speaks == "I" else -way
            votes += vote * (3 if near in ("g", "G") else 1)
            yield from (f"v:{vote}", f"v:{vote}:{near}", f"v:{vote}:{near}:{compared}:{'s' in aside}")
    yield f"votes:{(votes > 0) - (votes < 0)}"
    yield f"sum:{max(-4, min(4, votes))}"


def _change(text: str, events: Sequence[_Event], i: int) -> str:
    """The change that is meant: "greater reduction", and "the decrease was greater", are down."""
    event = events[i]
    following = events[i + 1] if i + 1 < len(events) else None
    if following is not None and _amplifies(event, following):
        return _opposite(following.kind) if event.text in _LESS else following.kind
    start = max((e.end for e in events[:i] if e.kind == "end"), default=0)
    if event.text in _MORE | _LESS and _A_FALL.search(text[start : event.start].lower()):
        return "up" if event.text in _LESS else "down"
    return event.kind


def _opposite(change: str) -> str:
    return {"up": "down", "down": "up", "good": "bad", "bad": "good"}[change]


def _amplifies(event: _Event, following: _Event) -> bool:
    near = 0 <= following.start - event.end < 25
    return near and event.text in _MORE | _LESS and following.kind in _CHANGES


def _arm(kinds: Sequence[str]) -> str | None:
    """The first arm named, within the sentence."""
    for kind in kinds:
        if kind == "end":
            return None
        if kind in _ARMS:
            return kind
    return None


def _last(kinds: Sequence[str], arm: str) -> int:
    return len(kinds) - 1 - kinds[::-1].index(arm)


def _compared_to(kinds: Sequence[str], arm: str) -> bool:
    """Whether the arm named last is what something is compared to: "compared with gel, …"."""
    for kind in reversed(kinds[: _last(kinds, arm)][-2:]):
        if kind in _ARMS:
            return False
        if kind == "than":
            return True
    return False


def _subject(before: str | None, after: str | None, *, compared: bool, turned: bool) -> str | None:
    """The arm that a change is told of."""
    if before and turned:
        return _OTHER[before]
    if compared and after and after != before:
        return before or _OTHER[after]
    return before or after


def _denied(before: Sequence[str]) -> bool:
    """Whether a denial stands before, in the same clause."""
    clause = _clause(before[::-1])
    return "no" in clause


def _same_clause(kinds: Sequence[str], i: int) -> str:
    """Whether the outcome is named in the clause, elsewhere, or not at all."""
    if "O" not in kinds:
        return "?"
    return "o" if "O" in (*_clause(kinds[:i][::-1]), *_clause(kinds[i:])) else "x"


def _clause(kinds: Sequence[str]) -> Sequence[str]:
    """What comes before the next end of a clause."""
    return kinds[: next((i for i, kind in enumerate(kinds) if kind in ("end", "but")), len(kinds))]


def _governs(events: Sequence[_Event], i: int) -> str:
    """Whether the outcome stands beside the change, before (g) or after (G), with no other change between."""
    found = ""
    for j, event in enumerate(events):
        first, last = sorted((i, j))
        apart = events[last].start - events[first].end
        between = {other.kind for other in events[first + 1 : last]}
        if event.kind == "O" and apart < _GOVERNS and not between & {*_CHANGES, "end"}:
            found = "G" if j > i else found or "g"
    return found


def _liking(outcome: str) -> str:
    bad, good = bool(_BAD_OUTCOME.search(outcome)), bool(_GOOD_OUTCOME.search(outcome))
    return "" if bad == good else "B" if bad else "G"


def _numbers(events: Sequence[_Event]) -> Iterator[str]:
    """Which of two numbers is larger, of "x versus y" and of the first number after each arm."""
    kinds = [event.kind for event in events]
    first = next((kind for kind in kinds if kind in _ARMS), "-")
    for i, kind in enumerate(kinds):
        if kind in ("vs", "than"):
            one = _percent_or_any([e for e in events[max(0, i - 6) : i] if e.kind == "number"][::-1])
            other = _percent_or_any([e for e in events[i + 1 : i + 7] if e.kind == "number"])
            if one and other:
                nearest = _arm([k for k in kinds[:i][::-1] if k in _ARMS]) or "-"
                yield from (f"pair:{kind}:{first}:{_order(one, other)}", f"pair:{nearest}:{_order(one, other)}")
    after: dict[str, _Event] = {}
    arms = [i for i, kind in enumerate(kinds) if kind in _ARMS]
    for i, following in zip(arms, [*arms[1:], len(kinds)], strict=False):
        number = _percent_or_any([e for e in events[i + 1 : min(i + 6, following)] if e.kind == "number"])
        if number:
            after.setdefault(kinds[i], number)
    if len(after) == len(_ARMS):
        yield from (f"arms:{_order(after['I'], after['C'])}", f"arms:{_order(after['I'], after['C'])}:{first}")


def _percent_or_any(numbers: Sequence[_Event]) -> _Event | None:
    return next((e for e in numbers if e.text.endswith("%")), numbers[0] if numbers else None)


def _order(one: _Event, other: _Event) -> str:
    first, second = (float(re.sub(r"[^\d.-]", "", e.text.replace("·", ".")).rstrip(".") or 0) for e in (one, other))
    return "more" if first > second else "less" if first < second else "same"
