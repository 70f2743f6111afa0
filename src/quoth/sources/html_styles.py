"""What a page hides by a rule of its own style sheet: `.draft { display: none }`.

Such words are read by nobody, and stand in no text of ours. Rules for one class or one id are known, which is how
generators of pages and those who would slip something in write them; a sheet beside the page is not fetched.
"""

import re

from lxml import etree
from lxml.html import HtmlElement

__all__ = ["HIDES", "drop_hidden_by_style"]

HIDES = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d])", re.IGNORECASE)
_SHEET_CHARS = 200_000
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_RULE = re.compile(r"([^{}@;]{1,500})\{([^{}]{0,2000})\}")
_MEDIA = re.compile(r"@[\w-]+[^{};]{0,500}\{(?:[^{}]|\{[^{}]*\})*\}")
"""Holds for some screens or for print alone: what is meant for readers is not known."""
_SIMPLE = re.compile(r"(?:[a-z][a-z0-9]*)?(?P<sign>[.#])(?P<name>[\w-]+)")


def drop_hidden_by_style(root: HtmlElement) -> bool:
    """Take out every element that the page's own rules hide; whether there was any."""
    classes: set[str] = set()
    ids: set[str] = set()
    for sheet in root.iter("style"):
        rules = _MEDIA.sub(" ", _COMMENT.sub(" ", (sheet.text or "")[:_SHEET_CHARS]))
        for selectors, declared in _RULE.findall(rules):
            if HIDES.search(declared):
                for selector in selectors.split(","):
                    if (simple := _SIMPLE.fullmatch(selector.strip())) is not None:
                        (classes if simple["sign"] == "." else ids).add(simple["name"])
    if not (classes or ids):
        return False
    hidden = [
        element
        for element in root.iter(etree.Element)
        if element.tag != "body"
        and (element.get("id") in ids or not classes.isdisjoint((element.get("class") or "").split()))
    ]
    for element in hidden:
        if element.getparent() is not None:
            element.drop_tree()
    return bool(hidden)
