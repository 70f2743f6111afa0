"""What around a sentence is shown with it: tables read by who makes a page and who checks it, each with its own code.

How they are meant to be read, so that two readers agree:

- A result or a conclusion of running text travels with the sentence after it, where that stands in the same section
  and paragraph, unless it speaks for itself (`aside_rules.SPEAKS_FOR_ITSELF`), or `STANDS_APART` is found at its
  beginning or `ENDS_APART` anywhere in it. Whether it limits what stands before is not judged: any free words can.
- Advice travels with the sentence after it likewise, unless `ADVISES` is found there: the next advice is another row.
- Advice and findings of a full text travel with the innermost heading over them, and with outer ones that `LIMITS` is
  found in, unless each of a heading's words stands in `GENERAL_WORDS` or in the sentence; or, of a heading that
  `LIMITS` is not found in, in the title of the source. A heading that is the title up to its colon is none.
- All that a source ties to a sentence by its layout travels too: the words that lead in its list, unless
  `LEADS_ELSEWHERE` is found in them, and the notes that its marks call for (`quoth.text.surroundings`).

None of the patterns can backtrack at length; they are read without regard to capitals.
"""

from quoth.model.word_rules import cues

__all__ = ["ADVISES", "ENDS_APART", "GENERAL_WORDS", "LEADS_ELSEWHERE", "LIMITS", "STANDS_APART"]

STANDS_APART = (
    r"\W*(?:(?-i:[A-Z][A-Z /&'-]{3,50}:|(?:Methods|Results?|Findings|Conclusions?|Interpretation|Discussion"
    r"|Limitations"
    r"|Implications|Level of [Ee]vidence|Trial [Rr]egistration|Registration|Funding|Keywords?)[.:])"
    r"|(?:trial|study|clinical|protocol|review|systematic) (?:\w+ )?registration\b|(?:trial )?registered (?:at|with"
    r"|on"
    r"|in)\b|fund(?:ing|ed by)\b|copyright\b|©|\(?c\)? \d{4}\b|we conclude\b)"
)
"""How a sentence begins that is the next part of a text: under a label of its own, or about the report as such."""

ENDS_APART = r"\b(?:ClinicalTrials\.gov|ISRCTN ?\d|NCT ?\d|PROSPERO|CRD ?\d|[A-Z]{4,6}-?RCT ?\d)"
"""A sentence that gives the number a study goes by."""

ADVISES = (
    r"^\W{0,3}(?:[•‣▪·–—(\[-]|\d{1,2}[.)] |[A-Z][a-z]+ \d)|\b(?:should|must|shall|ought|recommend\w*|suggest\w*"
    r"|advis\w*|offer(?:ed)?"
    r"|consider(?:ed)?|indicated|reasonable|appropriate|preferred|required?s?|needs? to|can be|may be|refer to|see)\b"
    r"|^(?:Do|Give|Use|Offer|Treat|Start|Stop|Avoid|Provide|Prescribe|Ensure|Encourage|Discuss|Inform|Ask|Check"
    r"|Measure"
    r"|Monitor|Repeat|Review|Perform|Obtain|Assess|Evaluate|Educate|Order|Take|Send|Tell|Help|Continue|Administer"
    r"|Screen"
    r"|Test|Vaccinate|Counsel|Record|Refer|Arrange|Keep|Add)\b"
)
"""The next advice, an item, or a pointer to another place. Read with capitals minded."""

GENERAL_WORDS = cues(
    "a an and are as at by for from how in into is it its of on or our that the this to what when which with"
    " abstract action advice advised aims algorithm analysis analyses answer answers appendix application approach"
    " approaches assessment available background basis best body box care chapter choice clinical commentary"
    " comments common comparison conclusion conclusions consensus consideration considerations context current"
    " definition definitions description details diagnosis diagnostic discussion document effect effectiveness"
    " effects efficacy evaluation evidence executive findings follow followup general good guidance guideline"
    " guidelines implementation implications initial intervention interventions introduction issues key level"
    " levels line list main management medical medication medications methods monitoring new nonpharmacological"
    " note notes objective objectives options outcome outcomes overall overview page panel part points practical"
    " practice prevention primary principles problem process program question questions rationale recommendation"
    " recommendations recommended references related remarks report results review routine scope screening"
    " secondary section services specific standard standards statement statements strategies strategy strength"
    " suggested suggestion suggestions summary support synopsis table tests testing therapies therapy tools topic"
    " treatment treatments update updated use using version i ii iii iv v vi vii viii ix x"
)
"""Words of headings that limit nothing. Numbers and single letters limit nothing either."""

LIMITS = (
    r"\b(?:only|if|unless|except|without|during|while|after|before|until|when|where|not|no|non|never|avoid|against"
    r"|who"
    r"|under|over|aged?|above|below|less|more|than|older|younger|early|late|acute|chronic|severe|mild|moderate|stage"
    r"|type|phase|class|grade|risk|suspected|proven|confirmed|positive|negative|resistant|refractory|recurrent"
    r"|relapse"
    r"|pregnan\w*|breast-?feeding|lactat\w*|child(?:ren)?|infants?|neonat\w*|newborns?|babies|adolescents?|teenagers?"
    r"|adults?|elderly|wom[ae]n|m[ae]n|males?|females?|boys?|girls?|patients?|people|persons?|individuals?|athletes?"
    r"|smokers?|travell?ers?|workers?|inpatients?|outpatients?|special populations?|renal|hepatic|kidney|liver"
    r"|dialysis"
    r"|failure|allerg\w*|intoleran\w*|contraindicat\w*|palliative|emergency|intensive|hospital\w*|research|trials?"
    r"|previous|former|superseded|obsolete|withdrawn|draft|minority|dissent\w*|others?|elsewhere|abroad|example|case"
    r"|outbreaks?|endemic|epidemic)\b"
)
"""What a heading says that holds for some, at some time or with some reserve."""

LEADS_ELSEWHERE = (
    r"\b(?:are|is) (?:also |now )?available\b|\bsee (?:also|the following)\b|\b(?:links?|further reading|related)\b"
)
"""A line that leads to other documents: advice beneath it, in a text that lost its blank lines, is not led in by it."""
