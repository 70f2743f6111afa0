"""How advice shows that it asks for something: one table, read by who makes a page and who checks it.

A guideline also tells what is usually done, what is paid for, what it covers and what patients said. None of that asks.

How it is meant to be read, so that two readers agree: a row of advice asks where `surrounding_rules.ASKS` or one of
`ASKS_ANYWHERE` is found in one of its sentences, where a grade stands beside it, where it is an item (`NEXT_ITEM`
there), or where no sentence of it holds a verb that tells something (`TELLS`): an item or a line of a dose asks by the
words above it. Who checks may read these too, as far as they are shown. All but `ASKS` are read without regard to
capitals. None of them can backtrack at length.
"""

__all__ = ["ASKS_ANYWHERE", "OPENS_WITH_AN_ORDER", "OPENS_WITH_A_VERB", "TELLS"]

_DO = (
    r"(?:act|add|adjust|administer|admit|advise|allow|apply|arrange|ask|assess|assign|avoid|begin|block|bring"
    r"|calculate|call|change|check|choose|clean|collect|combine|complete|conduct|confirm|consider|consult|contact"
    r"|continue|control|cool|correct|count|counsel|cover|create|cut|decide|decrease|defer|delay|deliver|determine"
    r"|develop|discharge|discontinue|discuss|do|document|double|drain|draw|drink|dry|eat|educate|elevate|emphasize"
    r"|empty|encourage|ensure|establish|evaluate|examine|exclude|explain|explore|feed|find|follow|get|give|go"
    r"|guide|halve|help|hold|identify|immunize|implement|include|increase|inform|infuse|initiate|inject|insert"
    r"|inspect|instruct|investigate|isolate|keep|lay|leave|let|lift|limit|listen|look|lower|maintain|make|manage"
    r"|measure|minimize|mobilize|monitor|move|narrow|note|notify|observe|obtain|offer|open|operate|optimize|order"
    r"|perform|place|plan|position|postpone|prefer|prepare|prescribe|press|prick|promote|protect|provide|pull|push"
    r"|put|raise|re-evaluate|re-screen|reassess|reassure|recommend|record|reduce|refer|reinforce|remind|remove"
    r"|repeat|replace|report|request|resume|return|review|rinse|rotate|rule|run|scan|screen|see|seek|select|send"
    r"|set|splint|start|stay|stop|stretch|support|switch|take|tape|taper|target|teach|tell|test|think|titrate"
    r"|transfer|treat|try|turn|use|vaccinate|verify|wait|walk|warm|wash|watch|wean|wear|weigh|withdraw|withhold"
    r"|write|believe|reach)"
)
OPENS_WITH_A_VERB = (
    r"^\W{0,3}(?-i:(?!(?:In|At|For|With|By|On|From|To|Of|After|Before|During|Under|Over|Within|Without|Through|Between"
    r"|Among|Across|Against|Despite|Except|Beside|Besides|Unlike|Like|Since|Until|Till|As|If|When|While|Whether|Where"
    r"|Although|Though|Because|Unless|Once|And|Or|But|Nor|So|Yet|That|This|What|Which|Who|Whose|How|Why|All|Both"
    r"|Half|Such|Not|Only|Even|Just|Quite|Rather|Many|Most|Some|Each|Every|Either|Neither|Than|Here|There|Then|Now|Thus"
    r"|Hence|Per|Via|Upon|About|Above|Below|Behind|Beyond|Near|Off|Out|Up|Down|Into|Onto|Around|Along|Toward|Towards"
    r"|Throughout|Amid"
    r"|Do|Did|Can|Could|May|Might|Will|Would|Shall|Must|Had|Have|Be|Sometimes|Perhaps|Maybe|Often|Never|Ever"
    r"|Also|Again|Still"
    r"|Twice|Double|Twenty|Ten|One|Two|Three|Four|Five|Six|Seven|Eight|Nine|No|None|Nothing|Nobody|Everybody)\b)"
    r"[A-Z][a-z]{2,}(?<!ing)(?<!ed)(?<!s)(?<!ly)(?<!er) (?:out |off |up |back |down |over )?"
    r"(?:the|an?|your|it|them|his|her|their|each|every|any|one|two|half|all) )"
)
"""A verb with its object at the head of a sentence: no small word of any class, no form of a verb that tells."""

