"""Sentences on how a report was made and where its parts are printed: one table, read by two sides.

"The search strategy is available from the secretariat." Such a sentence says nothing of the finding or the advice
beside it, whoever reads it. Money, dates of a season, who was left out and who judged are no such matters: they change
what a finding is worth, and travel.

How it is meant to be read, so that two readers agree: a sentence in which `ON_THE_MAKING` is found, capitals not
minded, travels with nothing, unless another table ties it. None of the patterns can backtrack at length.
"""

__all__ = ["ON_THE_MAKING"]

_PRINTED = (
    r"(?:shown|given|listed|presented|summari[sz]ed|displayed|depicted|described|reported|found|available|published"
    r"|tabulated|provided|set out|obtained|detailed)"
)
_PLACE = (
    r"(?:tables?|figures?|flow ?charts?|diagrams?|append(?:ix|ices)|annex(?:es)?|supplements?|supplementary|online"
    r"|box(?:es)?|(?:full|long|web|online) (?:version|text|guideline|report)|evidence report|companion|website"
    r"|web site|secretariat|on request|authors?|elsewhere|repository)"
)
_WHAT = (
    r"(?:(?:the |full |further |more |all |complete |detailed |individual )*"
    r"(?:baseline |demographic |clinical |patient |study |participant |trial )*"
    r"(?:characteristics|flow|search(?:es| strateg(?:y|ies))|evidence (?:tables?|profiles?)|tables? (?:with|of)"
    r"|data ?sets?|protocols?|methods?|details|excluded studies|included studies|studies on which)\b[^.;]{0,70}?)"
)

_MAKERS = (
    r"(?:working group|work group|group|panel|committee|task force|board|guideline (?:group|panel|committee)"
    r"|development group)"
)
_NO_TURN = (
    r"(?:(?!\b(?:but|not|no|none|only|except|unless|until|however|although|though|while|whereas|disagree\w*|unable"
    r"|could|should|must|if|without|against|limit\w*|concern\w*)\b)[^.;])*"
)
"""The rest of a sentence that turns nowhere."""

ON_THE_MAKING = (
    rf"^\W*(?:[A-Z]+:\s*)?{_WHAT} (?:is|are|was|were|can be|may be|have been) (?:\w+ )?{_PRINTED}\b"
    rf"(?=[^.;,]{{0,60}}\b{_PLACE}\b)[^.;,]{{0,80}}\W*$"
    r"|^\W*(?:[A-Z]+:\s*)?the (?:last|final) (?:data|record|form|visit|questionnaire|entry)s? (?:was|were)"
    r" (?:received|entered|collected|completed|made|returned) (?:in|on)\b[^.;]{0,40}\W*$"
    r"|^\W*(?:[A-Z]+:\s*)?the database was (?:locked|closed|frozen)\b[^.;]{0,40}\W*$"
    r"|^\W*(?:[A-Z]+:\s*)?the (?:study |trial )?(?:protocol|study|trial) (?:was|had been) (?:approved|registered)\b"
    r"[^.;]{0,80}?(?:,? and (?:all|every|each) (?:participants?|patients?|women|men|parents?|of them) (?:gave|signed)"
    r" [\w ]{0,20}consent)?\W*$"
    r"|\b(?:all|every|each) (?:participants?|patients?|women|men|parents?) (?:gave|signed|provided)"
    r" [\w ]{0,20}consent\W*$"
    r"|\b(?:members?|authors?|panell?ists|developers?)\b[^.;]{0,50}\b(?:ha(?:d|ve|s)|declared?|reported?|disclosed?)"
    r" no (?:relevant |financial )?(?:competing|conflict(?:s|ing)?|interests?)\b[^.;]{0,60}\W*$"
    r"|^\W*(?:two|three|both) (?:authors?|reviewers?|investigators?)\b[^.;]{0,40}\bindependently\b[^.;]{0,10}"
    r"(?:[,;] (?:and )?disagreements? (?:was|were) [^.;]{0,60})?\W*$"
    rf"|^\W*(?:the|our|this) {_MAKERS} (?:first |also |then )?(?:met|considered|discussed|addressed|reviewed|examined"
    rf"|looked (?:at|into)|took up|dealt with)\b{_NO_TURN}\W*$"
    rf"|^\W*(?:this|the) (?:\w+ )?(?:chapter|section|guideline|guidance|document|part|edition|text) (?:was|were|has"
    rf" been) (?:written|prepared|drafted|compiled|produced|developed|edited|rewritten|updated) (?:by|in"
    rf"|with)\b{_NO_TURN}\W*$"
    rf"|^\W*this (?:is|was) (?:one of )?(?:the|an?) (?:\w+ )?(?:questions?|topics?|issues?)\b{_NO_TURN}\W*$"
    rf"|^\W*(?:the|our|an?) (?:\w+ )?(?:literature |systematic |electronic |update )?search(?:es)?\b[^.;]{{0,60}}?"
    rf" (?:was|were) (?:completed|conducted|carried out|run|done|made|closed|finished|updated)\b{_NO_TURN}\W*$"
    rf"|^\W*(?:several|many|numerous|various|some|two|three|four|five|\d+) (?:\w+ )?(?:reviews?|trials|studies"
    rf"|meta-analyses|guidelines)\b[^.;]{{0,50}}? have (?:been published|appeared|come out)\b{_NO_TURN}\W*$"
    rf"|^\W*(?:current |usual |clinical )*practice (?:varies|differs|is (?:varied|variable|diverse))\b{_NO_TURN}\W*$"
)
"""Where parts are printed, the last day of the data, approval and consent, no interests, two who worked apart; who met,
wrote, searched and was asked, what else has appeared, that practice varies."""
