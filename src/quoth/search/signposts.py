"""Does the wording call for emergency or crisis help? Keys only; what is shown stands in `quoth.model.phrases`.

The rules lean towards showing: a signpost too many costs a line on the page, one too few can cost a life. They follow
what emergency services tell the public to call for (stroke: face, arms, speech; anaphylaxis; sepsis and meningitis;
chest pain; severe bleeding; cauda equina signs with back pain; danger signs in pregnancy; 180/120 and felt: American
Heart Association, "When to call 911 about high blood pressure"; NHS, "Diabetic ketoacidosis"), what is to be seen the
same day (NHS, "Kidney infection", "Septic arthritis", "DVT" and "Fever (high temperature)" of Healthier Together;
swelling behind an infected ear: ENT4kids, "What can go wrong"), and safe-messaging advice.
"""

import re

from quoth.search.wording import Wording, pattern

__all__ = ["signposts_of"]

_CANNOT = r"(?:cant|cannot|can not|unable to|not able to|struggling to|struggles to|hard to|difficulty)"
_OWN = r"(?:my|his|her|their|the)"
_SELF = r"(?:my|him|her|your|them|one)sel\w+"
_SOME = r"(?:\w+ ){0,3}?"
_STATE = (
    r"(?:is |are |was |has |have |feels? |felt |gone |goes |going |went |really |very |all |so |a bit "
    r"|on one side ){0,4}"
)
_THE_EAR = rf"(?:{_OWN} |an |one )?ears?"
_PILLS = r"(?:tablets?|pills?|capsules?)"
_CAUSTIC = r"(?:bleach|batter(?:y|ies)|antifreeze|dishwasher \w+|drain cleaner|weed ?killer|white spirit|petrol)"
_NO_DOSE = r"(?! ?(?:mg|mcg|g|ml|milligram|microgram|gram|units?|percent|hour|day|week|month|year)s?)"
_NO_COUNT = (
    r"(?! ?(?:steps?|minutes?|seconds?|sessions?|sets?|reps?|breaths?|people|patients?|classes|lessons|times|points?"
    r"|kilos?|stones?|pounds?|photos?|puffs?|percent|degrees?|miles?|courses?|scans?|tests?|readings?|visits?|trials?"
    r"|studies))"
)
_HARMLESS = r"(?! (?:steps?|sweets?|sugar|salt|food|cakes?|carbs?|chocolate|coffee|tea|risks?|time|exercise|training))"
_NO_TRAINING = r"(?! (?:muscles?|exercises?|press|stretch\w*|infections?|x|workouts?))"


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
    _rule(
        "crisis",
        r"better off dead|no reason to live|cant go on|(?:not|isnt|aint|hardly) worth living"
        r"|(?:dont|doesnt|didnt|do not|does not) want to (?:live|be here|be alive|go on)"
        r"|no point (?:in )?(?:living|going on|being alive)|(?:tired|sick) of (?:living|life|being alive)",
    ),
    _rule("crisis", rf"(?:do|does|doing|did|done) away with {_SELF}|top(?:s|ping)? {_SELF}"),
    # "Thinking of ending it"; not "of ending things with her".
    _rule(
        "crisis",
        r"(?:think\w*|thought\w*|talk\w*|plan\w*|want\w*|wish\w*|going|threat\w*|ready|tempted|vow\w*|decided"
        r"|(?:he|she|they|i) (?:will|would|might|may)|ill|hell|shell|theyll)"
        r" (?:of |about |to |on )?(?:end|ending) (?:it|things|everything)(?! (?:with|between)\b)",
    ),
    # Too much of a medicine, or a poison.
    _rule("poison", r"overdos\w*|poisoned|poisoning|carbon monoxide"),
    # "Sugar is poison" is a figure of speech; rat poison is not, nor is poison that was swallowed.
    _rule(
        "poison",
        r"poisons?",
        r"swallow\w*|drank|drunk|ate|eaten|licked|inhaled|rat|mouse|ant|weed|control|cent(?:er|re)",
    ),
    _rule("poison", rf"(?:took|taken|had|swallowed|gave|given|ate|eaten|drank) {_SOME}too (?:many|much){_HARMLESS}"),
    _rule("poison", rf"(?:took|taken|swallowed|ate|eaten) {_SOME}\d{{2,3}}{_NO_DOSE} {_SOME}{_PILLS}"),
    _rule(
        "poison",
        r"toddler|baby|child|kid|son|daughter|lad|boy|girl|grandson|granddaughter|year old|dementia",
        rf"(?:ate|eaten|swallowed|swallowing|got into|chewed) {_SOME}(?:{_PILLS}|medicines?|medication|vape)",
    ),
    _rule("poison", rf"(?:swallowed|drank|drunk|ate|eaten|inhaled) {_SOME}{_CAUSTIC}"),
    _rule("poison", rf"(?:took|taken|swallowed) {_SOME}\d{{2,3}}{_NO_DOSE}{_NO_COUNT} [a-z]\w{{4,}}"),
    _rule(
        "poison",
        r"(?:double|twice|two|three|four|five|extra|\d+)(?: times)?(?: the| my| his| her| their| our)?(?: \w+)? doses?",
        r"mistake|accident\w*|wrong\w*|by error|oops|in error",
    ),
    _rule(
        "poison",
        rf"(?:took|taken|swallowed|ate) (?:the |a |my )?(?:whole|entire|all) {_SOME}(?:pack|packet|bottle|box)",
    ),
    # Heart: the chest, the arm and the jaw, as people tell it.
    _rule(
        "emergency",
        rf"chest (?:pain|pains|tightness|pressure|heaviness)|(?:tight|heavy) chest{_NO_TRAINING}"
        rf"|chest {_STATE}(?:tight|heavy|numb)|pain (?:\w+ ){{0,3}}(?:in|across|from) {_OWN} chest",
        r"now|sudden|suddenly|tonight|just started|getting worse|severe|crushing|spreading|radiating|having"
        r"|after (?:taking|having|starting)|i have|ive got|i feel|my|arm|jaw|sweat\w*|breath\w*|faint\w*|collapse\w*",
    ),
    _rule(
        "emergency",
        rf"(?:crush\w*|squeez\w*|clutch\w*|band|elephant|vice|ton of bricks) (?:\w+ ){{0,5}}?chest{_NO_TRAINING}"
        rf"|chest {_STATE}(?:crushed|squeezed|being (?:crushed|squeezed|sat on))",
    ),
    _rule(
        "emergency",
        rf"(?:arm|arms|jaw) {_STATE}(?:numb|heavy|dead|limp|tingling)|(?:numb|heavy|dead) (?:left |right )?arm",
        r"chest|sweat\w*|clammy|breath\w*|faint\w*|jaw|speech|speak|face|sudden|suddenly|left|grey|gray|one side",
    ),
    _rule("emergency", r"(?:having|have) a (?:heart attack|stroke)|(?:heart attack|stroke) (?:right )?now"),
    _rule("emergency", r"(?:is (?:this|it|that)|could (?:this|it) be) (?:a|another) (?:heart attack|stroke)"),
    # Stroke: face, arms, speech, or any of it suddenly.
    _rule(
        "emergency",
        rf"(?:face|mouth|cheek|smile) {_STATE}(?:droop\w*|dropped|dropping|fallen|sagging|lopsided)"
        r"|facial droop\w*|droop\w* (?:face|mouth)|slurred speech|slurring|slurs"
        rf"|speech {_STATE}(?:slurred|garbled|jumbled|funny|gone)"
        rf"|(?:{_CANNOT}|couldnt) (?:\w+ )?(?:speak|talk)(?! (?:to|about|with|up|openly|freely))"
        rf"|(?:{_CANNOT}|couldnt) get {_OWN} words out",
    ),
    _rule(
        "emergency",
        r"(?:numb|numbness|weak|weakness|no feeling|paralysed|paralyzed) (?:\w+ ){0,2}one (?:whole )?side"
        r"(?! of (?:\w+ )?(?:heel|knee|kneecap|foot|toe))",
    ),
    _rule("emergency", rf"(?:lost|losing|loss of) {_SOME}(?:sight|vision)|(?:gone|went|going) blind"),
    _rule(
        "emergency",
        rf"{_CANNOT} (?:lift|raise|move) (?:one|{_OWN}) (?:left |right )?arm",
        r"sudden|suddenly|this morning|just now|speech|face|speak|talk",
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
    _rule(
        "emergency",
        rf"{_CANNOT} (?:breathe?|breathing)|(?:trouble|problems?) breathing|(?:not|stopped) breathing|blue lips",
    ),
    _rule("emergency", r"chok(?:ing|ed)(?! (?:up|on the (?:cost|price|bill)))|suffocat(?:e|es|ed|ing|ion)(?! by)"),
    _rule("emergency", rf"gasping for (?:air|breath)|(?:fighting|struggl\w*) for (?:air|breath)|catch {_OWN} breath"),
    _rule("emergency", rf"(?:turned|turning|gone|going|went) blue|lips? {_STATE}blue"),
    _rule("emergency", rf"stuck in {_OWN} (?:\w+ )?(?:throat|windpipe)"),
    # Bleeding.
    _rule(
        "emergency",
        r"(?:severe|heavy|uncontrolled|a lot of|massive) bleeding"
        r"|bleed(?:ing|s)? (?:\w+ )?(?:heavily|badly|out|profusely|a lot|loads|everywhere)",
    ),
    _rule("emergency", r"blood (?:is |was |keeps )?(?:pour\w*|gush\w*|spurt\w*|pumping out|everywhere)"),
    _rule(
        "emergency",
        r"(?:pouring|gushing|spurting) (?:with )?blood|los(?:t|ing) (?:a lot|lots|loads|so much)(?: of)? blood",
    ),
    _rule("emergency", rf"soak\w* (?:through )?{_SOME}(?:pads?|towels?|dressings?|bandages?)", r"blood|bleed\w*|pads?"),
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
        rf"|{_CANNOT} (?:feel|move) {_OWN} (?:legs|feet)"
        rf"|{_CANNOT} (?:pee|urinate|pass urine|wee|hold (?:my )?(?:urine|pee)|(?:control|feel) {_OWN} (?:bladder"
        rf"|bowels?))"
        r"|weak\w* in (?:both|my) legs|(?:weak|numb) legs|both legs (?:are )?(?:weak|numb)",
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
    _rule(
        "emergency",
        r"(?:is having|just had|keeps having|having) (?:a|another|lots of) (?:fits?|seizures?|convulsions?)",
    ),
    _rule("emergency", r"(?:is|was|started|been|keeps|hes|shes) fitting(?! (?:a|an|the|my|me|in|into|for|out|well))"),
    _rule("emergency", r"(?:fits?|seizures?|convulsions?) (?:that )?(?:go(?:es|ing)? on|last(?:s|ed|ing)?)"),
    _rule("emergency", r"shaking and jerking|jerking all over|(?:wont|cant|not|doesnt) com(?:e|ing) round"),
    # A very high pressure that is felt.
    _rule(
        "emergency",
        r"(?:1[89]\d|2\d\d)(?: (?:over|on))? 1[1-9]\d|(?:systolic|top number)(?: \w+){0,3} 2\d\d",
        r"chest|breath\w*|vision|see|seeing|blurr\w*|confus\w*|numb\w*|weak\w*|speech|speak\w*|headache|vomit\w*|dizzy",
    ),
    # Sugar out of hand: sick with it, breathing hard, or hard to wake.
    _rule(
        "emergency",
        r"diabet\w*|blood sugars?|glucose|ketones?|metformin|insulin|\w*gliflozin\w*|sglt2\w*",
        r"(?:fruity|sweet|pear drop) (?:smelling )?breath|breath smells|breathing (?:fast|hard|deep\w*|heav\w*)"
        r"|(?:vomit\w*|being sick|throwing up)"
        r"|(?:very|really|so) (?:drowsy|sleepy|confused)",
        r"sugars?|ketones?|fruity|drowsy|confused|pear|thirst\w*|breath\w*|high",
    ),
    # An infection of the bladder that has gone up: fever, shivers, a pain in the back or side.
    _rule(
        "today",
        r"utis?|cystitis|urin\w*|pee|peeing|wee|weeing|waterworks|bladder|water infection|kidney infection"
        r"|pyelonephritis",
        r"fever\w*|(?:high )?temperature|shiver\w*|chills|rigors?|flank|loin|vomit\w*|being sick|throwing up"
        r"|(?:back|side) pain|pain in (?:\w+ ){0,2}(?:back|sides?)|confused|delirious",
    ),
    # Behind an infected ear.
    _rule(
        "today",
        rf"(?:swell\w*|swollen|red\w*|lump\w*|puffy|sore|bulg\w*) (?:\w+ ){{0,3}}?behind {_THE_EAR}"
        rf"|behind {_THE_EAR} {_STATE}(?:swell\w*|swollen|red|puffy|bulging)"
        rf"|ears? {_STATE}(?:sticking|poking|pushed) (?:out|forward)|mastoiditis",
    ),
    _rule(
        "today",
        r"ears?",
        r"(?:swell\w*|swollen|red|lump\w*|puffy) behind|(?:stick\w*|poking|pushed) (?:out|forward)",
        r"infect\w*|fever\w*|temperature|pain\w*|ache|earache|swell\w*|swollen|red|sore",
    ),
    # A very high reading, even one that is not felt.
    _rule("today", r"(?:bp|blood pressure|pressure|reading)", r"(?:1[89]\d|2\d\d)(?: (?:over|on))? 1[2-9]\d"),
    # A joint that is hot and swollen in somebody with a fever; one leg, or a calf, that is.
    _rule(
        "today",
        r"knees?|joints?|hip|ankle|elbow|shoulder|wrist",
        r"swollen|swelling|swelled",
        r"hot|red|warm",
        r"fever\w*|temperature|unwell|shiver\w*|sudden\w*",
    ),
    _rule("today", r"cal(?:f|ves)|one leg|leg", r"swollen|swelling|swelled", r"hot|red|warm|throbbing"),
    # A child who is hard to rouse or will not drink.
    _rule(
        "today",
        r"child|baby|toddler|infant|son|daughter|boy|girl|kid|year old|month old|grandson|granddaughter",
        r"(?:very|really|so|too|extremely|unusually) (?:drowsy|sleepy|lethargic|listless)"
        r"|(?:not|wont|refus\w*|stopped|isnt|hardly) (?:to )?(?:drink\w*|feed\w*|wak\w*)|no wet napp(?:y|ies)",
    ),
    # Fever in the first three months of life.
    _rule(
        "emergency",
        r"newborn|neonate|\d+ ?(?:weeks?|days?) old|(?<!for )(?<!past )(?<!last )[12] ?months?(?: old)?"
        r"|under (?:3|three) months|floppy|limp",
        r"fever\w*|temperature|floppy|limp",
        r"newborn|neonate|baby|infant|old|months|child",
    ),
)


def signposts_of(wording: Wording) -> tuple[str, ...]:
    """Keys of the signposts that the question calls for, each once, in the order of the table.

    Who is told to call for help at once is not told besides to ask for it today.
    """
    found = dict.fromkeys(key for key, patterns in _RULES if all(one.search(wording.line) for one in patterns))
    return tuple(key for key in found if key != "today" or len(found) == 1)
