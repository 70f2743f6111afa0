"""Whether a sentence tells a ratio whose interval holds one: no difference, though no word says so."""

import re

__all__ = ["tells_ratio_of_none"]

_RATIO = re.compile(
    r"\b(?:[Rr]atios?|[Rr]elative risks?|[ac]?(?:RR|OR|HR"
    r"|IRR))\b[^;()\[\]]{0,40}?\d+[.·]\d+[^;\d]{0,30}?(?:9[059]"
    r" ?%[^\d]{0,14})?(?P<low>\d+[.·]\d+)[^\d]{1,6}?(?P<high>\d+[.·]\d+)"
)


def tells_ratio_of_none(sentence: str) -> bool:
    """Whether a ratio stands there with its interval, and every such interval holds one."""
    found = [(_number(one["low"]), _number(one["high"])) for one in _RATIO.finditer(sentence)]
    return bool(found) and all(low < 1 < high for low, high in found)


def _number(digits: str) -> float:
    return float(digits.replace("·", "."))
