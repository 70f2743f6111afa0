"""Lists and the words that lead them in: "Do not offer any of these:" belongs to every item that follows it.

A list stands in one block, a line an item, or in blocks of its own after a line that ends with a colon. An item that
begins anew with advice of its own ends the list.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from quoth.evidence.guideline.blocks import Block

__all__ = ["Listing", "listings"]

_ITEM_CHARS = 300
_MOST_ITEMS = 60
_LINE = re.compile(r"[^\n]+")
_BULLET = re.compile(r"\s*(?:[•◦▪–*-]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])\s")


@dataclass(frozen=True, slots=True)
class Listing:
    """A block, or a lead-in with its items. A block that leads nothing in has no items."""

    block: Block
    items: tuple[Block, ...] = ()


def listings(text: str, blocks: Sequence[Block], *, stands_alone: Callable[[str], bool]) -> Iterator[Listing]:
    """The blocks, with the items of a list put to the line that leads them in.

    Args:
        text: the stored text.
        blocks: of the text, in order.
        stands_alone: whether words are advice or a grade by themselves, and so no item of a list before them.
    """
    lines = [line for block in blocks for line in _lines(text, block)]
    at = 0
    while at < len(lines):
        block, _ = lines[at]
        items: list[Block] = []
        at += 1
        if not text[block.start : block.end].rstrip().endswith(":"):
            yield Listing(block)
            continue
        while at < len(lines) and len(items) < _MOST_ITEMS:
            item, bound = lines[at]
            words = text[item.start : item.end]
            if not bound and (
                item.headings != block.headings
                or len(words) > _ITEM_CHARS
                or (stands_alone(words) and not _BULLET.match(words))
            ):
                break
            items.append(item)
            at += 1
        yield Listing(block, tuple(items))


def _lines(text: str, block: Block) -> Iterator[tuple[Block, bool]]:
    """The lines of a block, each with whether it is bound to the one before it."""
    found = list(_LINE.finditer(text, block.start, block.end))
    if len(found) < 2 or not all(_BULLET.match(line[0]) for line in found[1:]):
        yield block, False
        return
    for number, line in enumerate(found):
        yield replace(block, start=line.start(), end=line.start() + len(line[0].rstrip())), number > 0
