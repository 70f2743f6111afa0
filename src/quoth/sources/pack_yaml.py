"""YAML to plain lists, dictionaries and scalars, for packs: strict, bounded, and with the line of every value.

Built straight from parser events rather than by PyYAML's constructor, because a pack is hostile input: here a duplicate
key, a tag, a cycle, a bomb of aliases or a bottomless nesting is a fault with its line, and never a Python object.
Scalars follow YAML 1.2: `yes` and `no` are words, `2026.10` is a version and not a number, a date is text.
"""

import re
from dataclasses import dataclass, field
from typing import Any

import yaml

__all__ = ["Parsed", "YamlFault", "parse_yaml"]

try:
    from yaml import CSafeLoader as _Loader
except ImportError:  # PyYAML was built without libyaml
    from yaml import SafeLoader as _Loader  # type: ignore[assignment]

MAX_DEPTH = 50
MAX_VALUES = 300_000
_INTEGER = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,17})")
_NULL = frozenset(["", "~", "null", "Null", "NULL"])
_BOOLEANS = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
_SURROGATE = re.compile("[\ud800-\udfff]")

# What the parser says, and what most often leads to it.
_USUAL_CAUSES = (
    ("mapping values are not allowed", "A value that holds ': ' stands in quotes; or a line is indented too far"),
    ("found character '\\t'", "Indent with spaces, not with tabs"),
    ("found a tab character", "Indent with spaces, not with tabs"),
    ("found character that cannot start any token", "Indent with spaces; quote a value that begins with @, ` or %"),
    ("did not find expected", "The parts of one list or mapping begin in the same column; words in quotes stand alone"),
    ("found unexpected end of stream", "A quote was opened and not closed"),
    ("could not find expected ':'", "A name is followed by ': ', a text of several lines is indented further"),
    ("found unknown escape character", "A text that holds a backslash stands in single quotes"),
)  # fmt: skip

Path = tuple[str | int, ...]


class YamlFault(Exception):
    """What is wrong with a YAML text, and on which line (from 1)."""

    def __init__(self, line: int, reason: str, *, hostile: bool = False) -> None:
        """Take the line, the reason, and whether no honest file would do this."""
        self.line = line
        self.hostile = hostile
        self.reason = reason
        super().__init__(f"line {line}: {reason}")


@dataclass(slots=True)
class Parsed:
    """A YAML document: its value, and the line on which each value stands, by its path of keys and positions."""

    value: Any
    lines: dict[Path, int] = field(default_factory=dict)

    def line(self, path: Path) -> int | None:
        """The line of the value at this path, or of the nearest value above it."""
        while path:
            if path in self.lines:
                return self.lines[path]
            path = path[:-1]
        return self.lines.get(())


@dataclass(slots=True)
class _Open:
    """A list or mapping whose end has not been seen."""

    value: list[Any] | dict[str, Any]
    path: Path
    anchor: str | None
    size_before: int
    key: str | None = None


def parse_yaml(text: str) -> Parsed:
    """The one document in `text`.

    Raises:
        YamlFault: it is not YAML, or asks for something that a pack does not need.
    """
    builder = _Builder()
    try:
        for event in yaml.parse(text, Loader=_Loader):
            builder.take(event)
    except yaml.MarkedYAMLError as fault:
        line = fault.problem_mark.line + 1 if fault.problem_mark else 1
        raise YamlFault(line, f"not valid YAML: {_said(fault, line)}") from fault
    except yaml.YAMLError as fault:
        raise YamlFault(1, f"not valid YAML: {fault}") from fault
    return builder.finish()


def _said(fault: yaml.MarkedYAMLError, line: int) -> str:
    """The parser's words, where what it was reading began, and the usual cause."""
    words = fault.problem or fault.context or "it cannot be read"
    begun = fault.context_mark.line + 1 if fault.context_mark else line
    where = f" (in what begins in line {begun})" if begun < line else ""
    cause = next((f". {cause}" for cue, cause in _USUAL_CAUSES if cue in words), "")
    return f"{words}{where}{cause}"


