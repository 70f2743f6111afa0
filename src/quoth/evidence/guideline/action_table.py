"""What the wording of a recommendation asks for: one table, with where the wordings come from.

Sources of the wordings: NICE, "Developing NICE guidelines: the manual", section 9.2 (offer, consider, do not offer);
GRADE, Andrews et al., J Clin Epidemiol 2013;66:719, doi:10.1016/j.jclinepi.2012.03.013 (we recommend, we suggest); US
Preventive Services Task Force, grade definitions after July 2012 (A and B: offer, C: offer selectively, D: discourage,
I: insufficient evidence); ACC/AHA class of recommendation 2015 (is recommended, is reasonable, may be reasonable, no
benefit).

Patterns do not mind capitals, but for grade letters and imperatives. The rows are tried in order and the first that is
found decides: refusals before doubts, doubts before permissions, permissions before advice, so that "should not be
offered" is never read as "should be offered".
"""

from quoth.model import Action
from quoth.model.against_rules import ADVISED_AGAINST, DENIED_TWICE

__all__ = ["ACTION_RULES"]

_NOT = r"(?:not|n't|n’t|never)"

ACTION_RULES: tuple[tuple[str, Action, str], ...] = (
    # (pattern, action, source of the wording)
    (
        r"\binsufficient (?:evidence|data)\b|\bevidence is (?:insufficient|lacking|inconclusive)\b|\bcannot (?:make"
        r"|recommend for"
        r"|be made)\b|\bno recommendation (?:can|could|for or against)|\bneither recommends? nor|\bunable to (?:make"
        r"|recommend)"
        r"|\b(?:recommends?|recommendation) (?:neither )?for (?:or|nor) against\b|(?-i:\bI statement\b)"
        r"|\bunclear whether\b|\b(?:for|in favou?r of) (?:or|nor) against\b"
        r"|\bno (?:single|particular|specific) [^.;,]{1,60}? (?:is|are) (?:recommended|advised|indicated)\b",
        Action.UNCERTAIN,
        "USPSTF I statement; GRADE, no recommendation",
    ),
    (DENIED_TWICE, Action.DO, "what is denied twice is advice for"),
    (
        "|".join(ADVISED_AGAINST),
        Action.DO_NOT,
        "the same as 'do not', said by no, neither and nor",
    ),
    (
        rf"\b(?:recommends?|suggests?|advises?|advised|recommended|suggested|recommendation|recommending)"
        rf" (?:\w+ ){{0,2}}against\b|\bshould {_NOT}\b|\bmust {_NOT}\b|\bshall {_NOT}\b"
        rf"|\b(?:do|does) {_NOT} (?:routinely |usually |generally )?(?:offer|use|give|prescribe|recommend|perform|start"
        r"|initiate|administer|order|obtain|screen|refer|consider|combine|repeat|add|switch|exceed)\b"
        r"|\b(?:not|never|nor|neither) (?:\w+ ){0,3}(?:recommended|indicated|advised|advisable|suggested|appropriate"
        r"|warranted|justified|necessary|considered)\b"
        r"|\bcannot be recommended\b|\bno longer recommended\b|(?:^|[:.;] |\bshould |\bmust )avoid\b"
        r"|(?<!not )\bbe avoided\b"
        r"|^(?:(?!\b(?:if|when|whom|who|unless|where)\b).){0,160}\b(?:is|are) (?:\w+ )?contra-?indicated\b"
        r"|\bshould (?:be )?(?:discontinue|stop|cease|withh[eo]ld)|(?-i:\bD recommendation\b)|\bdiscourag(?:e|es|ed)\b",
        Action.DO_NOT,
        "NICE 'do not offer'; GRADE 'against'; USPSTF grade D; ACC/AHA class III",
    ),
    (
        r"(?:^|[:.,;] )consider\b|\b(?:should|may|can|could|might|to|and|or|please|must|clinicians?"
        r"|providers?) consider\b"
        r"|\bbe (?:\w+ )?considered\b|\b(?:may|can|could|might) be (?:\w+ )?(?:offered|used|given|tried|useful"
        r"|reasonable"
        r"|prescribed|appropriate|added|recommended|helpful|beneficial)\b|\bis (?:a )?reasonable\b|\bbe reasonable\b"
        r"|\b(?:we|panel|group|force|committee|academy|college|society|authors?|guideline|WHO|NICE|USPSTF)"
        r" (?:\w+ ){0,2}suggests?\b|\b(?:is|are) (?:conditionally )?suggested\b|\bsuggests? (?:offering|using|adding)\b"
        r"|\bconditional(?:ly)? (?:recommend|for)|\bweak(?:ly)? (?:recommend|for)|\bconditional recommendation\b"
        r"|\bas an option\b|\ban option\b|(?-i:\bC recommendation\b)|\bselectively offer",
        Action.CONSIDER,
        "NICE 'consider'; GRADE 'suggest'; USPSTF grade C; ACC/AHA class II",
    ),
    (
        r"\brecommend(?:s|ed|ing)?\b|\bshould\b|\bmust\b|\bshall\b|\bis (?:strongly )?(?:indicated|advised"
        r"|required)\b|\bare (?:strongly )?"
        r"(?:indicated|advised|required)\b|\bfirst[- ](?:line|choice)\b|(?-i:\b[AB] recommendation\b)"
        r"|\btreatment of choice\b"
        r"|, (?:offer|use|give|prescribe|treat|administer|start|initiate|begin|refer|consult|perform|obtain|transfuse) "
        r"|\b(?:advise|advises|ensure|encourage)\b|(?-i:^|[:.] )(?-i:Offer|Use|Give|Advise|Provide|Prescribe|Refer"
        r"|Ensure|Encourage|Start"
        r"|Discuss|Assess|Stop|Treat|Inform|Measure|Monitor|Ask|Explain|Administer|Arrange|Begin|Check|Continue|Counsel"
        r"|Educate|Evaluate|Initiate|Maintain|Obtain|Perform|Rapidly|Reassess|Screen|Teach|Test|Transfuse|Vaccinate)\b",
        Action.DO,
        "NICE 'offer' and verbs in the imperative; GRADE 'recommend'; USPSTF grades A and B; ACC/AHA class I",
    ),
    (
        r"\bsuggest(?:s|ed)?\b|\bmay\b|\bmight\b|\bconsider(?:ed|ing|ation)?\b|\boptional\b|\bcan be\b|\bcould be\b",
        Action.CONSIDER,
        "permissions that no row above settles",
    ),
)
