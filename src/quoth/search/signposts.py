"""Does the wording call for emergency or crisis help? Keys only; what is shown stands in `quoth.model.phrases`.

The rules lean towards showing: a signpost too many costs a line on the page, one too few can cost a life. They follow
what emergency services tell the public to call for (stroke: face, arms, speech; anaphylaxis; sepsis and meningitis;
chest pain; severe bleeding; cauda equina signs with back pain; danger signs in pregnancy), and safe-messaging advice.
"""

import re

from quoth.search.wording import Wording, pattern

__all__ = ["signposts_of"]

_CANNOT = r"(?:cant|cannot|can not|unable to|not able to|struggling to|struggles to|hard to|difficulty)"
_OWN = r"(?:my|his|her|their|the)"
_SELF = r"(?:my|him|her|your|them|one)sel\w+"
_SOME = r"(?:\w+ ){0,3}?"


def _rule(key: str, *patterns: str) -> tuple[str, tuple[re.Pattern[str], ...]]:
    return key, tuple(pattern(one) for one in patterns)


# Each rule: a key, then patterns that must all be found in the question, in any order.
_RULES = (
    # Suicide and self-harm: any mention, also a scholarly one.
    _rule("crisis", r"suicid\w*|self ?harm\w*|self ?injur\w*|parasuicid\w*"),
    _rule("crisis", rf"(?:kill|hurt|harm|cut|killing|hurting|harming|cutting) {_SELF}"),
    _rule("crisis", rf"(?:end|ending|take|taking) {_OWN} (?:own )?life|end it all"),
    _rule(
        "crisis", r"(?:want|wanting|wants|wish|wished|ready) (?:i (?:was|were) |to (?:be )?)(?:die|dead|not wake up)"
    ),
    _rule("crisis", r"better off dead|no reason to live|dont want to (?:live|be here|be alive)|cant go on"),
    # Too much of a medicine, or a poison.
    _rule("poison", r"overdos\w*|poisoned|poisoning|poison"),
    _rule("poison", rf"(?:took|taken|had|swallowed|gave|given|ate|eaten|drank) {_SOME}too (?:many|much)"),
    _rule("poison", rf"(?:swallowed|drank|drunk|ate|eaten|inhaled) {_SOME}(?:bleach|batter(?:y|ies)|antifreeze)"),
    _rule("poison", rf"(?:took|taken|swallowed|ate) (?:the )?(?:whole|entire|all) {_SOME}(?:pack|packet|bottle|box)"),
    # Heart.
    _rule(
        "emergency",
        r"chest (?:pain|pains|tightness|pressure)|tight chest|pain in (?:my|the|his|her) chest",
        r"now|sudden|suddenly|tonight|just started|getting worse|severe|crushing|spreading|radiating|having"
        r"|i have|ive got|i feel|my|arm|jaw|sweat\w*|breath\w*|faint\w*|collapse\w*",
    ),
    _rule("emergency", r"(?:having|have) a (?:heart attack|stroke)|(?:heart attack|stroke) (?:right )?now"),
    # Stroke: face, arms, speech, or any of it suddenly.
    _rule(
        "emergency",
        r"face (?:is |has )?(?:droop\w*|dropped|fallen)|facial droop\w*|droop\w* face|slurred speech|slurring",
    ),
    _rule(
        "emergency",
        r"sudden|suddenly",
        r"weak|weakness|numb|numbness|confus\w*|cant (?:speak|see|talk)|blind\w*|loss of (?:vision|speech)|paralys\w*"
        r"|paralyz\w*|unable to (?:speak|see|talk|move)",
    ),
    _rule("emergency", rf"thunderclap|worst headache(?: of {_OWN} life)?|sudden(?:ly)? {_SOME}headache"),
    # Anaphylaxis and breathing.
    _rule("emergency", r"anaphyla\w*"),
    _rule(
        "emergency",
        r"(?:throat|tongue|face|lips?) (?:is |are |has |have )?(?:closing|swelling|swollen|swelled|swelled up)",
    ),
    _rule("emergency", r"swollen (?:throat|tongue|face|lips?)|swelling of (?:the |my )?(?:throat|tongue|face|lips?)"),
    _rule("emergency", rf"{_CANNOT} (?:breathe?|breathing)|(?:not|stopped) breathing|blue lips|choking|choked"),
    # Bleeding.
    _rule("emergency", r"(?:severe|heavy|uncontrolled|a lot of|massive) bleeding|bleeding (?:heavily|badly|out)"),
    _rule("emergency", r"(?:wont|will not|doesnt|does not|cant|cannot) stop(?: the)? bleeding"),
    _rule("emergency", r"bleeding (?:that )?(?:wont|will not|doesnt|does not) stop"),
    _rule("emergency", r"(?:vomit\w*|throwing up|cough\w*)(?: up)? blood|black (?:tarry )?stools?"),
    # Meningitis and sepsis.
    _rule(
        "emergency",
        r"stiff neck|neck stiffness",
        r"fever|temperature|rash|headache|vomit\w*|light|drowsy|confus\w*",
    ),
    _rule("emergency", r"rash (?:that )?(?:does not|doesnt|wont|not) (?:fad\w*|blanch\w*|disappear\w*)|non ?blanching"),
    _rule("emergency", r"mening\w*", r"i (?:have|think)|my|could (?:it|this|he|she)|(?:child|baby) has|now"),
    # Cauda equina: back pain or sciatica with the saddle, the bladder, the bowel or both legs.
    _rule(
        "emergency",
        r"back|sciatica|spine|spinal|disc|disk|cauda",
        rf"cauda equina|saddle|numb\w* {_SOME}(?:groin|genitals?|bottom|buttocks?|between|legs)|incontinen\w*"
        rf"|(?:loss of|lost|losing|no) {_SOME}(?:bladder|bowels?)|(?:wet|soiled) {_SELF}"
        rf"|{_CANNOT} (?:pee|urinate|pass urine|wee|hold (?:my )?(?:urine|pee))"
        r"|weak\w* in both legs|both legs (?:are )?(?:weak|numb)",
    ),
    # Pregnancy.
    _rule(
        "emergency",
        r"pregnan\w*|weeks? gestation",
        r"bleeding|seizures?|fits?|convuls\w*|collaps\w*|chest pain|blurred vision|waters? (?:broke|broken|have broken)"
        r"|baby (?:not|isnt|stopped|has stopped) (?:moving|kicking)|(?:reduced|fewer|no) (?:fetal )?movements?"
        r"|severe (?:headache|pain|abdominal|stomach)",
    ),
    # Anybody who does not respond, and fits that go on.
    _rule("emergency", r"unconscious|unresponsive|(?:wont|cant) wake(?: (?:up|him|her|them))?|passed out|collapsed"),
    _rule("emergency", r"status epilepticus|(?:having|has) a (?:seizure|fit|convulsion) (?:right )?now"),
    _rule("emergency", r"(?:seizure|fit|convulsion)s? (?:that )?(?:wont|will not|doesnt|does not) stop"),
    # Fever in the first three months of life.
    _rule(
        "emergency",
        r"newborn|neonate|\d+ ?(?:weeks?|days?) old|[12] ?months? old|under (?:3|three) months|floppy|limp",
        r"fever\w*|temperature|floppy|limp",
        r"newborn|neonate|baby|infant|old|months|child",
    ),
)


def signposts_of(wording: Wording) -> tuple[str, ...]:
    """Keys of the signposts that the question calls for, each once, in the order of the table."""
    found = (key for key, patterns in _RULES if all(one.search(wording.line) for one in patterns))
    return tuple(dict.fromkeys(found))
