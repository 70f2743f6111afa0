"""Publication types, MeSH headings and wordings that name a study design: tables only, with their sources.

`design.py` reads them in order: what the source states first, what the text says last.
"""

from quoth.model import Design

__all__ = [
    "BY_MESH",
    "BY_TEXT",
    "BY_TITLE",
    "WISHED_FOR",
]

# MeSH headings that describe the record's own design when they are assigned to a report of research (NLM Indexing
# Manual). "Randomized Controlled Trials as Topic" is about trials, not one, and is not listed.
BY_MESH: tuple[tuple[str, Design], ...] = (
    ("cohort studies", Design.COHORT),
    ("follow-up studies", Design.COHORT),
    ("longitudinal studies", Design.COHORT),
    ("prospective studies", Design.COHORT),
    ("case-control studies", Design.CASE_CONTROL),
    ("cross-sectional studies", Design.CROSS_SECTIONAL),
    ("retrospective studies", Design.COHORT),
)

# Wordings of titles; the first that is found names the design, always marked "inferred".
BY_TITLE: tuple[tuple[str, Design], ...] = (
    # "A protocol-based strategy" is what a trial tests.
    (r"\b(?:study|trial|review|a) protocols?\b(?!-)|\bprotocol (?:for|of) (?:an? |the )?", Design.PROTOCOL),
    (r"\b(?:rationale (?:and|&) (?:study )?design|(?:study )?design (?:and|&) rationale)\b", Design.PROTOCOL),
    (
        r"\bdesign(?: and (?:rationale|methods?|methodology|protocol|recruitment|baseline characteristics))?"
        r" of (?:a|an|the) [^.]{1,80}\b(?:trial|study)\b",
        Design.PROTOCOL,
    ),
    (r"\bnetwork meta-?\s?analys[ie]s\b|\bmixed treatment comparison", Design.NETWORK_META_ANALYSIS),
    (r"\bmeta-?\s?analys[ie]s\b|\bpooled analysis of randomi[sz]ed\b", Design.META_ANALYSIS),
    (r"\b(?:systematic|umbrella|cochrane) (?:literature )?review\b", Design.SYSTEMATIC_REVIEW),
    # A trial of how a guideline is followed is a trial.
    (
        r"\brandomi[sz]ed[ ,-]{1,2}(?:\w+[ -]{1,2}){0,3}trial\b|\brandomi[sz]ed[- ]{1,2}controlled\b|\bRCT\b",
        Design.RCT,
    ),
    (
        r"\b(?:clinical )?practice guidelines?\b|\bguidelines? (?:for|on) the (?:management|treatment|diagnosis"
        r"|prevention)\b"
        r"|\brecommendation statement\b|\bbest practice guide\b",
        Design.GUIDELINE,
    ),
    (
        r"\bconsensus (?:statement|recommendations|document|report|conference)\b|\bposition (?:statement|paper)\b"
        r"|\bdelphi\b",
        Design.CONSENSUS,
    ),
    (
        r"\brandom(?:i[sz]ed|ly)\b[^.:;]{0,80}\b(?:trial|study|comparison|evaluation)\b|\brandomi[sz]ed[- ]controlled\b"
        r"|\brandomi[sz]ed[- ,]{1,2}(?:placebo|double|single|open|cross|clinical|comparison|multi|phase|parallel)"
        r"|\bRCT\b|\b(?:double|single)[- ]blind\b|\bplacebo[- ]controlled\b|\bcontrolled (?:clinical )?trial\b",
        Design.RCT,
    ),
    (r"\bcase[- ]control\b", Design.CASE_CONTROL),
    (r"\bcross[- ]sectional\b", Design.CROSS_SECTIONAL),
    (r"\bcohort\b|\b(?:prospective|retrospective|longitudinal|follow-up) (?:\w+ )?study\b|\bregistry\b", Design.COHORT),
    (r"\bcase series\b", Design.CASE_SERIES),
    (r"\bcase report\b|\ba case of\b|\breport of (?:a|one|two|three) cases?\b", Design.CASE_REPORT),
    (r"\beditorial\b|\bcommentary\b|\bletter to the editor\b", Design.EDITORIAL),
    (
        r"\b(?:narrative|scoping|literature|state[- ]of[- ]the[- ]art|clinical) review\b|\boverview\b|: a review\b",
        Design.NARRATIVE_REVIEW,
    ),
)

