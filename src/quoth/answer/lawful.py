"""What stays off a page because the licence of its text sets how many words may be quoted."""

from quoth.model import Exclusion, Fidelity, Finding, FindingKind, RenditionId, allowance

__all__ = ["within_licences"]


def within_licences(findings: list[Finding], exclusions: list[Exclusion]) -> list[Finding]:
    """The findings whose words, together, every text's licence allows, the most relevant first; the rest are excluded.

    A word that two rows share counts once. Summaries in an editor's words are not their source's text.
    """
    limits = {finding.rendition.id: most for finding in findings if (most := _most(finding)) is not None}
    if not limits:
        return findings
    shown: dict[RenditionId, set[int]] = {}
    lawful: set[int] = set()
    for at, finding in sorted(enumerate(findings), key=lambda pair: (-pair[1].relevance, pair[0])):
        most = limits.get(finding.rendition.id)
        if most is None:
            lawful.add(at)
            continue
        with_it = shown.get(finding.rendition.id, set()) | _places(finding)
        if _words(finding.rendition.text, with_it) <= most:
            shown[finding.rendition.id] = with_it
            lawful.add(at)
        else:
            alone = finding.quote.span if finding.kind is FindingKind.RECOMMENDATION else None
            reason = f"its licence lets {most} words be quoted, and others of its statements fill them"
            exclusions.append(Exclusion(finding.record.id, finding.record.title, reason, alone))
    return [finding for at, finding in enumerate(findings) if at in lawful]


def _most(finding: Finding) -> int | None:
    if finding.rendition.fidelity is not Fidelity.VERBATIM:
        return None
    return allowance(finding.rendition.licence or finding.record.licence).most_words


def _places(finding: Finding) -> set[int]:
    """Every character of the text that the row would show."""
    quotes = [finding.quote, *(q.quote for q in finding.qualifiers), *(part.quote for part in finding.pico)]
    own = [quote.span for quote in quotes if quote.span.rendition_id == finding.rendition.id]
    return {at for span in own for at in range(span.start, span.end)}


def _words(text: str, places: set[int]) -> int:
    """How many words stand at these characters; what stands apart are two words."""
    count, inside = 0, False
    for at in range(min(places), max(places) + 1):
        here = at in places and not text[at].isspace()
        count += here and not inside
        inside = here
    return count
