"""Which sentences tell no finding of their own study: tables read by two sides, each with its own code.

A sentence may tell what the study was for, what was assumed when it was planned, or what others had found before.

How the rows are meant to be read, so that two readers agree: they are tried at the first character of a sentence after
opening marks, and again after a heading such as "SETTING: ", without regard to capitals. A match means that the
sentence is no result and no conclusion, whatever a model makes of it; a section that its source labels as results,
conclusions or recommendations goes before them. None of them can backtrack at length.
"""

from quoth.model.qualifier_rules import QualifierRule

__all__ = ["ASSUMES", "NO_FINDING", "OF_OTHERS", "STATES_AIM"]

_REPORT = (
    r"(?:study|trial|review|paper|report|article|investigation|work|analysis|meta-analysis|survey|project|research)"
)
_TO_FIND = (
    r"(?:assess|compare|determine|evaluate|examine|explore|find out|identify|investigate|test|clarify|establish"
    r"|describe"
    r"|analy[sz]e|estimate|quantify|define|study|verify|elucidate|understand|ascertain|characteri[sz]e|measure|review"
    r"|address|see (?:if|whether))"
)

STATES_AIM: tuple[QualifierRule, ...] = (
    QualifierRule(
        r"(?:the |our |its )?(?:[\w-]+ ){0,2}?(?:aims?|objectives?|purposes?|goals?|intention|hypothes[ie]s|question)"
        r"(?: here| of [^.;:]{1,80}?)? (?:was|were|is|are)\b",
        "names the aim",
        "Our purpose was to find out if zinc shortens colds.",
    ),
    QualifierRule(
        rf"(?:here,? |in (?:this|the present|the current) (?:[\w-]+ ){{0,3}}?{_REPORT},? |therefore,? |thus,? )?"
        r"(?:we|the authors|it was) (?:have )?(?:therefore |thus )?(?:aimed|aim|sought|set out|planned|wanted|intended"
        r"|attempted|undertook|hypothesi[sz]ed|asked|wondered|was aimed|decided)\b",
        "says what was set out to do",
        "We sought to compare zinc with placebo.",
    ),
    QualifierRule(
        rf"(?:this|the present|the current|our|the) (?:[\w-]+ ){{0,4}}?{_REPORT} (?:(?:is|was) (?:designed|conducted"
        r"|performed|undertaken|carried out|intended|initiated|planned|aimed)(?: \w+)? (?:to|in order to|with the aim)"
        r"|aim(?:s|ed)|sought|seeks|intends|intended|attempt(?:s|ed)|investigates?\b|investigated\b|examines?\b"
        r"|examined\b|evaluates\b|evaluated\b|assesses\b|assessed\b|compares\b|compared\b|tests\b|tested\b|explores\b"
        r"|explored\b|addresses\b|addressed\b|describes\b|asks\b|asked\b)",
        "says what the study was for",
        "This trial was designed to test whether taping prevents pain.",
    ),
    QualifierRule(
        rf"(?:in order )?to (?:further |better |directly |systematically |fully )?{_TO_FIND}\b",
        "opens with what was to be found out",
        "To determine whether zinc is superior to placebo.",
    ),
    QualifierRule(
        rf"(?:here,? |in (?:this|the present|the current) (?:[\w-]+ ){{0,3}}?{_REPORT},? )?we (?:investigated|examined"
        r"|assessed|evaluated|compared|tested|studied|explored|asked|determined) (?:whether|if|how|the (?:effects?"
        r"|efficacy|effectiveness|impact|role|influence|hypothesis|safety|association|relationship))\b",
        "says what was looked at",
        "We investigated whether exercise lowers blood pressure.",
    ),
    QualifierRule(
        r"(?:whether|if) [^.;]{3,200} (?:is|was|remains?|has been|are|were) (?:\w+ )?(?:unknown|unclear|uncertain"
        r"|not known|not clear|controversial|debated|unresolved|disputed|investigated|studied|examined|tested)\b",
        "asks what is not known",
        "Whether taping helps is unclear.",
    ),
    QualifierRule(
        r"(?:here,? |with this [\w-]+,? )?(?:we|the authors) (?:ask(?:ed)?|wished|hoped|wondered|(?:were"
        r"|are) interested"
        r"|report(?:ed)? (?:a|the) protocol|tested (?:the|our) hypothesis)\b",
        "says what somebody wished to know",
        "Here we ask whether zinc shortens colds.",
    ),
    QualifierRule(
        r"(?:it was (?:our|the) (?:aim|intention|purpose|goal)|of interest was|(?:the|our|a) (?:[\w-]+ ){0,2}question"
        r" (?:addressed |asked |here )?(?:was|is)|(?:for|to) this (?:purpose|end|aim)|against this background"
        r"|an? attempt was made)\b",
        "names the question",
        "Of interest was whether taping helps.",
    ),
    QualifierRule(
        rf"(?:this|the present|the current|our|an?) (?:[\w-]+ ){{0,4}}?{_REPORT} (?:looks? at|looked at|reviews\b"
        r"|considers\b|reports on|deals? with|concerns\b|set out\b|sets out\b|(?:was|is) (?:designed|conducted"
        r"|undertaken"
        r"|performed|carried out) to)",
        "says what the report is about",
        "This paper reviews what is known of taping.",
    ),
)

