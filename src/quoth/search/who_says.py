"""Who is asked and who asks, rather than what: "per the American pediatricians", "practice nurse here".

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
_SETS = pattern(
    rf"{_NATIONS}(?= (?:goals?|targets?|thresholds?|cut offs?|limits?|positions?|views?|stances?|lines?|practice) )"
)
"""Before what such a body sets: "the European target"."""
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

_TRADES = (
    r"(?:nurse|student|trainee|registrar|resident|intern|coach|teacher|doctor|gp|physio|physiotherapist|therapist"
    r"|pharmacist|dietitian|dietician|nutritionist|midwife|visitor|carer|paramedic|trainer|surgeon|librarian"
    r"|worker|adviser|advisor|counsellor|assistant|matron|volunteer"
    r"|[a-z]{2,}ologist|[a-z]{2,}iatrician)"
)
_TELLS = pattern(
    rf"(?:my|his|her|our|their|the|a) (?:{_FIELDS} |practice |district |school )?"
    rf"(?:{_TRADES}|[a-z]{{2,}}ologist|doctor|gp|physician|consultant|specialist)"
    r"(?= (?:wants?|wanted|says?|said|told|tells|thinks?|thought|reckons?|insists?|prefers?|advises?|advised|suggests?"
    r"|suggested|recommends?|recommended|offers?|offered|gave|gives|handed|put|prescribed|mentioned|keeps?|is keen) )"
)
"""Who told somebody of it, before a word of saying or giving."""
_ASKER = pattern(
    rf"(?<=^ )(?:as an? )?(?:(?!my|his|her|our|their|the|should|does|is|can|which|what)[a-z]+ ){{0,2}}{_TRADES}"
    r"(?: (?:prescriber|practitioner|student|trainee))?(?: in (?:a |an |the )?[a-z]+(?: clinic| practice| hospital)?)?"
    r"(?: here| asking| wondering| wants to know| asks)?"
)
_MARKS = (":", ",", ".", "-", "–", "—")
"""Set off by one of these, or by a word of asking, a trade at the beginning is the asker's."""
_SETS_OFF = ("asking", "here", "asks", "wondering", "wants to know")


def who_says(wording: Wording, treatments: Sequence[Span] = ()) -> tuple[Span, ...]:
    """Stretches that name who is asked, in no order.

    Args:
        wording: the question.
        treatments: places of treatments that it names. A country right before one says which kind of it is meant.
    """
    found = [
        wording.span(*match.span())
        for rule in (_ISSUER, _NATION_AHEAD, _PEOPLE_OF, _AS_AUTHORS, _TELLS)
        for match in rule.finditer(wording.line)
    ]
    askers = (wording.span(*match.span()) for match in _ASKER.finditer(wording.line))
    found += [span for span in askers if _asks(span, wording)]
    found = [span for span in found if not _is_kind(span, treatments, wording)]
    found += [wording.span(*match.span()) for match in _SETS.finditer(wording.line)]
    return tuple(span for span in found if wording.text[span.start : span.end])


def _asks(span: Span, wording: Wording) -> bool:
    """Whether a trade at the beginning is the asker's: "Practice nurse: …", "As a trainee, …", "Dietitian here - …"."""
    said = wording.text[span.start : span.end].casefold()
    set_off = wording.text[span.end :].lstrip()[:1] in _MARKS
    return bool(said) and (set_off or said.endswith(_SETS_OFF))


def _is_kind(span: Span, treatments: Sequence[Span], wording: Wording) -> bool:
    starts = [place.start for place in treatments if place.start >= span.end]
    return any(not wording.text[span.end : start].strip(" -") for start in starts)
