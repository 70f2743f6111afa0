"""A strategy as a librarian types it, a numbered line each, into lines that can be evaluated.

Nothing is guessed. AND and OR side by side without brackets mean different things in different databases, so they are
refused; a line may refer only to lines before it; a tag, a kind or a year that is not known is named.
"""

import re
from collections.abc import Sequence

from quoth.errors import BadInput
from quoth.search.boolean.atoms import Words
from quoth.search.boolean.fields import ALL_FIELDS, TAGS, fields_of, is_kind_tag, is_year_tag, kinds_of, years_of
from quoth.search.boolean.foreign import refuse_foreign_line, told_as_word
from quoth.search.boolean.tokens import Token, TokenKind, tokens_of
from quoth.search.boolean.tree import Combined, Leaf, Line, LineRef, Node
from quoth.text import match_tokens

__all__ = ["CHARS_MAX", "LINES_MAX", "parse_strategy", "with_marks"]

LINES_MAX = 200
CHARS_MAX = 20_000
_STEM_MIN = 3
_INITIALS = 2
_DEPTH_MAX = 40
_NUMBER = re.compile(r"\s*#?(?P<number>\d{1,3})\s*[.):\t]\s*(?P<rest>.*)")
_NUMBERS_ALONE = re.compile(r"[\s()\d]*(?:\b(?:and|or|not)\b[\s()\d]*)+", re.IGNORECASE)
_BARE = re.compile(r"(?<![#\d])\b(\d{1,3})\b")


def parse_strategy(text: str) -> tuple[Line, ...]:
    """The lines of a strategy, numbered from 1. Empty lines and lines of a "//" comment are passed over.

    Raises:
        BadInput: what is wrong, on which line, and what to do.
    """
    if len(text) > CHARS_MAX:
        raise BadInput(f"The strategy has {len(text):,} characters; at most {CHARS_MAX:,} are read. Split it.")
    rows = [row.strip() for row in text.splitlines()]
    rows = [row for row in rows if row and not row.startswith("//")]
    if not rows:
        raise BadInput('The strategy is empty. Write a line, such as: "knee pain"[tiab] AND exercis*')
    if len(rows) > LINES_MAX:
        raise BadInput(f"The strategy has {len(rows)} lines; at most {LINES_MAX} are read. Join some with OR.")
    lines: list[Line] = []
    for row in rows:
        number = len(lines) + 1
        said = _unnumbered(row, number)
        try:
            refuse_foreign_line(said)
            parser = _Parser(tokens_of(with_marks(said, number)), number)
            lines.append(Line(number, said, parser.whole(), tuple(dict.fromkeys(parser.notes))))
        except BadInput as fault:
            raise BadInput(f"Line {number}: {fault}") from None
    return tuple(lines)


def _unnumbered(row: str, number: int) -> str:
    """The row without its own number. Lines keep the numbers that references to them use."""
    found = _NUMBER.fullmatch(row)
    if not found or not found["rest"]:
        return row
    if int(found["number"]) != number:
        raise BadInput(
            f"Line {number} says that it is number {found['number']}. Number the lines 1, 2, 3, or not at all."
        )
    return found["rest"]


def with_marks(row: str, number: int) -> str:
    """The row with "1 AND 2" as "#1 AND #2": numbers alone, joined by operators, can only be lines."""
    if number > 1 and _NUMBERS_ALONE.fullmatch(row):
        return _BARE.sub(r"#\1", row)
    return row


