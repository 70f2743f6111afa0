"""The words and marks that decide whether a full stop ends a sentence: tables only, to be checked by eye.

The tables hold what was seen in abstracts, guidelines and full texts. They are closed lists: what is not here is
decided by letter case alone. `stops.py` and `sentences.py` read them and hold every rule.
"""

import re

from quoth.text.later import compile_later

__all__ = [
    "ATTACHED",
    "BEFORE_NUMBER",
    "BULLETS",
    "CAPTION",
    "COUNTED",
    "LABELS",
    "LETTERED",
    "LIST_MARK",
    "LOWER_NAME",
    "NEVER_LAST",
    "OPENERS",
    "RARELY_LAST",
    "STARTERS",
]


def _words(rows: str) -> frozenset[str]:
    return frozenset(rows.split())


# A full stop after these never ends a sentence: something always follows them.
NEVER_LAST = _words("""
    vs Vs v.s approx Approx ca cf Cf viz resp Fig Figs fig figs FIG Tab Eq Eqs eq Ref Refs ref Ch Sect
    Dr Drs Prof Mr Mrs Ms St Mt Suppl suppl Vol var subsp ssp subgen Dept Univ incl excl esp Engl Natl Acad Proc
    i.e e.g I.e E.g I.E E.G ie eg c.f q.v i.c
""")

# A full stop after these ends a sentence only where a word follows that opens sentences (STARTERS).
RARELY_LAST = _words("""
    al Inc Ltd Co Corp Jr Sr spp sp Am Br Eur Int Clin Sci Ann Med Surg J Ed Eds eds Assoc Gen Gov Sen Lt Col
    Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec
""")

# These may end a sentence, but not where a number follows: "No. 5", "p. 12", "Jan. 3", "Acids Res. 28".
BEFORE_NUMBER = _words("""
    no No nos Nos p pp vol vols tab ch sec art Art min max avg ver para Nr nr Rs Sect P n N
    Res Rev Biol Chem Dis Nutr Epidemiol
    Jan Feb Mar Apr May Jun Jul Aug Sep Sept Oct Nov Dec
""")

# Before a single capital these make a name that may end a sentence: "hepatitis C. Patients", "group A. The".
LETTERED = _words("""
    vitamin vitamins hepatitis group groups type types class grade factor arm influenza haemophilia hemophilia phase
    stage level category protein table figure panel appendix treatment cohort schedule regimen toxin
""")

# Words that open sentences and do not stand as a capitalised word right after an abbreviation or an initial.
STARTERS = _words("""
    The This These Those That There Then They Their Thus Therefore To Through Two Three Four Five Six Seven Eight Nine
    Ten We When Whereas While Whether With Within Without What Who In It Its If A An At As After Although Among Also All
    Another Additionally And But By Because Before Both Between Conversely Compared Consequently Currently Despite Due
    During Data Each Either Even Every Finally For From Further Furthermore Given He Her Here His How However Hence
    Indeed Instead Interestingly Moreover Most Many More Neither No None Not Nevertheless Nonetheless Of On Once One
    Only Other Our Out Over Overall Patients Participants Recently Results Methods Conclusion Conclusions Background
    Objective Objectives Several She Similarly Since So Some Such Subsequent Subsequently Until Upon Using Were Was
    RESULTS METHODS CONCLUSION CONCLUSIONS BACKGROUND OBJECTIVE OBJECTIVES DESIGN SETTING FINDINGS INTERPRETATION
    PURPOSE AIM AIMS DISCUSSION INTRODUCTION
""")

# What follows a number when the number opens a phrase of measure: "45. 6 years" is a broken decimal, not two sentences.
COUNTED = _words("""
    years year months month weeks week days day hours hour minutes minute seconds points point times fold
    percent per units unit and versus with than from kilograms milligrams
""")

