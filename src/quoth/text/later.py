"""Patterns that are compiled when they are first used: reading a hundred of them is a tenth of a cold start."""

import re
from typing import Any, cast

__all__ = ["compile_later"]

_OFFERED = ("search", "match", "fullmatch", "finditer", "findall", "split", "sub", "subn", "groups", "groupindex")


class _Later:
    """Stands in for a compiled pattern until one of its methods is asked for, then hands out the pattern's own."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern = pattern
        self.flags = flags

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever the pattern has under that name
        if name not in _OFFERED:
            raise AttributeError(name)
        made = re.compile(self.pattern, self.flags)
        # From now on the methods are found on the instance: a use costs what it costs with the pattern itself.
        self.__dict__.update({offered: getattr(made, offered) for offered in _OFFERED})
        return self.__dict__[name]


def compile_later(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """As `re.compile`, but nothing is done before the first use, so a wrong pattern shows only then.

    Only the methods of a pattern are offered: `re.search(it, …)` does not work, `it.search(…)` does.
    """
    return cast("re.Pattern[str]", _Later(pattern, flags))
