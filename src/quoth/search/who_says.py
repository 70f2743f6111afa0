"""Who is asked about a matter, rather than what: "per the American pediatricians", "what the thoracic society says".

A question may name the body, the profession or the country whose advice is wanted. None of these is a treatment, an
illness or a group of patients, so that no source has to speak of them. A country's name stands aside only where such a
body, profession or document follows it: "Swedish massage" is a massage.
"""

from collections.abc import Sequence

from quoth.search.wording import Span, Wording, pattern

__all__ = ["who_says"]

_NATIONS = (
    r"(?:(?:north |pan |inter)?american|british|english|scottish|welsh|irish|european|canadian|australian|dutch|german"
    r"|french|italian|spanish|portuguese|danish|swedish|norwegian|finnish|nordic|scandinavian|swiss|austrian|belgian"
    r"|polish|greek|turkish|israeli|japanese|chinese|korean|indian|brazilian|mexican|zealand|asian|african|world health"
    r"|united states|us|uk|national|international)"
)
_FIELDS = (
    r"(?:medical|clinical|family|general|hospital|chest|thoracic|respiratory|heart|cardiac|kidney|renal|urological"
    r"|urology|pediatric|psychiatric|orthopedic|rheumatology|diabetes|hypertension|headache|preventive|internal"
    r"|academic|senior|best practice|primary care)"
)
"""What a body or profession may be of. A food or a plant is none: the honey board is asked about honey."""
_BODIES = (
    r"(?:societ(?:y|ies)|colleges?|academ(?:y|ies)|federations?|organi[sz]ations?|institutes?|task force|councils?)"
)
_PROFESSIONS = (
    r"(?:doctors|gps|physicians|internists|pediatricians|surgeons|nurses|midwives|pharmacists|specialists|generalists"
    r"|obstetricians|geriatricians|psychiatrists|dentists|clinicians|experts|authorities|[a-z]{2,}ologists)"
)
_DOCUMENTS = r"(?:guidelines?|guidance|guides?|rules|recommendations|consensus|statements?|advice)"
_BETWEEN = rf"(?:(?:and|or|the|new|latest|current) |{_NATIONS} |{_FIELDS} )"
_ISSUER = pattern(
    rf"(?:{_NATIONS} {_BETWEEN}{{0,4}}|(?:{_FIELDS} )+)(?:{_BODIES}|{_PROFESSIONS}|{_DOCUMENTS})"
    rf"|{_NATIONS} (?:services?|systems?|hospitals?|clinics?|practices?)"
    rf"|{_PROFESSIONS}|task force"
)
_NATION_AHEAD = pattern(rf"{_NATIONS}(?= (?:[a-z]+ ){{1,3}}{_DOCUMENTS} )")
"""With the name of the matter between: "the new American blood pressure guideline"."""
_PEOPLE_OF = pattern(
    r"the (?:americans|british|english|europeans|dutch|germans|french|canadians|australians)"
    r"(?= (?:say|want|recommend|advise|start|begin|back|offer|put|rank|think|suggest|endorse|prefer|aim)s? )"
)
_THOSE_WHO_TREAT = (
    r"(?:physical therapists|physiotherapists|physios|therapists|chiropractors|osteopaths|psychologists|podiatrists)"
)
_AS_AUTHORS = pattern(
    rf"{_THOSE_WHO_TREAT}(?: \d{{4}})? {_DOCUMENTS}"
    r"|(?:recommended|advised|endorsed|backed|suggested|preferred|favou?red) (?:by|among)"
    rf" (?:the |most )?{_THOSE_WHO_TREAT}"
)
"""Professions that stand for what they do, named as those who wrote it down."""


def who_says(wording: Wording, treatments: Sequence[Span] = ()) -> tuple[Span, ...]:
    """Stretches that name who is asked, in no order.

    Args:
        wording: the question.
        treatments: places of treatments that it names. A country right before one says which kind of it is meant.
    """
    found = [
        wording.span(*match.span())
        for rule in (_ISSUER, _NATION_AHEAD, _PEOPLE_OF, _AS_AUTHORS)
        for match in rule.finditer(wording.line)
    ]
    return tuple(
        span for span in found if wording.text[span.start : span.end] and not _is_kind(span, treatments, wording)
    )


def _is_kind(span: Span, treatments: Sequence[Span], wording: Wording) -> bool:
    starts = [place.start for place in treatments if place.start >= span.end]
    return any(not wording.text[span.end : start].strip(" -") for start in starts)
