"""Does the wording call for emergency or crisis help? Keys only; what is shown for them stands in `quoth.model.phrases`.

The rules lean towards showing: a signpost too many costs a line on the page, one too few can cost a life. They follow
what emergency services tell the public to call for (stroke: face, arms, speech; anaphylaxis; sepsis and meningitis; chest
pain; severe bleeding; cauda equina signs with back pain; danger signs in pregnancy), and safe-messaging advice on suicide.
"""

import re

from quoth.search.wording import Wording, pattern

__all__ = ["signposts_of"]

_CANNOT = r"(?:cant|cannot|can not|unable to|not able to|struggling to|hard to|difficulty)"
_NOW = r"(?:now|right now|sudden|suddenly|tonight|just started|getting worse|severe|crushing|spreading|radiating)"

# Each rule: key, then patterns that must all be found in the question, in any order.
_RULES: tuple[tuple[str, tuple[re.Pattern[str], ...]], ...] = (
    # Suicide and self-harm: any mention, also a scholarly one.
    ("crisis", (pattern(r"suicid\w*|self ?harm\w*|self ?injur\w*|parasuicid\w*"),)),
    ("crisis", (pattern(r"(?:kill|hurt|harm|cut|cutting|hurting|harming|killing) (?:my|him|her|your|them)sel\w+"),)),
    ("crisis", (pattern(r"(?:end|ending|take|taking) (?:my|his|her|their) (?:own )?life|end it all"),)),
    ("crisis", (pattern(r"(?:want|wanting|wants|wish|ready) (?:i (?:was|were) |to )(?:die|dead|be dead|not wake up)"),)),
    ("crisis", (pattern(r"better off dead|no reason to live|dont want to (?:live|be here|be alive)|cant go on"),)),
    # Too much of a medicine, or a poison.
    ("poison", (pattern(r"overdos\w*|poison(?:ed|ing|s)?"),)),
    ("poison", (pattern(r"(?:took|taken|had|swallowed|gave|given|ate|eaten|drank) (?:\w+ ){0,3}?too (?:many|much)"),)),
    ("poison", (pattern(r"(?:swallowed|drank|drunk|ate|eaten|inhaled) (?:\w+ ){0,3}?(?:bleach|battery|batteries|antifreeze)"),)),
    ("poison", (pattern(r"(?:took|taken|swallowed|ate) (?:the )?(?:whole|entire|all) (?:\w+ ){0,3}?(?:pack|packet|bottle|box)"),)),
    # Heart.
    ("emergency", (pattern(r"chest (?:pain|pains|tightness|pressure)|tight chest|pain in (?:my|the|his|her) chest"), pattern(
        rf"{_NOW}|i (?:have|am having|ve got|got|feel)|having|my|arm|jaw|sweat\w*|breath\w*|faint\w*|collapse\w*"))),
    ("emergency", (pattern(r"(?:having|had) a (?:heart attack|stroke)|(?:heart attack|stroke) (?:right )?now"),)),
    # Stroke: face, arms, speech, or any of it suddenly.
    ("emergency", (pattern(r"face (?:is |has )?(?:droop\w*|dropped|fallen)|facial droop\w*|droop\w* face|slurred speech|slurring"),)),
    ("emergency", (pattern(r"sudden(?:ly)?"), pattern(
        r"weak|weakness|numb|numbness|confus\w*|cant speak|cant see|blind\w*|loss of (?:vision|speech)|paralys\w*|unable to speak"))),
    ("emergency", (pattern(r"thunderclap|worst headache(?: of (?:my|her|his) life)?|sudden(?:ly)? (?:\w+ )?headache"),)),
    # Anaphylaxis and breathing.
    ("emergency", (pattern(r"anaphyla\w*"),)),
    ("emergency", (pattern(r"(?:throat|tongue|face|lips?) (?:is |are |has |have )?(?:closing|swelling|swollen|swelled|tight\w*)"),)),
    ("emergency", (pattern(r"swollen (?:throat|tongue|face|lips?)|swelling of (?:the |my )?(?:throat|tongue|face|lips?)"),)),
    ("emergency", (pattern(rf"{_CANNOT} breathe?|{_CANNOT} breathing|not breathing|stopped breathing|blue lips|chok(?:ing|ed)"),)),
    # Bleeding.
    ("emergency", (pattern(r"(?:severe|heavy|uncontrolled|a lot of|massive) bleeding|bleeding (?:heavily|badly|out)"),)),
    ("emergency", (pattern(r"(?:wont|will not|doesnt|does not|cant) stop(?: the)? bleeding|bleeding (?:that )?(?:wont|will not|doesnt) stop"),)),
    ("emergency", (pattern(r"(?:vomit\w*|throwing up|cough\w*)(?: up)? blood|black (?:tarry )?stools?"),)),
    # Meningitis and sepsis.
    ("emergency", (pattern(r"stiff neck|neck stiffness"), pattern(r"fever|temperature|rash|headache|vomit\w*|light|drowsy|confus\w*"))),
    ("emergency", (pattern(r"rash (?:that )?(?:does not|doesnt|wont|not) (?:fad\w*|blanch\w*|disappear\w*)|non ?blanching"),)),
    ("emergency", (pattern(r"mening\w*"), pattern(r"i (?:have|think)|my|could (?:it|this|he|she)|child has|baby has|now"))),
    # Cauda equina: back pain or sciatica with the saddle, the bladder, the bowel or both legs.
    ("emergency", (pattern(r"back|sciatica|spine|spinal|disc|cauda"), pattern(
        r"cauda equina|saddle|numb\w* (?:\w+ ){0,3}?(?:groin|genitals?|bottom|buttocks?|between|legs)|incontinen\w*"
        r"|(?:loss of|lost|no) (?:bladder|bowel)(?: \w+){0,3}? ?(?:control)?"
        rf"|{_CANNOT} (?:pee|urinate|pass urine|wee|hold (?:my )?(?:urine|pee))"
        r"|(?:wet|soiled) (?:my|him|her)sel\w+|weak\w* in both legs|both legs (?:are )?(?:weak|numb)"))),
    # Pregnancy.
    ("emergency", (pattern(r"pregnan\w*|weeks? gestation"), pattern(
        r"bleeding|seizures?|fits?|convuls\w*|baby (?:not|isnt|stopped|has stopped) (?:moving|kicking)|reduced (?:fetal )?movements?"
        r"|severe (?:headache|pain|abdominal|stomach)|blurred vision|waters? (?:broke|broken|have broken)|chest pain|collaps\w*"))),
    # Anybody who is not responding, and fits that go on.
    ("emergency", (pattern(r"unconscious|unresponsive|wont wake(?: up)?|cant wake (?:him|her|them)|passed out|collapsed"),)),
    ("emergency", (pattern(r"(?:seizure|fit|convulsion)s? (?:wont|will not|that wont|that will not|now|not) ?(?:stop|stopping|right now)?"
                           r"|(?:having|has) a (?:seizure|fit) (?:now|right now)|status epilepticus"),)),
    # Young babies with fever; torsion and eye are left to the page's general notice.
    ("emergency", (pattern(r"(?:newborn|baby|infant|\d ?weeks? old|[12] ?months? old)"), pattern(r"fever|temperature|floppy|limp"),
                   pattern(r"newborn|weeks? old|[12] ?months? old|under (?:3|three) months|floppy|limp"))),
)  # fmt: skip


def signposts_of(wording: Wording) -> tuple[str, ...]:
    """Keys of the signposts that the question calls for, each once, in the order of the table."""
    found = (key for key, patterns in _RULES if all(one.search(wording.line) for one in patterns))
    return tuple(dict.fromkeys(found))
