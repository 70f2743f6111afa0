"""Where facts and texts came from, and which of several sources of one report is believed first."""

import re
from dataclasses import dataclass

from quoth.model import Form, Record, Rendition
from quoth.store.keys import clean_text, family_of

__all__ = ["Source", "pack_rank", "rank_of_record", "source_of", "text_rank", "text_slot"]

# From the most to the least careful catalogue: PubMed's own XML is curated and dated; JATS is the publisher's; MEDLINE
# exports leave fields out; RIS and BibTeX are typed or converted; what a pack says of volume and pages is an editor's.
_PRECEDENCE = ("pubmed", "jats", "medline", "ris", "bibtex")
_UNKNOWN = 1
_PACK = 0
_SITE = 9
_ENGLISH = {"en", "eng", "english"}
_VERSION_PARTS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Source:
    """Who says something: a family of origins ("PubMed XML", "pack asthma"), or the site's own edition of it."""

    family: str
    site: bool = False

    @property
    def key(self) -> str:
        """The name under which the store remembers what this source said."""
        return f"{self.family} (site)" if self.site else self.family

    @property
    def pack(self) -> str | None:
        """The pack's name, for what came from one."""
        return self.family.removeprefix("pack ") if self.family.startswith("pack ") else None

    @property
    def precedence(self) -> int:
        """0 to 9; the highest is believed first for bibliographic facts."""
        if self.site:
            return _SITE
        if self.pack is not None:
            return _PACK
        name = self.family.casefold()
        places = [i for i, known in enumerate(_PRECEDENCE) if name.startswith(known)]
        return len(_PRECEDENCE) + 1 - places[0] if places else _UNKNOWN

    @classmethod
    def named(cls, key: str) -> "Source":
        """The source that has this key."""
        return cls(key.removesuffix(" (site)"), key.endswith(" (site)"))


def source_of(origin: str, *, site: bool = False) -> Source:
    """The source behind an origin."""
    return Source(family_of(origin) or "unknown", site)


def pack_rank(version: str, *, site: bool) -> str:
    """Editions of one pack in the order of decision 0006: the site's above all others, then by version number."""
    parts = [f"{int(part[:18]):018d}" for part in _VERSION_PARTS.findall(version)[:8]]
    return "|".join(["1" if site else "0", ".".join(parts)])


def rank_of_record(record: Record, *, site: bool) -> str:
    """Of two entries by one source, the higher one is the newer: pack version, or the date of revision."""
    if source_of(record.origin).pack is not None:
        return pack_rank(_edition(record.origin), site=site)
    return "|".join((_revised(record), f"{_filled(record):03d}"))


def text_slot(rendition: Rendition, *, place: int) -> str:
    """What texts of one record compete for.

    All catalogues together give one abstract in one language, so that a clipped export never stands beside the whole
    text; a citation without a text steps back as soon as an abstract comes. Each pack has its own slot.
    """
    source = source_of(rendition.origin)
    form = Form.ABSTRACT if rendition.form is Form.CITATION else rendition.form
    whose = source.family if rendition.form is Form.PACK else ""
    language = clean_text(rendition.language or "").casefold()
    language = "" if language in _ENGLISH else language[:2]
    return "|".join((form.value, rendition.fidelity.value, whose, language, str(place)))


def text_rank(rendition: Rendition, record: Record, *, site: bool) -> str:
    """Which text of a slot is current: the site's, the more careful source's, the newer, the longer, in that order."""
    source = source_of(rendition.origin, site=site)
    if source.pack is not None:
        return pack_rank(_edition(rendition.origin), site=site)
    has_text = "0" if rendition.form is Form.CITATION else "1"
    return "|".join((has_text, str(source.precedence), _revised(record), f"{len(rendition.text):09d}", rendition.id))


def _edition(origin: str) -> str:
    return origin.removeprefix(family_of(origin)).strip()


def _revised(record: Record) -> str:
    """The newest date of revision that the source states, as sortable text."""
    dates = [date.sort_key for name, date in record.dates if name in ("revised", "completed")]
    year, month, day = max(dates, default=(0, 0, 0))
    return f"{year:04d}{month:02d}{day:02d}"


def _filled(record: Record) -> int:
    names = Record.__dataclass_fields__
    return sum(bool(getattr(record, name)) for name in names)
