"""What somebody does for a living or for pleasure: "in a farmer of 66", "my carpenter husband", "he is a postman".

A trade says whom it is about, and names neither an illness nor a treatment. Where no source knows of it, the page says
so and answers the rest. Trades of which reports are made (runners, dancers) stand in it as well: a source that knows
them is found by them. Who is gone to for treatment ("see a chiropractor") is no such person.
"""

from functools import cache

from quoth.search.wording import Span, Wording, pattern
from quoth.text import match_tokens, stem

__all__ = ["trades_of"]

_TRADES = """
accountant actor actress architect artist baker banker barber barista barman bartender beekeeper bricklayer builder
butcher caretaker carpenter cashier chef childminder cleaner clerk cyclist dancer decorator driver
electrician engineer farmer firefighter fireman fisherman florist footballer forester gardener golfer guitarist
hairdresser handyman hiker housekeeper housewife janitor joiner journalist labourer lawyer lecturer librarian
lifeguard manager mason mechanic milkman miner musician nanny officer painter
pensioner photographer pianist pilot plasterer plumber policeman policewoman porter postman postwoman potter priest
printer programmer receptionist roofer runner sailor salesman salesperson secretary shepherd shopkeeper singer skier
soldier solicitor student swimmer tailor teacher tiler trader trucker typist violinist vicar waiter waitress warden
weaver welder worker writer
"""
_WHO = pattern(
    r"(?:in|for|as|am|is|was|being|im|hes|shes|(?:a|an|my|our|his|her|retired|former|busy|young|old|working))"
    r" (?:an? )?(?:(?:retired|former|busy|young|old|working|keen|male|female|\d+ year old) )*(?P<who>[a-z]+)"
)


def trades_of(wording: Wording) -> tuple[Span, ...]:
    """Stretches that name a trade or pastime of a person, in no order."""
    first = next((token.form for token in wording.tokens), "")
    found = [wording.span(*match.span("who")) for match in _WHO.finditer(wording.line) if _is_trade(match["who"])]
    if _is_trade(first):  # "Student, 21, low for months"
        found.append(Span(wording.tokens[0].start, wording.tokens[0].end))
    return tuple(found)


def _is_trade(form: str) -> bool:
    return stem(form) in _trades()


@cache
def _trades() -> frozenset[str]:
    return frozenset(stem(token.form) for token in match_tokens(_TRADES))
