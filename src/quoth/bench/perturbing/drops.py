"""What is left out: hedges, limits, intervals, exceptions, conditions, people, comparators, contrasts, aims."""

import re

from quoth.bench.perturbing.kind import Kind, Source, picked, replaced, upper_first

__all__ = ["KINDS"]

_HEDGE_VERB = re.compile(
    r"\b(?:may|might|could|can)(?= (?:be|have|not|also|reduce|increase|improve|lead|cause|help|contribute|play|"
    r"provide|result)\b)"
    r"|\b(?:appears?|seems?|appeared|seemed|tends?|tended) to\b"
)
_HEDGE_WORD = re.compile(
    r"\b(?:possibly|probably|perhaps|likely|potentially|apparently|presumably|approximately|about|nearly|"
    r"almost|partially|"
    r"slightly|moderately|generally|usually|often|sometimes|relatively|marginally|possible|potential|putative|"
    r"suspected) "
)
_HEDGE_LEAD = re.compile(
    r"^(?:(?:These|Our|The|This) (?:\w+ )?(?:results?|data|findings?|study|observations?) (?:suggests?|"
    r"indicates?|imply|implies|"
    r"support (?:the \w+ )?)(?:ed)? that|It (?:is|was|has been) (?:possible|likely|suggested|proposed|"
    r"hypothesi[sz]ed|assumed|unclear|"
    r"controversial|unknown) (?:that|whether|if)|(?:We|The authors) (?:\w+ )?(?:hypothesi[sz]ed|suggest|"
    r"speculate|propose|assumed|"
    r"postulated|believe|expected|conclude) that|There (?:is|was) (?:limited|weak|little|some|no|insufficient|"
    r"conflicting) evidence "
    r"(?:that|of|for)) (?=\w)",
    re.IGNORECASE,
)
_AIM = re.compile(
    r"^(?:(?:The|Our) (?:\w+ ){0,2}(?:aim|objective|purpose|goal|hypothesis)s? (?:of (?:this|the|"
    r"our) (?:\w+ ){0,3})?(?:was|is|were) "
    r"(?:to (?:\w+ )?(?:whether|if|that)|that)|(?:We|This study) (?:\w+ )?(?:tested|examined|investigated|"
    r"assessed|evaluated|"
    r"hypothesi[sz]ed|asked|determined|explored|aimed to \w+|sought to \w+)(?: \w+){0,3}? (?:whether|if|that)|"
    r"To \w+ (?:whether|if)) ",
    re.IGNORECASE,
)
_INTERVAL = re.compile(
    r"\s?[(\[][^()\[\]]*(?:\bCI\b|confidence interval|±|\+/-|\bSD\b|\bSEM?\b|\bIQR\b|range)[^()\[\]]*[)\]]"
    r"|,? ?(?:\d+% )?(?:CI|confidence interval)s?[ :=,]*\(?\[?-?\d[\d.·]*\s?%?\s?(?:to|-|–|,)\s?-?\d[\d.·]*\]?\)?"
)
_P_VALUE = re.compile(r"\s?[(\[][^()\[\]]*\b[Pp]\s?[<>=≤≥][^()\[\]]*[)\]]|,? [Pp]\s?[<>=≤≥]\s?0?[.·]\d+")
_NOT_SIGNIFICANT = re.compile(
    r"\b(?:non-?|not statistically |not |statistically )significant(?:ly)?\b|\b(?:no|"
    r"without) (?:statistically )?significant\b"
    r"|\s?[(\[][^()\[\]]*(?:\bNS\b|\bn\.s\.|not significant|non-?significant|[Pp]\s?>\s?0?\.05)[^()\[\]]*[)\]]"
    r"|,? (?:but|although|though) (?:this|these|the)? ?(?:\w+ ){0,3}(?:was|were|is|did)(?:n't|"
    r" not)[^.;]*(?:significan\w+)[^.;]*(?=[.;])",
)
_LIMITING = re.compile(
    r"\s?\([^()]*\b(?:up to|at least|only|except|excluding|including|not|no|without|if|unless|max\w*|less than|"
    r"more than|below|above|"
    r"daily|weekly|aged?|years?|weeks?|months?|days?|mg|g|kg|dose|for|in|with|after|before|versus|vs|n)\b[^()]*\)"
    r"|\s?\((?!Fig|Table|Objective|Supp|NCT|Clinical|Trial|ref)[^()]*(?:[<>≤≥%=]|(?<![\w-])\d)[^()]*\)"
)
_EXCEPTION = re.compile(
    r",? (?:except(?:ing)?(?: for| in| when| that)?|unless|excluding|other than|apart from|aside from|but not|"
    r"with the exceptions? of|"
    r"besides|even though|provided that|as long as|but only|only if|only when|only in|with no|"
    r"without)\b[^.;]*?(?=[,.;]|$)"
)
_IN_FRONT = re.compile(
    r"^(?:In|Among|For|Within|Of|At|After|During|Following|When|If|Unless|Where|With|Without|Under|Despite|"
    r"Although|While|Compared "
    r"(?:with|to)|Before|Until|Once|On|By|As|Unlike|Except) "
    r"(?!(?:addition|contrast|conclusion|summary|fact|general|particular|turn|short|brief|expected|note|"
    r"example|instance|"
    r"the other hand|the one hand|this (?:study|paper|article|report|review|trial|work)|our study|"
    r"other words)\b)[^,.;]{4,120}?, (?=[a-z0-9])"
)
_PEOPLE = re.compile(
    r",? (?:in|among|for|of) (?:\w+[\w-]* ){0,3}?(?:patients?|women|men|children|adults|people|participants|"
    r"subjects|individuals|"
    r"infants|adolescents|mice|rats|volunteers|persons|males|females|cells|elderly)(?: (?:with|who|aged|"
    r"undergoing|having|on|treated|at) "
    r"[^,.;()]{3,80}?)?(?=[,.;(]|$| (?:and|but|was|were|is|are|had|has|did|who)\b)"
)
_COMPARED = re.compile(
    r",? (?:than|compared (?:with|to)|relative to|versus|vs\.?|as compared (?:with|to)|in comparison (?:with|"
    r"to)|over) [^,.;()]{3,80}?(?=[,.;(]|$)"
)
_TIME = re.compile(
    r",? (?:at|after|for|within|during|over|by|until|up to|before|from) (?:the |a |an |about |approximately |"
    r"first |last |\d+[\s-]?(?:to|and|-|–)\s?)*"
    r"[\w.-]+[\s-](?:days?|weeks?|months?|years?|hours?|minutes?|h|min|follow-up|treatment|surgery|"
    r"pregnancy)\b(?: of [\w-]+)?"
)
_BOUND = re.compile(
    r"\b(?:at least|at most|up to|more than|less than|fewer than|greater than|only|no more than|not more than|"
    r"as little as|under|over|"
    r"below|above|a minimum of|a maximum of|alone|solely|exclusively|first|initial|single) (?=\w)"
)
_CONTRAST = re.compile(
    r"(?:,|;) (?:but|although|whereas|while|however|though|yet|even though|despite|albeit|"
    r"with the exception)\b[^.;]*(?=[.;]|$)"
    r"|^(?:Although|While|Whereas|Despite|Even though) [^,.;]{4,120}, "
)
_ADJECTIVE = re.compile(
    r"\b(?:severe|mild|moderate|acute|chronic|early|late|high-dose|low-dose|short-term|long-term|primary|"
    r"secondary|advanced|"
    r"uncomplicated|recurrent|elderly|older|young|pregnant|healthy|oral|intravenous|topical|inhaled|daily|"
    r"weekly|randomi[sz]ed|"
    r"statistically|clinically|postoperative|preoperative|relative|absolute|adjusted|unadjusted|small|limited|"
    r"preliminary) (?=\w)"
)
_LAST_OF_LIST = re.compile(r",? (?:and|or) [\w-]+(?: [\w-]+){0,3}(?=[.,;]|$)")


