"""Which sentences tell what a study was for, not what it found: one table, read by two sides, each with its own code.

How the rows are meant to be read, so that two readers agree: they are tried at the first character of a sentence after
opening marks, and again after a heading such as "SETTING: ", without regard to capitals. A match means that the
sentence is no result and no conclusion, whatever a model makes of it; a section that its source labels as results,
conclusions or recommendations goes before them. None of them can backtrack at length.
"""

from quoth.model.qualifier_rules import QualifierRule

__all__ = ["STATES_AIM"]

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