ASSUMES: tuple[QualifierRule, ...] = (
    QualifierRule(
        r"(?:for [^.;,]{1,60}, )?(?:we|(?:the )?(?:authors|investigators|researchers)|it was|it is) (?:had |have )?"
        r"(?:\w+ )?(?:assum|anticipat|expect|presum|suppos|postulat|hypothesi[sz]|project|reckon)ed\b",
        "says what was assumed",
        "We assumed that half of the adults would recover.",
    ),
    QualifierRule(
        r"(?:assuming|suppose|supposing|on the assumption"
        r"|under (?:the|this|an) (?:\w+ )?(?:assumption|hypothesis|scenario)"
        r"|with an? (?:assumed|expected|anticipated)|based on (?:an|the) (?:assum|expect|anticipat)\w+"
        r"|in (?:the|a) (?:best|worst)[- ]case|if [^.;]{3,120}?, [^.;]{0,80}?\bwould|were [^.;]{3,120}?\bwould)\b",
        "opens with what would hold if something were so",
        "Assuming a fall of 10 mm, 80 adults were needed.",
    ),
    QualifierRule(
        r"[^.;:]{1,160} (?:was|were|is|are|had been) (?:\w+ )?(?:assumed|anticipated|presumed|postulated|supposed"
        r"|foreseen|hypothesi[sz]ed"
        r"|(?:thought|considered|deemed|judged|regarded as) (?:likely|realistic|plausible|possible))\b"
        r"|an? (?:assumed|anticipated|expected|hypothesi[sz]ed|presumed) ",
        "tells something that was assumed",
        "A fall of 10 mm was assumed in the zinc group.",
    ),
    QualifierRule(
        r"(?:the|our|a) (?:[\w-]+ ){0,2}?(?:model|calculations?|protocol|margin|design|sample size) (?:\w+ ){0,2}?"
        r"(?:assum|presum|suppos|rest|count|took for granted|takes? for granted|allow"
        r"|(?:was|were) (?:set|based|chosen))\w*\b"
        r"|(?:the )?(?:sample size|power (?:calculation|analysis))\b[^.;]{0,40}?"
        r"\b(?:was|were|is|assum\w+|required|needed)\b"
        r"|to (?:detect|have \d+ ?% power)\b|in planning\b|for planning\b",
        "speaks of planning",
        "The sample size rests on a response of 60% with zinc.",
    ),
)

_OTHERS = r"(?:earlier|previous|prior|past|historical|older|other|published|recent|existing|preceding)"
_WORK = (
    r"(?:studies|trials?|reports?|work|series|research|reviews?|investigations?|experiments?|investigators|authors"
    r"|groups?|meta-analys[ie]s|cohorts?|surveys?|publications?|papers?|data|registr(?:y|ies)|guidance|guidelines?)"
)
_TOLD = (
    r"(?:have|has|had|shows?|showed|shown|finds?|found|reports?|reported|suggests?|suggested|demonstrated?|describes?"
    r"|described|gave|gives?|indicates?|indicated|claimed|recorded|established)"
)

