"""The tags of a strategy: what librarians write behind a word, and which fields are then searched."""

import re
from collections.abc import Mapping
from types import MappingProxyType

from quoth.errors import BadInput
from quoth.model import Design
from quoth.search.boolean.atoms import BY_FIELD, Kinds, Words, Years

__all__ = [
    "ALL_FIELDS",
    "TAGS",
    "TYPE_OF_KIND",
    "fields_of",
    "folded_kind",
    "is_kind_tag",
    "is_year_tag",
    "kinds_of",
    "years_of",
]

ALL_FIELDS = ("title", "text", "mesh", "keywords")
"""Where a word without a tag is looked for."""

# PubMed's tags, and the plain words. doi:10.5195/jmla.2018.283 (PRESS and PubMed help use the same ones).
TAGS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "ti": ("title",),
        "title": ("title",),
        "ab": ("text",),
        "abstract": ("text",),
        "text": ("text",),
        "tiab": ("title", "text"),
        "title/abstract": ("title", "text"),
        "tw": ALL_FIELDS,
        "all": ALL_FIELDS,
        "all fields": ALL_FIELDS,
        "mh": ("mesh",),
        "mesh": ("mesh",),
        "mesh terms": ("mesh",),
        # Narrower headings are never looked up, so PubMed's way of saying so is the same.
        "mh:noexp": ("mesh",),
        "mesh:noexp": ("mesh",),
        "mesh terms:noexp": ("mesh",),
        "ot": ("keywords",),
        "kw": ("keywords",),
        "keyword": ("keywords",),
        "au": ("authors",),
        "author": ("authors",),
        "ta": ("journal",),
        "jour": ("journal",),
        "journal": ("journal",),
    }
)
_YEAR_TAGS = frozenset({"dp", "pdat", "date", "year", "date - publication"})
_KIND_TAGS = frozenset({"pt", "kind", "publication type", "design"})
_YEARS = re.compile(r"(?P<first>\d{4})?(?:/\d{1,2}){0,2}\s*(?P<range>[:–-])?\s*(?P<last>\d{4})?(?:/\d{1,2}){0,2}")
# Publication types as PubMed names them, for the kinds that the library tells apart.
TYPE_OF_KIND: Mapping[Design, str] = MappingProxyType(
    {
        Design.RCT: "randomized controlled trial",
        Design.SYSTEMATIC_REVIEW: "systematic review",
        Design.META_ANALYSIS: "meta-analysis",
        Design.GUIDELINE: "guideline",
        Design.CASE_REPORT: "case reports",
        Design.EDITORIAL: "editorial",
    }
)


def fields_of(tag: str) -> tuple[str, ...]:
    """The fields behind a tag, or behind several with commas between. Raises BadInput for an unknown one."""
    name = tag.rstrip(":")
    if ":~" in name:
        raise BadInput(f"[{name}] asks for words near each other, which are not looked for. Write AND, or a phrase.")
    found = [TAGS.get(each.strip()) for each in name.lower().split(",")]
    if name == tag and "," in name and any(map(is_kind_tag, name.split(","))):
        raise BadInput(f"[{name}] names a field and a kind of study at once. Write each on its own, with OR.")
    if None in found:
        behind = f" A tag may stand behind its words: {name}[tiab]." if name != tag else ""
        known = ", ".join(f"[{shown}]" for shown in _SHOWN)
        raise BadInput(f"The tag [{name}] is not known. Known tags: {known}.{behind}")
    named = {field for fields in found if fields for field in fields}
    return tuple(field for field in BY_FIELD if field in named)


def is_year_tag(tag: str) -> bool:
    """True for a tag that makes its words years."""
    return tag.rstrip(":").lower() in _YEAR_TAGS


def is_kind_tag(tag: str) -> bool:
    """True for a tag that makes its words a kind of study."""
    return tag.rstrip(":").lower() in _KIND_TAGS


def years_of(text: str) -> Years:
    """A year or a range of years: "2015", "2010:2020", "2010-", "-2020". Months and days are read over.

    Raises:
        BadInput: no years, or the wrong way round.
    """
    found = _YEARS.fullmatch(text.strip())
    if not found or not (found["first"] or found["last"]):
        raise BadInput(f"{text!r} is no year or range of years. Expected 2015, 2010:2020, 2010: or :2020.")
    first = int(found["first"]) if found["first"] else None
    last = int(found["last"]) if found["last"] else None
    if not found["range"]:
        last = first
    if first and last and first > last:
        raise BadInput(f"{text!r} ends before it begins. Write {last}:{first}.")
    return Years(first, last)


def folded_kind(text: str) -> str:
    """The name of a kind by which it is told from others: case and hyphens do not matter."""
    return " ".join(text.lower().replace("-", " ").split())


def kinds_of(text: str) -> tuple[Kinds | Words, ...]:
    """What a kind of study means, any of it: the library's own kind, and the publication types of its records.

    A library knows the kind of a record where its source says it; a publication type stands on every PubMed record.
    "not stated" are the records without a kind of their own.
    """
    said = folded_kind(text)
    if said in ("not stated", "unknown"):
        return (Kinds(("",)),)
    designs = [design for design in Design if said in (folded_kind(design), folded_kind(TYPE_OF_KIND.get(design, "")))]
    kinds = [Kinds((design.value,)) for design in designs]
    types = [Words(TYPE_OF_KIND.get(design, text), ("types",)) for design in designs] or [Words(text, ("types",))]
    return (*kinds, *types)


_SHOWN = ("ti", "ab", "tiab", "tw", "mh", "kw", "au", "ta", "dp", "pt")