_KIND_OF_TRIAL = r"(?:randomi[sz]ed|double[- ]blind(?:ed)?|placebo[- ]controlled)"
_ADJECTIVES = (
    r"(?:an? |further |future |larger |large |additional |more |prospective |well-designed |adequately powered "
    r"|data from ){0,3}"
)
# Trials that somebody should do, or that nobody has done ("a randomised trial could examine …"): no method of the
# report's own.
WISHED_FOR = (
    rf"\b{_ADJECTIVES}{_KIND_OF_TRIAL}[\w, -]{{0,50}}?\b(?:trials?|stud(?:y|ies)) (?:is|are|was|were)?"
    r"(?: \w{1,16})? ?"
    r"(?:could|should|would|may|might|needed|warranted|required|necessary|recommended|lacking)\b"
    r"|\b(?:need(?:ed|s)? (?:for|to)|await\w*|require[sd]?|warrants?|lack of|absence of|no|few) "
    rf"{_ADJECTIVES}{_KIND_OF_TRIAL}\b"
    r"(?: ?,? ?(?:controlled|clinical|double|blind|trials?|studies))*"
    # Several trials, unless they are the report's own, are other people's.
    r"|(?<!\btwo )(?<!\bthree )(?<!\bfour )(?<!\bboth )(?<!\bthese )(?<!\bour )(?<!\bidentical )(?<!\bthe )"
    r"\brandomi[sz]ed,? (?:(?:and|double|single|blind(?:ed)?|placebo|controlled|clinical)[ ,-]{1,2}){0,4}"
    r"(?:trials|studies)\b"
)

