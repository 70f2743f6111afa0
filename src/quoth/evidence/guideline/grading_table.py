"""Systems of grading recommendations, one row for each way of writing a grade, with the publication it comes from.

A row says what its words are (a strength, or a certainty of the evidence) and what they ask for. It never translates:
the source's own words are quoted, and the row only decides under which action they stand. `None` as action means that
the grade says how sure the issuer is, not what to do; then the wording of the statement decides (`action_table`).

Patterns are matched against one part of a grade ("Strong For" of "Strong For; Reviewed"), whole, capitals not minded
unless the row says so. The first row that matches decides. Rows whose `issuers` are not empty count only in documents
of these bodies: a bare "D" advises against a service for the one and names weak evidence for the other.
"""

from dataclasses import dataclass
from enum import StrEnum

from quoth.model import Action

__all__ = ["GRADE_ROWS", "SYSTEM_SOURCES", "GradePart", "GradeRow"]


class GradePart(StrEnum):
    """What the words of a grade are about."""

    STRENGTH = "strength"
    CERTAINTY = "certainty"


@dataclass(frozen=True, slots=True)
class GradeRow:
    """One way of writing one grade."""

    system: str
    part: GradePart
    pattern: str
    action: Action | None = None
    issuers: str = ""
    """A pattern of issuers' names; empty for grades that name themselves."""


SYSTEM_SOURCES: dict[str, str] = {
    "GRADE": "Andrews et al., J Clin Epidemiol 2013;66:719, doi:10.1016/j.jclinepi.2012.03.013; certainty: Balshem et "
    "al., J Clin Epidemiol 2011;64:401, doi:10.1016/j.jclinepi.2010.07.015",
    "GRADE (1A-2C)": "Guyatt et al., Chest 2006;129:174, doi:10.1378/chest.129.1.174",
    "USPSTF": "US Preventive Services Task Force, grade definitions after July 2012",
    "VA/DoD": "VA/DoD Evidence-Based Practice Working Group, Guideline for Guidelines (2013, 2019)",
    "VA/DoD (letters)": "VA/DoD clinical practice guidelines until 2014, grades A, B, C, D, I and EO after the USPSTF",
    "SIGN": "Scottish Intercollegiate Guidelines Network, SIGN 50, annex B: levels 1++ to 4, grades A to D, GPP",
    "OCEBM": "OCEBM Levels of Evidence Working Group, The Oxford 2011 Levels of Evidence; letters: the 2009 levels",
    "NICE": "NICE, Developing NICE guidelines: the manual (PMG20), section 9.2",
    "ACC/AHA": "Halperin et al., Circulation 2016;133:1426, doi:10.1161/CIR.0000000000000312",
    "IDSA": "Kish, Clin Infect Dis 2001;32:851, doi:10.1086/319366",
    "CDC/HICPAC": "Umscheid et al., Am J Infect Control 2010;38:264, doi:10.1016/j.ajic.2009.12.005",
    "ACIP": "Ahmed, Temte et al., Vaccine 2011;29:9171, doi:10.1016/j.vaccine.2011.08.005",
    "AAN": "Gronseth et al., American Academy of Neurology, Clinical Practice Guideline Process Manual (2011, 2017)",
    "consensus": "words for advice without a graded body of evidence, as GRADE and the issuers above use them: "
    "Guyatt et al., J Clin Epidemiol 2015;68:597, doi:10.1016/j.jclinepi.2014.12.011",
    "as stated": "a label such as “Grade” or “Level of evidence” with a value that no row above knows",
}

_S, _C = GradePart.STRENGTH, GradePart.CERTAINTY
_RECOMMENDATION = r"(?: recommendations?| recommended| recommend| strength)?"
_ENDING = r"(?:,? (?:for|in favou?r)(?: (?:of )?(?:the |using )?\w+)?)?"
_AGAINST = r",? against(?: (?:the |using )?\w+)?"
_LABEL = (
    r"(?:(?:(?:strength|grade|class)(?: of (?:the )?recommendations?)?|recommendation(?: (?:strength|grade))?|SOR)"
    r" ?[:=–-] ?)?"
)
_GRADE = r"(?:(?:recommendation )?(?:grade|class|level|strength)(?: of (?:the )?recommendations?)? ?[:=–-]? ?)"
_NUMBERED = r"(?: [A-Z]?\d[\d.]*[a-z]?)?"
_OF_WHAT = r"(?: (?:for|in|on|about|regarding) (?:[\w-]+ ?){1,5}| \([^()]{1,60}\))?"
"""What the certainty is of: "for screening", "(septic shock)"."""
_LETTERED = r"(?:preventive services|uspstf)"
_VA = r"(?:veterans affairs|department of defense|\bva/dod\b)"
_AHA = r"(?:american heart|american college of cardiology|\bacc\b|\baha\b|stroke association|european society of card)"
_AAN = r"(?:american academy of neurology|\baan\b)"
_SIGN = r"(?:scottish intercollegiate|\bsign\b)"

