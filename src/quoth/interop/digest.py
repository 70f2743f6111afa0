"""What a watch brought, for a terminal, a message and a feed reader; sources are escaped and never shortened."""

from collections.abc import Sequence
from datetime import datetime
from xml.sax.saxutils import escape, quoteattr

from quoth.model import Digest, Place, TouchedHow

__all__ = ["digest_lines", "digest_subject", "feed"]

_LED_BY = (
    TouchedHow.RETRACTED,
    TouchedHow.FELL_BACK,
    TouchedHow.CONCERN,
    TouchedHow.CONTRADICTS,
    TouchedHow.SUPERSEDED,
    TouchedHow.CORRECTED,
    TouchedHow.NEWER_THAN_GUIDELINE,
    TouchedHow.ADDS,
)
_SHOWN = 20


def digest_subject(digest: Digest) -> str:
    """One line for a subject or a title; it names the topic, and what is urgent first."""
    urgent = [how.value for how in _LED_BY[:4] if any(each.how is how for each in digest.touched)]
    lead = f"{len(digest.new)} new" if digest.new else "nothing new"
    return f"{digest.watch}: {lead}" + (f"; {'; '.join(urgent)}" if urgent else "")


def digest_lines(digest: Digest, *, address: str = "", questions: bool = True) -> tuple[str, ...]:
    """The digest as lines of plain text.

    Args:
        digest: what a run brought.
        address: of the pages, such as "https://quoth.hospital.example"; answers are then named by their address.
        questions: whether to name kept answers by what was asked. Without it only approved pages are named: the others
            belong to whoever holds their address.
    """
    lines = [f"{digest.watch} ({digest.at[:10]})"]
    if digest.shortfalls:
        lines += ["", "NOT EVERYTHING CAME", *(f"  {line}" for line in digest.shortfalls)]
    if digest.touched:
        lines += ["", "ANSWERS THAT THIS TOUCHES"]
        for each in sorted(digest.touched, key=lambda one: (_LED_BY.index(one.how), one.answer_id)):
            where = f"{address}/answer/{each.answer_id}" if address else each.answer_id
            named = questions or each.approved
            lines.append(f"  {each.question if named else 'A kept answer'}{' (approved)' if each.approved else ''}")
            lines += [f"    {each.how.value}: {each.detail}", *([f"    {where}"] if named else [])]
    for place, heading in ((Place.ON_PAGE, "NEW, ON THE PAGE"), (Place.READ, "NEW, READ"), (Place.APART, "NEW, APART")):
        group = [one for one in digest.new if one.place is place]
        if group:
            lines += ["", f"{heading} ({len(group)})"]
            lines += [
                f"  {one.title}{f' ({one.year})' if one.year else ''}{' RETRACTED' if one.retracted else ''}"
                f"  PMID {one.pmid}"
                for one in group[:_SHOWN]
            ]
            lines += [f"  … and {len(group) - _SHOWN} more"] if len(group) > _SHOWN else []
    if not (digest.new or digest.touched or digest.shortfalls):
        lines += ["", "Nothing new."]
    as_of = digest.retractions_as_of or "no list is loaded"
    return (
        *lines,
        "",
        f"Retractions checked: {as_of}. PubMed has {digest.found:,} for this search since the last run.",
    )


def feed(digests: Sequence[Digest], *, title: str, address: str, path: str) -> bytes:
    """An Atom feed (RFC 4287) of digests, newest first, as UTF-8. It names no question of an answer not approved.

    Args:
        digests: newest first.
        title: of the feed.
        address: of the pages, without a slash at its end; ids and links begin with it.
        path: of the feed itself, such as "/watch/feed.atom".
    """
    updated = digests[0].at if digests else datetime.min.isoformat() + "+00:00"
    entries = "".join(_entry(digest, address) for digest in digests)
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom">'
        f"<title>{escape(title)}</title><id>{escape(address + path)}</id><updated>{updated}</updated>"
        f'<link rel="self" href={quoteattr(address + path)}/><author><name>quoth</name></author>{entries}</feed>\n'
    ).encode()


def _entry(digest: Digest, address: str) -> str:
    link = f"{address}/watch/{digest.watch_id}#d-{digest.id}"
    text = "\n".join(digest_lines(digest, address=address, questions=False))
    return (
        f"<entry><title>{escape(digest_subject(digest))}</title><id>{escape(link)}</id><updated>{digest.at}</updated>"
        f'<link rel="alternate" type="text/html" href={quoteattr(link)}/>'
        f'<content type="html">{escape("<pre>" + escape(text) + "</pre>")}</content></entry>'
    )