class _Builder:
    """Puts events together. Lists and mappings under way stand on a stack, so depth costs no recursion."""

    def __init__(self) -> None:
        self.parsed: Parsed | None = None
        self.stack: list[_Open] = []
        self.anchors: dict[str, tuple[Any, int]] = {}
        self.size = 0
        self.documents = 0
        self.lines: dict[Path, int] = {}

    def take(self, event: Any) -> None:  # noqa: ANN401 - PyYAML's events have no types of their own
        line = event.start_mark.line + 1
        if isinstance(event, yaml.DocumentStartEvent):
            self.documents += 1
            if self.documents > 1:
                raise YamlFault(line, "a second document begins here; one pack is one document")
        elif isinstance(event, yaml.ScalarEvent):
            _refuse_tag(event, line, allowed="tag:yaml.org,2002:str")
            value = event.value if event.style or event.tag else _resolve(event.value)
            if isinstance(value, str) and _SURROGATE.search(value):
                raise YamlFault(line, "half of a surrogate pair, which no text can hold")
            self._put(value, 1, event.anchor, line)
        elif isinstance(event, yaml.SequenceStartEvent | yaml.MappingStartEvent):
            _refuse_tag(event, line, allowed=None)
            self._open([] if isinstance(event, yaml.SequenceStartEvent) else {}, event.anchor, line)
        elif isinstance(event, yaml.SequenceEndEvent | yaml.MappingEndEvent):
            self._close(line)
        elif isinstance(event, yaml.AliasEvent):
            if event.anchor not in self.anchors:
                raise YamlFault(line, f"'*{event.anchor}' stands inside what it names, or names nothing", hostile=True)
            value, size = self.anchors[event.anchor]
            self._put(value, size, None, line)

    def finish(self) -> Parsed:
        if self.parsed is None:
            raise YamlFault(1, "there is nothing in this file")
        return self.parsed

    def _open(self, value: list[Any] | dict[str, Any], anchor: str | None, line: int) -> None:
        if len(self.stack) >= MAX_DEPTH:
            raise YamlFault(line, f"lists and mappings nest deeper than {MAX_DEPTH}", hostile=True)
        path = self._place(line)
        self.lines[path] = line
        self.stack.append(_Open(value, path, anchor, self.size))

    def _close(self, line: int) -> None:
        done = self.stack.pop()
        size = self.size - done.size_before + 1
        self.size = done.size_before
        self._put(done.value, size, done.anchor, line, path=done.path)

    def _place(self, line: int) -> Path:
        """The path of the value that begins now."""
        if not self.stack:
            return ()
        above = self.stack[-1]
        if isinstance(above.value, list):
            return (*above.path, len(above.value))
        if above.key is None:
            raise YamlFault(line, "a list or mapping stands where a name was expected")
        return (*above.path, above.key)

    def _put(self, value: Any, size: int, anchor: str | None, line: int, path: Path | None = None) -> None:  # noqa: ANN401
        self.size += size
        if self.size > MAX_VALUES:
            raise YamlFault(line, f"more than {MAX_VALUES} values once the aliases are followed", hostile=True)
        if anchor is not None:
            self.anchors[anchor] = (value, size)
        if not self.stack:
            self.parsed = Parsed(value, self.lines)
            return
        above = self.stack[-1]
        if isinstance(above.value, list):
            self.lines.setdefault((*above.path, len(above.value)) if path is None else path, line)
            above.value.append(value)
        elif above.key is None:
            above.key = _key(value, above.value, line)
        else:
            self.lines.setdefault((*above.path, above.key), line)
            above.value[above.key] = value
            above.key = None


def _refuse_tag(event: Any, line: int, allowed: str | None) -> None:  # noqa: ANN401
    if event.tag not in (None, "!", allowed):
        reason = f"the tag {event.tag!r} is not allowed; a pack holds plain text, numbers, lists, mappings"
        raise YamlFault(line, reason, hostile=True)


def _key(value: Any, mapping: dict[str, Any], line: int) -> str:  # noqa: ANN401
    if isinstance(value, list | dict):
        raise YamlFault(line, "a list or mapping stands where a name was expected")
    if value == "<<":
        raise YamlFault(line, "merge keys ('<<') are not allowed; write the fields out")
    key = value if isinstance(value, str) else str(value)
    if key in mapping:
        raise YamlFault(line, f"the name {key!r} stands twice in the same mapping")
    return key


def _resolve(plain: str) -> str | int | bool | None:
    if plain in _NULL:
        return None
    if plain in _BOOLEANS:
        return _BOOLEANS[plain]
    return int(plain) if _INTEGER.fullmatch(plain) else plain