GRADE_ROWS: tuple[GradeRow, ...] = (
    # --- for and against in the grade itself -------------------------------------------------------------------------
    GradeRow("VA/DoD", _S, rf"{_LABEL}strong(?:ly)?{_RECOMMENDATION}{_AGAINST}", Action.DO_NOT),
    GradeRow("VA/DoD", _S, rf"{_LABEL}weak(?:ly)?{_RECOMMENDATION}{_AGAINST}", Action.DO_NOT),
    GradeRow("VA/DoD", _S, rf"{_LABEL}neither for n?or against", Action.UNCERTAIN),
    GradeRow("VA/DoD", _S, rf"{_LABEL}(?:strongly|strong) for", Action.DO),
    GradeRow("VA/DoD", _S, rf"{_LABEL}(?:weakly|weak) for", Action.CONSIDER),
    GradeRow(
        "GRADE",
        _S,
        rf"{_LABEL}(?:conditional|discretionary|qualified)(?:ly)?{_RECOMMENDATION}{_AGAINST}",
        Action.DO_NOT,
    ),
    # --- strong, weak, conditional -----------------------------------------------------------------------------------
    GradeRow("GRADE", _S, rf"{_LABEL}(?:very )?strong(?:ly)?{_RECOMMENDATION}{_ENDING}", Action.DO),
    GradeRow("GRADE", _S, rf"moderate(?:ly)? (?:recommendations?|strength|recommended){_ENDING}", Action.DO),
    GradeRow(
        "GRADE",
        _S,
        rf"{_LABEL}(?:weak|conditional|discretionary|qualified)(?:ly)?{_RECOMMENDATION}{_ENDING}",
        Action.CONSIDER,
    ),
    GradeRow("GRADE", _S, r"(?:interim|research(?: only)?) recommendations?", Action.UNCERTAIN),
    GradeRow("GRADE", _S, r"no recommendation", Action.UNCERTAIN),
    GradeRow("GRADE (1A-2C)", _S, r"(?:grade |recommendation )?1 ?[A-D][+-]?", Action.DO),
    GradeRow("GRADE (1A-2C)", _S, r"(?:grade |recommendation )?2 ?[A-D][+-]?", Action.CONSIDER),
    # --- letters -----------------------------------------------------------------------------------------------------
    GradeRow("USPSTF", _S, r"(?:grade )?[AB] recommendation", Action.DO),
    GradeRow("USPSTF", _S, r"(?:grade )?C recommendation", Action.CONSIDER),
    GradeRow("USPSTF", _S, r"(?:grade )?D recommendation", Action.DO_NOT),
    GradeRow("USPSTF", _S, r"(?:grade )?I (?:statement|recommendation)", Action.UNCERTAIN),
    GradeRow("USPSTF", _S, rf"{_GRADE}?[AB]", Action.DO, _LETTERED),
    GradeRow("USPSTF", _S, rf"{_GRADE}?C", Action.CONSIDER, _LETTERED),
    GradeRow("USPSTF", _S, rf"{_GRADE}?D", Action.DO_NOT, _LETTERED),
    GradeRow("USPSTF", _S, rf"{_GRADE}?I", Action.UNCERTAIN, _LETTERED),
    GradeRow("VA/DoD (letters)", _S, rf"{_GRADE}?[AB]", Action.DO, _VA),
    GradeRow("VA/DoD (letters)", _S, rf"{_GRADE}?C", Action.CONSIDER, _VA),
    GradeRow("VA/DoD (letters)", _S, rf"{_GRADE}?D", Action.DO_NOT, _VA),
    GradeRow("VA/DoD (letters)", _S, rf"{_GRADE}?I", Action.UNCERTAIN, _VA),
    GradeRow("SIGN", _S, rf"{_GRADE}?[A-D]", None, _SIGN),
    GradeRow("AAN", _S, r"(?:level )?[AB]", Action.DO, _AAN),
    GradeRow("AAN", _S, r"(?:level )?C", Action.CONSIDER, _AAN),
    GradeRow("AAN", _S, r"(?:level )?U", Action.UNCERTAIN, _AAN),
    GradeRow("AAN", _S, r"level U", Action.UNCERTAIN),
    # --- classes and categories --------------------------------------------------------------------------------------
    GradeRow(
        "ACC/AHA",
        _S,
        r"(?:class(?: of recommendation)?|COR) ?[:=]? ?(?:III|3)(?:[:,]? ?\(?(?:no benefit|harm)\)?)?",
        Action.DO_NOT,
    ),
    GradeRow("ACC/AHA", _S, r"(?:class(?: of recommendation)?|COR) ?[:=]? ?(?:II ?[ab]?|2 ?[ab])", Action.CONSIDER),
    GradeRow("ACC/AHA", _S, r"(?:class(?: of recommendation)?|COR) ?[:=]? ?(?:I|1)", Action.DO),
    GradeRow("ACC/AHA", _C, r"(?:level of evidence|LOE|evidence level) ?[:=]? ?(?:A|B|B-N?R|C|C-LD|C-EO)", None),
    GradeRow("ACC/AHA", _C, r"level ?[:=]? ?(?:A|B|B-N?R|C|C-LD|C-EO)", None, _AHA),
    GradeRow("CDC/HICPAC", _S, r"(?:category|cat\.?) (?:I ?[A-D]?|II ?[AB]?|III)", None),
    GradeRow("CDC/HICPAC", _S, r"no recommendation[/,] ?unresolved issue", Action.UNCERTAIN),
    GradeRow("ACIP", _S, r"(?:recommendation )?category ?[:=]? ?A", Action.DO),
    GradeRow("ACIP", _S, r"(?:recommendation )?category ?[:=]? ?B", Action.CONSIDER),
    GradeRow("ACIP", _C, r"evidence type ?[:=]? ?[1-4]"),
    GradeRow("IDSA", _S, r"[A-E][-–]I{1,3}|[ABDE]I{1,3}|CI{2,3}"),
    GradeRow("IDSA", _S, r"(?:I{1,3}|IV)[-– ]?[A-E]"),
    # --- levels of evidence ------------------------------------------------------------------------------------------
    GradeRow("SIGN", _C, r"(?:(?:level(?: of evidence)?|evidence level|LOE) ?[:=]? ?)?(?:1|2)(?:\+\+|\+|[-–−])"),
    GradeRow("OCEBM", _C, r"(?:level(?: of evidence)?|evidence level|LOE|OCEBM(?: level)?) ?[:=]? ?[1-5][abc]?[+-]?"),
    GradeRow(
        "as stated", _C, r"(?:level(?: of evidence)?|evidence level|LOE) ?[:=]? ?(?:I{1,3}|IV|V|VI)(?:[-– ]?[1-3a-c])?"
    ),
    # --- certainty in words ------------------------------------------------------------------------------------------
    GradeRow(
        "GRADE",
        _C,
        r"(?:based on |with |on )?(?:a )?(?:very[- ]low|low|moderate|high|low to moderate|moderate to high)"
        r"(?:[- ](?:to[- ](?:moderate|high|very[- ]low|low)[- ])?)?"
        r"(?:[- ](?:quality|certainty|confidence|strength|level))(?:[- ](?:of[- ])?(?:the[- ])?(?:body of )?evidence)?"
        rf"(?: (?:⊕|⨁)[⊕⨁◯○⊝⊖]{{0,3}})?{_OF_WHAT}",
    ),
    GradeRow("GRADE", _C, r"(?:very )?(?:low|moderate|high) evidence(?: (?:quality|certainty))?"),
    GradeRow(
        "GRADE",
        _C,
        r"(?:(?:overall )?(?:quality|certainty|confidence|strength)(?: (?:of|in) (?:the )?(?:evidence|estimates?"
        r"|effects?))?"
        r"|evidence(?: (?:quality|certainty))?|GRADE) ?[:=]? ?(?:was |is )?(?:very[- ]low|low|moderate|high)",
    ),
    GradeRow("GRADE", _C, r"[⊕⨁][⊕⨁◯○⊝⊖O]{0,3}(?: ?\(?(?:very low|low|moderate|high)\)?)?"),
    GradeRow("as stated", _C, r"(?:insufficient|limited|fair|good|poor)[- ](?:quality )?evidence"),
    # --- without a graded body of evidence ---------------------------------------------------------------------------
    GradeRow(
        "consensus",
        _S,
        rf"(?:ungraded|not graded)?(?:^| )?(?:good|best) practice (?:statements?|points?|recommendations?){_NUMBERED}"
        rf"|GPP{_NUMBERED}|GPS|BPS|[✓✔√☑]"
        r"|(?:ungraded|not graded)(?: (?:statement|recommendation))?",
    ),
    GradeRow(
        "consensus",
        _S,
        rf"(?:(?:strong |weak )?consensus|(?:based on )?expert (?:opinion|consensus)|clinical consensus|EO"
        rf"|practice points?{_NUMBERED}"
        r"|(?:in)?formal consensus|consensus[-–— ](?:panel expertise|adapted|based)(?: recommendation)?)"
        r"(?: (?:statement|recommendation|based))?",
    ),
    GradeRow("VA/DoD", _S, r"not applicable|n/?a"),
    # --- a label with a value: as stated -----------------------------------------------------------------------------
    GradeRow(
        "as stated",
        _C,
        r"(?:(?:quality|certainty|level|strength|rating) of (?:the )?evidence|evidence (?:level|grade|rating"
        r"|quality)|LOE)"
        r" ?[:=] ?[\w+–-]{1,12}",
    ),
    GradeRow(
        "as stated",
        _S,
        r"(?:(?:grade|strength|class|category|level|rating)(?: of (?:the )?recommendations?)?|SOR|SORT|recommendation"
        r" (?:grade|strength|class|rating|category)|recommendation(?= ?[:=])|GRADE) ?[:=]? ?"
        r"(?:[A-E][+-]?|I{1,3}|IV|V|[1-5][A-Da-d]?)"
        r"(?: recommendations?)?",
    ),
    GradeRow("as stated", _S, r"[A-DI][+-]?"),
)