OF_OTHERS: tuple[QualifierRule, ...] = (
    QualifierRule(
        rf"(?:in|from|by|according to) (?:the )?(?:{_OTHERS} )?(?:literature|textbooks?|publications)\b"
        rf"|according to (?:the )?(?:{_OTHERS} )?{_WORK}\b"
        r"|as (?:published|reported|described|shown) (?:elsewhere|previously|before|by others)\b",
        "names what has been published",
        "In the literature, zinc shortens colds.",
    ),
    QualifierRule(
        rf"(?:(?!this|our|these|the present)[\w-]+ ){{0,2}}?{_OTHERS} (?:[\w-]+ ){{0,3}}?{_WORK}\b"
        rf"[^.;]{{0,60}}?\b{_TOLD}\b",
        "tells what earlier work found",
        "Two earlier trials had found zinc superior to placebo.",
    ),
    QualifierRule(
        r"(?!this |our |these |we )(?:[\w'’-]+ ){0,4}?(?:paper|article|guidance|guidelines?|textbook|registry|cohort"
        r"|series"
        r"|manufacturer['’]s (?:own )?(?:trials?|data)|work|data"
        r"|figures) (?:[\w'’-]+ ){0,6}?(?:had (?:\w+ )?(?:linked|shown|found"
        r"|reported|claimed|suggested|proved|given|held)|claimed|held|maintained)\b"
        r"|(?:work|studies|trials) by (?:our|this|another|the same) (?:group|team)\b[^.;]{0,40}?\b(?:in the past"
        r"|before|earlier)\b"
        r"|(?:before|until|prior to) (?:this|our|the) (?:study|trial|report|work),[^.;]{0,60}? had\b",
        "tells what a work of others held",
        "Cohort data from abroad had linked zinc to fewer colds.",
    ),
    QualifierRule(
        r"(?:in |by |from |to )?(?:another|a (?:similar|comparable|different|separate)|similar) (?:[\w-]+ ){0,3}?"
        r"(?:study|survey|trial|investigation|report|review|studies|surveys|trials|reports)\b"
        r"(?! (?:group|arm|visit|drug|site|day|nurse|period|physician|medication|treatment)s?\b)",
        "tells of another study",
        "A similar study in India showed that zinc shortens colds.",
    ),
    QualifierRule(
        r"(?:[\w'’-]+ ){1,4}(?:et al\b|and (?:colleagues|co-?workers|associates|coauthors)\b)",
        "names other authors",
        "Smith and colleagues found that zinc shortens colds.",
    ),
    QualifierRule(
        r"(?:it|this) (?:has|had) (?:\w+ )?been (?:\w+ )?(?:shown|reported|documented|described|demonstrated|suggested"
        r"|established|known|proposed|claimed)\b|it is (?:\w+ )?(?:known|established|accepted|recogni[sz]ed)\b"
        r"|others (?:have|had)\b|(?:a|an|one|two|three|several|many|some|\w+ty) (?:decades?|years?) ago\b",
        "tells what was known",
        "It has been shown that zinc shortens colds.",
    ),
    QualifierRule(
        rf"(?:an?|one|two|three|several|many|some|most|numerous|the) (?:[\w-]+ ){{0,3}}?{_WORK}"
        rf" (?:of|from|in|published in) (?:the )?(?:19|20)\d\d\b[^.;]{{0,40}}?\b{_TOLD}\b"
        r"|(?:before|until|prior to) (?:this|our|the (?:present|current)) (?:study|trial|report|work)\b[^.;]{0,100}?"
        r"\b(?:has|have|had|was|were)\b|since the landmark\b",
        "tells of a work by its year, or of a time before this one",
        "A review of 2009 reported a fall in pain with zinc.",
    ),
)

NO_FINDING: tuple[QualifierRule, ...] = (*STATES_AIM, *ASSUMES, *OF_OTHERS)
"""All of them."""