OPENS_WITH_AN_ORDER = (
    rf"^\W*(?:then|next|afterwards?|immediately|promptly|rapidly|carefully|routinely|urgently|yes|no|step \w+"
    rf"|do)\b[,:.]? ?{_DO}\b|^\W*{_DO}\b(?! (?:[\w-]+ ){{0,4}}?(?:is|are|was|were|has)\b)"
)
"""What is to be done as the first word."""

ASKS_ANYWHERE = (
    r"\b(?:should|must|shall|ought|(?:has|have|needs?|needed|are|is) (?:not )?to|needs?|needed|required?|requires"
    r"|recommend\w*|suggest\w*|advis\w*|indicated|contra-?indicat\w*|prefer\w*"
    r"|(?:first|second|third|last)[- ](?:line|choice)|of choice|(?:in)?appropriate|reasonable|prudent|avoid\w*"
    r"|consider\w*|offer\w*|(?:un)?necessary|important|essential|warrant\w*|justified|allowed|permitted|acceptable"
    r"|candidates?|eligible|mandatory|optional|goals?|targets?|maximum|minimum|never|only"
    r"|not (?:be|more|before|in|within|for)|favou?rs?|endors\w*|encouraged?|discouraged?|insufficient|for or against"
    r"|forbid\w*|banned|limited to|up to|at (?:least|most)|no (?:more|longer|role|indication|need|place)"
    r"|(?:un)?safe|(?:un)?suitable|helpful|harmful|(?:dose|interval|total|amount|rate|volume|limit|duration) is)\b",
    r"\b(?:may|can|could|might|cannot)(?: not)?(?: also| then| safely| sometimes)? (?:be|use|offer|consider|benefit"
    r"|help|try|have|take|start|stop|return|begin|give|choose|receive|get|include|perform|provide|delay|substitute"
    r"|continue|wish|want|need|undergo|proceed|serve|do|go|eat|drink)\b",
    rf"(?:[,;:)–—•-]|\bor|\band) (?:and |or |then |also |always |promptly |immediately |urgently "
    rf"|carefully )*{_DO}\b",
    OPENS_WITH_AN_ORDER,
    OPENS_WITH_A_VERB,
    r"[\[(][^\])]{0,40}\b(?:strong|weak|conditional|consensus|expert|evidence|recommendation|[A-D]|I{1,3}|EO)\b"
    r"[^\])]{0,80}[\])]|\bdo (?:so|the same|this|not)\b|\?\s*$",
)
"""Words that ask, allow, forbid or weigh; something asked for after a clause; any verb that opens a sentence; a grade
in brackets; a question."""

TELLS = (
    r"\b(?:is|are|was|were|has|have|had|do|does|did|will|would)\b|\b(?!un)\w{2,}(?<!e)ed\b(?! (?:by|in|to|for"
    r"|with) (?:the )?(?:age|weight)\b)"
    r"|^\W*(?:the|this|these|those|its?|their|our|we|most|many|some|several|few|all|an?|one|two|three|four|five|six"
    r"|seven|eight|nine|ten"
    r"|in|at|by|as|for|under|about|half|every|each|current|present) [\w ,'’-]{2,60}?\b(?!(?:weeks|months|days|hours"
    r"|years|times|minutes|doses"
    r"|tablets|patients|women|adults|children|people)\b)\w{3,}s\b (?:a|an|the|to|up|in|of|for|with|from|after|on|as"
    r"|by|at|home|that|no|all|\w+ (?:daily|weekly))\b"
)
"""A verb in the mood that tells."""