class _Parser:
    """One line, read from the left."""

    def __init__(self, tokens: Sequence[Token], number: int) -> None:
        self._tokens = tokens
        self._number = number
        self._at = 0
        self._depth = 0
        self.notes: list[str] = []

    def whole(self) -> Node:
        node = self._joined()
        if (left := self._peek()) is not None:
            raise BadInput(f"{left.text!r} at character {left.at + 1} closes nothing. Take it away.")
        return node

    def _joined(self) -> Node:
        """Parts joined by one operator; NOT may end a row of ANDs or ORs, since it can only be read one way."""
        self._depth += 1
        if self._depth > _DEPTH_MAX:
            raise BadInput(f"Brackets are nested more than {_DEPTH_MAX} deep. Use lines of their own.")
        parts, operator = [self._part()], ""
        while (token := self._peek()) is not None and token.kind is not TokenKind.CLOSE:
            said = "AND"
            if token.kind is TokenKind.OPERATOR:
                self._at += 1
                said = token.text
                if (
                    said in ("AND", "OR")
                    and (follows := self._peek())
                    and follows.text == "NOT"
                    and follows.kind is TokenKind.OPERATOR
                ):
                    self._at += 1
                    if said == "OR":
                        raise BadInput("OR NOT finds nearly everything. Write NOT, or use brackets.")
                    said = "NOT"
            if operator and said != operator and not (said == "NOT" and operator == "AND"):
                raise BadInput(
                    f"{operator} and {said} stand side by side (words with nothing between them are joined by AND). "
                    "Databases read that in different ways: use brackets, or quotation marks for a phrase."
                )
            part = self._part()
            if said == "NOT":
                parts = [Combined("NOT", (_combined(operator or "AND", parts), part))]
                operator = "NOT"
            else:
                parts.append(part)
                operator = said
        self._depth -= 1
        return _combined(operator or "AND", parts)

    def _part(self) -> Node:
        token = self._peek()
        if token is None:
            raise BadInput("The line ends where words are expected. Add them, or take the operator away.")
        self._at += 1
        match token.kind:
            case TokenKind.OPEN:
                return self._bracketed(token, None)
            case TokenKind.LINE:
                return self._line(int(token.text))
            case TokenKind.LINES:
                return self._lines(token.text)
            case TokenKind.TAG if token.text.endswith(":"):
                return self._tagged_before(token)
            case TokenKind.WORDS:
                return self._words(token, self._tag_behind())
            case _:
                raise BadInput(f"{token.text!r} at character {token.at + 1} stands where words are expected.")

    def _bracketed(self, opened: Token, tag: str | None) -> Node:
        inner = self._joined()
        closing = self._peek()
        if closing is None or closing.kind is not TokenKind.CLOSE:
            raise BadInput(f"The bracket at character {opened.at + 1} is not closed.")
        self._at += 1
        tag = tag or self._tag_behind()
        return _with_tag(inner, tag) if tag else inner

    def _tagged_before(self, token: Token) -> Node:
        following = self._peek()
        if following is not None and following.kind is TokenKind.OPEN:
            self._at += 1
            return self._bracketed(following, token.text)
        if following is None or following.kind is not TokenKind.WORDS:
            raise BadInput(f"{token.text!r} at character {token.at + 1} has no words behind it.")
        self._at += 1
        return self._words(following, token.text)

    def _words(self, token: Token, tag: str | None) -> Node:
        if tag and is_year_tag(tag):
            return Leaf(years_of(f"{token.text}*" if token.truncated else token.text))
        if tag and is_kind_tag(tag):
            return _kinds(token.text, truncated=token.truncated)
        if token.text.lower().rstrip(":") in TAGS and token.text.endswith(":"):
            raise BadInput(f"{token.text!r} at character {token.at + 1} has no words behind it.")
        if not any(one.form for one in match_tokens(token.text)):
            raise BadInput(f"{token.text!r} at character {token.at + 1} holds no word or number.")
        if not token.phrase and (note := told_as_word(token.text)):
            self.notes.append(note)
        atom = _words_of(token.text, tag, truncated=token.truncated)
        if atom.initials:
            self.notes.append(f'"{token.text}" finds authors with further initials as well (Smith J: Smith JA)')
        elif token.truncated and len(token.text.split()[-1]) < _STEM_MIN:
            raise BadInput(
                f"'{token.text}*' is too short to be looked up. Give at least {_STEM_MIN} letters before the *."
            )
        return Leaf(atom)

    def _line(self, number: int) -> LineRef:
        if not 1 <= number < self._number:
            raise BadInput(f"#{number} is no line before this one. Lines may refer only to earlier ones.")
        return LineRef(number)

    def _lines(self, text: str) -> Node:
        operator, _, numbers = text.partition("/")
        first, last = (int(part.strip("#")) for part in re.split("[-–]", numbers))
        if first >= last:
            raise BadInput(f"{text!r} names no range of lines. Write {operator}/1-3.")
        return Combined(operator.upper(), tuple(self._line(number) for number in range(first, last + 1)))

    def _tag_behind(self) -> str | None:
        token = self._peek()
        if token is None or token.kind is not TokenKind.TAG or token.text.endswith(":"):
            return None
        self._told(token)
        self._at += 1
        return token.text

    def _told(self, tag: Token) -> None:
        """Say how a tag was read that other databases would read in another way.

        Raises:
            BadInput: Ovid's fields behind several words, which Ovid takes for a phrase.
        """
        before = self._at - 2
        words, earlier = self._tokens[self._at - 1], self._tokens[before] if before >= 0 else None
        alone = earlier is None or earlier.kind is not TokenKind.WORDS or words.kind is not TokenKind.WORDS
        if tag.foreign:
            if not alone and earlier is not None:
                said = f"{earlier.text} {words.text}"
                raise BadInput(
                    f"'{said}{tag.foreign}' is a phrase to Ovid. Write \"{said}\"[{tag.text}] for the phrase, or "
                    f"({said})[{tag.text}] for both words anywhere."
                )
            self.notes.append(f"{tag.foreign} was read as [{tag.text}]")
        elif not alone and earlier is not None:
            said = f"{earlier.text} {words.text}"
            self.notes.append(
                f'[{tag.text}] counts for "{words.text}" alone; "{said}"[{tag.text}] is the phrase, '
                f"({said})[{tag.text}] both words"
            )

    def _peek(self) -> Token | None:
        return self._tokens[self._at] if self._at < len(self._tokens) else None


def _words_of(text: str, tag: str | None, *, truncated: bool) -> Words:
    """Words in the fields of a tag. Of an author, initials may be followed by further ones."""
    fields = fields_of(tag) if tag else ALL_FIELDS
    last = text.split()[-1]
    initials = fields == ("authors",) and " " in text.strip() and len(last) <= _INITIALS and last.isalpha()
    return Words(text, fields, truncated or initials, initials)


def _kinds(text: str, *, truncated: bool = False) -> Node:
    if truncated:
        return Leaf(Words(text, ("types",), truncated=True))
    return _combined("OR", [Leaf(atom) for atom in kinds_of(text)])


def _combined(operator: str, parts: Sequence[Node]) -> Node:
    return parts[0] if len(parts) == 1 else Combined(operator, tuple(parts))


def _with_tag(node: Node, tag: str) -> Node:
    """The tag behind a bracket, on every word in it that has none of its own."""
    match node:
        case Leaf(Words(text, fields, truncated)) if fields == ALL_FIELDS:
            if is_year_tag(tag):
                return Leaf(years_of(text))
            if is_kind_tag(tag):
                return _kinds(text, truncated=truncated)
            return Leaf(_words_of(text, tag, truncated=truncated))
        case Combined(operator, parts):
            return Combined(operator, tuple(_with_tag(part, tag) for part in parts))
        case _:
            return node