# Wordings of abstracts, for the report's own methods. They name the design only in phrases that authors use of their
# own work; other designs than trials and reviews are too uncertain from text alone to rank on (measured F1 .33 to
# .66).
BY_TEXT: tuple[tuple[str, Design], ...] = (
    (
        r"\b(?:this|the present) (?:study )?protocol\b|\bthis (?:[\w-]+ ){0,4}(?:trial|study) will\b"
        r"|\bwill be (?:randomi[sz]ed|randomly)\b"
        r"|\bwe will (?:randomi[sz]e|recruit|conduct)\b"
        r"|\bexpected results\b|\bmethods?/(?:study )?design:|\b(?:is|are) being conducted\b"
        r"|\b(?:describes?|reports?|present) the (?:study )?(?:design|rationale|protocol)\b"
        r"|\bwe propose an? (?:[\w-]+ ){0,3}trial\b"
        r"|\b(?:trial|study)(?: \([^)]{1,20}\))? will (?:include|recruit|enrol|compare|evaluate|test|randomi[sz]e)\b",
        Design.PROTOCOL,
    ),
    (r"\bnetwork meta-?analys[ie]s\b", Design.NETWORK_META_ANALYSIS),
    (
        r"\b(?:we|this|our|the present) [^.]{0,60}\bmeta-?\s?analy[sz](?:is|es|ed)\b|\brandom[- ]effects meta"
        r"|\bpooled (?:risk|odds|relative|mean|standardi[sz]ed)",
        Design.META_ANALYSIS,
    ),
    (
        r"\bsystematic review\b|\bwe (?:systematically )?searched\b|\b(?:MEDLINE|EMBASE|CENTRAL|PubMed)\b[^.]{0,80}"
        r"\b(?:were|was) (?:systematically )?searched\b",
        Design.SYSTEMATIC_REVIEW,
    ),
    (
        # What a report calls itself comes before the trial that its people were part of.
        r"\b(?:this|an|our|the present) (?:[\w-]+ ){0,2}observational (?:study|analysis)\b"
        r"|\bretrospective,? (?:[\w-]+,? ){0,2}cohort\b"
        r"|\b(?:design|methods?): (?:[\w-]+,? ){0,3}(?:retrospective|observational)\b"
        r"|\b(?:was|is) a retrospective (?:analysis|study)\b"
        # Data of a trial, looked at for something else than its arms.
        r"|\b(?:secondary|cross-sectional|longitudinal|mediation|observational) analys[ei]s (?:of|from)"
        r" (?:[\w-]+ ){0,8}?(?:data|trial)\b|\bbaseline data (?:\w+ ){0,3}(?:from|of|collection)\b"
        r"|\b(?:(?:using|used|analy[sz]ed|obtained|drawn|taken) (?:\w+ ){0,2}data"
        r"|data (?:were|was) (?:obtained|collected|taken|drawn)) from (?:the|an?) (?:[\w-]+[ ,]{1,2}){0,12}trial\b",
        Design.COHORT,
    ),
    (
        # "Previously randomised" is said of another report, "randomly selected" of a sample.
        r"\b(?:were|was|are|who|and|then|equally|subjects|patients|participants|women|men|children|adults|infants"
        r"|people|individuals|divided|assigned|allocated) (?:\w+ )?(?:randomly (?:and \w+ )?(?:assigned|allocated"
        r"|allotted|divided|given|placed|distributed|received?|treated|grouped|entered|separated|into|to)"
        r"|(?<!previously )(?<!originally )randomi[sz]ed)\b"
        r"|\brandomly (?:assigned|allocated|allotted)\b|\brandom (?:assignment|allocation)\b"
        r"|\b(?:assigned|allocated|divided|allotted|grouped|treated|categori[sz]ed) (?:randomly|at random)\b"
        r"|\brandomly (?:were |was )?(?:administered|categori[sz]ed|assigned|divided|ordered|enrolled into"
        r"|selected to"
        r" (?:receive|have))\b"
        r"|\b(?:divided|assigned|allocated|split) (?:in|into|to|between)\b[^.;]{0,60}\brandomly\b"
        r"|\brandomly (?:and \w+ )?\w+ (?:into|to) (?:one of |either |the )?"
        r"(?:two|three|four|five|2|3|4|5|group|receive)"
        r"|\b(?:cluster|block|open-?label)[- ,]{1,2}randomi[sz]ed\b"
        r"|\b(?:in|by) (?:a )?(?:\w+ )?random(?:i[sz]ed)?,? (?:(?:double[- ])?blind(?:ed)? )?"
        r"(?:order|sequence|allocation|fashion|manner|way)\b"
        r"|\b(?:groups?|pairs?|divided|assigned|allocated|chosen) by randomi[sz]ation\b"
        r"|\brandomly,? (?:placed|patients|subjects|participants)\b|\b(?:divided|selected) randomly\b"
        r"|\brandomi[sz]ed (?:to (?:receive|either|one|the)|into|in a [0-9])\b|\bdesign:? [^.]{0,40}\brandomi[sz]ed\b"
        r"|\bwe (?:randomly (?:assigned|allocated|divided)|randomi[sz]ed)\b"
        r"|\b(?:trial|study) randomi[sz]ed (?:\(\d ?: ?\d\) )?[0-9]|\brandomi[sz]ation (?:was|to)\b"
        r"|\b(?:at|after|before|since) randomi[sz]ation\b"
        r"|(?:^|[.:;] )randomi[sz]ed\b"
        r"|\brandomi[sz]ed,? (?:double|single|placebo|controlled|open|clinical|parallel|cross|prospective|multi"
        r"|comparative|phase|control\b)"
        r"|\b(?:in|this|our|present|a|an) (?:\w+[ ,-]{1,2}){0,4}randomi[sz]ed,? (?:\w+[ ,-]{1,2}){0,5}"
        r"(?:study|trial|design|comparison|investigation)\b"
        r"|\b(?:single|double|triple)[- ](?:blind|mask)|\bplacebo[- ]controlled\b",
        Design.RCT,
    ),
    (r"\bcase[- ]control study\b", Design.CASE_CONTROL),
    (r"\bcross[- ]sectional (?:study|survey|analysis)\b", Design.CROSS_SECTIONAL),
    (
        r"\b(?:prospective|retrospective|population-based|historical) (?:\w+ )?cohort\b|\bcohort study\b"
        r"|\bwe (?:retrospectively|prospectively) (?:reviewed|followed|analy[sz]ed|studied)",
        Design.COHORT,
    ),
    (r"\bwe (?:report|present|describe) (?:a|the|an) (?:\w+ ){0,3}case\b", Design.CASE_REPORT),
)
