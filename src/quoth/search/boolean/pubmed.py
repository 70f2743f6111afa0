"""A strategy in PubMed's own language, on one line: what a watch sends.

Both languages share phrases, truncation, operators and most tags. References to lines are written out, plain names of
tags become PubMed's, and a field before its words is put behind them.
"""

from collections.abc import Iterator, Sequence

from quoth.errors import BadInput
from quoth.search.boolean.fields import fields_of, is_kind_tag, is_year_tag
from quoth.search.boolean.parse import parse_strategy, with_marks
from quoth.search.boolean.tokens import Token, TokenKind, tokens_of

__all__ = ["pubmed_words"]

_TAGS = {
    ("title",): "ti",
    ("text",): "ab",
    ("title", "text"): "tiab",
    ("mesh",): "mh",
    ("keywords",): "ot",
    ("authors",): "au",
    ("journal",): "ta",
}


def pubmed_words(text: str) -> str:
    """The last line of a strategy with every line that it refers to, as PubMed reads it.

    Raises:
        BadInput: the strategy cannot be read, or holds what PubMed cannot say.
    """
    written: dict[int, str] = {}
    for line in parse_strategy(text):
        try:
            pieces = _pieces(tokens_of(with_marks(line.text, line.number)), written)
            written[line.number] = " ".join(pieces).replace("( ", "(").replace(" )", ")")
        except BadInput as fault:
            raise BadInput(f"Line {line.number}: {fault}") from None
    return written[max(written)]


def _pieces(tokens: Sequence[Token], written: dict[int, str]) -> Iterator[str]:
    before = ""
    for at, token in enumerate(tokens):
        following = tokens[at + 1] if at + 1 < len(tokens) else None
        match token.kind:
            case TokenKind.WORDS:
                tag, before = before, ""
                if not tag and following is not None and following.kind is TokenKind.TAG and following.text[-1:] != ":":
                    tag = _tag(following.text)
                words = f"{token.text}{'*' if token.truncated else ''}"
                yield (f'"{words}"' if token.phrase else words) + tag
            case TokenKind.TAG if token.text.endswith(":"):
                before = _tag(token.text)
            case TokenKind.TAG if at == 0 or tokens[at - 1].kind is not TokenKind.WORDS:
                raise BadInput(f"PubMed knows no tag behind brackets ([{token.text}]). Put it behind each word.")
            case TokenKind.OPEN if before:
                raise BadInput("PubMed knows no field before brackets. Put its tag behind each word.")
            case TokenKind.LINE:
                yield f"({written[int(token.text)]})"
            case TokenKind.LINES:
                operator, _, numbers = token.text.partition("/")
                first, last = (int(part.strip("#")) for part in numbers.replace("–", "-").split("-"))
                yield "(" + f" {operator.upper()} ".join(f"({written[n]})" for n in range(first, last + 1)) + ")"
            case TokenKind.OPERATOR | TokenKind.OPEN | TokenKind.CLOSE:
                yield token.text


def _tag(tag: str) -> str:
    if is_year_tag(tag):
        return "[dp]"
    if is_kind_tag(tag):
        return "[pt]"
    fields = fields_of(tag)
    return f"[{_TAGS[fields]}]" if fields in _TAGS else "[tw]"