# Headings of abstract sections. Alone before a full stop or colon they lead the sentence that follows.
_LABELS = """
    abstract; aim; aims; aim of the study; background; background and aims; background and objectives;
    background and purpose; background/aims; case report; clinical relevance; comment; conclusion; conclusions;
    conclusion and relevance; conclusions and relevance; context; data collection; data collection and analysis;
    data extraction; data sources; data synthesis; design; design and setting; discussion; eligibility criteria;
    evidence acquisition; evidence synthesis; experimental design; exposure; findings; funding; hypothesis;
    implications; importance; intervention; interventions; interpretation; introduction; level of evidence;
    limitations; main outcome measure; main outcome measures; main outcomes and measures; main results; material
    and method; material and methods; materials and methods; measurements; method; methods; methods and
    findings; methods and results; methodology; objective; objectives; outcome; outcomes; outcome measures;
    participants; patients; patients and methods; primary outcome; principal findings; procedure; purpose;
    purpose of review; rationale; recent findings; recommendation; recommendations; relevance; result; results;
    review methods; search methods; search strategy; selection criteria; setting; significance; study design;
    study selection; subjects; subjects and methods; summary; systematic review registration; trial registration
"""
LABELS = frozenset(" ".join(_LABELS.split()).split("; "))

# A sentence so far that is only a number, a letter or a caption leads what follows: "2. Patients", "Table 1. Results".
LIST_MARK = compile_later(r"[(\[]?(?:\d{1,3}(?:\.\d{1,2}){0,3}|[A-Za-z]|[ivxIVX]{1,4})[)\]]?")
CAPTION = compile_later(
    r"(?:recommendation|statement|table|figure|box|section|chapter|appendix|fig|step|key question|kq|question|part"
    r"|supplementary (?:table|figure))\.? [(]?[A-Z]?\d{0,2}(?:\.\d{1,2}){0,3}[a-z]?[)]?",
    re.IGNORECASE,
)

# Names written with a small first letter that open sentences: p53, mTOR, iNOS, miR-21, c-Myc, n-3, β-blockers, α.
LOWER_NAME = compile_later(r"[a-z]{1,4}[A-Z0-9]|[a-z]{1,2}[-\u2010\u2011][A-Za-z0-9]|[α-ω](?![α-ω])")

OPENERS = "([{\"'“‘„«‹¿¡「『（【〈《\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
BULLETS = "•◦▪▫‣●○■□◆►–—-©®§¶→✓"

# A bracket after the full stop that belongs to the sentence before it: its references, its grade, its statistics.
# Guidelines write "… in adults. (Weak For; Reviewed, Amended) The Work Group …".
ATTACHED = compile_later(
    r"""
      \[\s?\d{1,3}(?:\s?[,;–-]\s?\d{1,3}){0,40}\s?\]                          # [3]  [3, 4]  [3-5]
    | \[\s?(?:A|B|C|D|I|II[abAB]?|III|IV|V|EO|GPP|SR|WR|I{1,3}[A-C]|[1-3][A-D][+-]*)\s?\]
    | \(\s?(?:I{1,3}|IV)?[A-D]\s?\)(?=\s*\Z)          # (A) at the end; elsewhere it counts items
    | \(\s?(?:I{1,3}[a-cA-C]|IV|[1-3][A-D][+-]*)\s?\)
    | [(\[]\s?(?:
          (?:(?:very\s)?(?:strong|weak|moderate|conditional|low|high)(?:ly)?)\b
        | (?:grade|class|category|level|loe|gor|sor|strength|certainty|quality|consensus|expert\s(?:opinion|consensus)
            |evidence|recommendation|ungraded|not\sgraded|good\spractice|best\spractice|practice\spoint
            |not\sapplicable|n/a|carryover|modified\sfrom)\b
        | [A-DI]\s(?:recommendation|statement)\b
        | [pPnNrRtF]\s?[=<>≤≥]
        | \d+(?:\.\d+)?\s?%\s?(?:ci|confidence)\b
        | (?:ci|or|rr|hr|md|smd)\s?[=:,]?\s?-?\d
        | see\s | (?:table|fig|figure|appendix|box)s?\.?\s[A-Z]?\d
      )[^()\[\]]{0,160}[)\]]
    """,
    re.VERBOSE | re.IGNORECASE,
)