def _left_out(pattern: re.Pattern[str]) -> Kind:
    def kind(sentence: str, source: Source) -> str | None:
        match = picked(pattern, sentence, source)
        if match is None:
            return None
        rest = replaced(sentence, match, "")
        return _tidy(rest)

    return kind


def _tidy(sentence: str) -> str:
    return upper_first(sentence.replace(" ,", ",").replace(" .", ".").replace("  ", " ").strip(" ,;"))


KINDS: dict[str, Kind] = {
    "hedge_verb_dropped": _left_out(_HEDGE_VERB),
    "hedge_word_dropped": _left_out(_HEDGE_WORD),
    "doubt_in_front_dropped": _left_out(_HEDGE_LEAD),
    "aim_as_fact": _left_out(_AIM),
    "interval_dropped": _left_out(_INTERVAL),
    "p_value_dropped": _left_out(_P_VALUE),
    "not_significant_dropped": _left_out(_NOT_SIGNIFICANT),
    "limit_in_parentheses_dropped": _left_out(_LIMITING),
    "exception_dropped": _left_out(_EXCEPTION),
    "condition_in_front_dropped": _left_out(_IN_FRONT),
    "people_dropped": _left_out(_PEOPLE),
    "comparator_dropped": _left_out(_COMPARED),
    "time_dropped": _left_out(_TIME),
    "bound_dropped": _left_out(_BOUND),
    "contrast_dropped": _left_out(_CONTRAST),
    "narrowing_word_dropped": _left_out(_ADJECTIVE),
    "last_of_list_dropped": _left_out(_LAST_OF_LIST),
}
"""What each leaves out stands in its name. Where nothing else changes, the sentence says more than its source."""
