"""The foot of a page in Markdown: what was not found, how it was found, the sources, where it stands with the board."""

from quoth.interop.citation import format_reference, links_of
from quoth.interop.labels import (
    FACET_LABELS,
    counted,
    retraction_label,
    version_label,
)
from quoth.interop.layout import (
    doubts_of,
    left_out_because,
    mark_label,
    understood,
    warnings_of,
)
from quoth.interop.markdown_text import escape_markdown
from quoth.interop.studies import level_line, told_lines
from quoth.model import (
    DESIGN_LABELS,
    Answer,
    Manifest,
    Method,
    Question,
    Reference,
    banner,
)

__all__ = ["method_lines", "not_found_lines", "reference_lines", "review_lines"]


def not_found_lines(page: Answer) -> list[str]:
    """Sides of the question on which the library holds nothing."""
    if not page.not_found:
        return []
    rows = [f"- {FACET_LABELS[facet]}" for facet in page.not_found]
    return ["## Not found", "", "This library holds no statement on these sides of the question:", "", *rows, ""]


def method_lines(question: Question, method: Method, manifest: Manifest) -> list[str]:
    """How the page was found, and what anyone needs to find it again."""
    lines = ["## How this was found", ""]
    lines += [f"- {label}: {escape_markdown(value)}" for label, value in understood(question)]
    for words, synonyms in method.synonyms:
        lines.append(
            f"- Searched for “{escape_markdown(words)}”: {escape_markdown('; '.join(synonyms) or 'as written')}"
        )
    lines += [f"- {escape_markdown(what)}: {count}" for what, count in method.counts]
    lines += [f"- Search: {escape_markdown(method.strategy)}"] if method.strategy else []
    lines += [f"- Ranked {escape_markdown(method.ranked)}"] if method.ranked else []
    lines += [
        f"- Read first: {escape_markdown(one.name)} {one.weight:g} ({escape_markdown(one.says)})"
        for one in method.ranking
    ]
    lines += [f"- {escape_markdown(note)}" for note in method.notes]
    lines += [
        f"- Left out: {escape_markdown(e.title)}: {escape_markdown(left_out_because(e))}" for e in method.exclusions
    ]
    if manifest.snapshot:
        lines.append(f"- Library snapshot: {escape_markdown(manifest.snapshot)}")
    pairs = (*manifest.versions, *manifest.settings)
    lines += [f"- {escape_markdown(name)}: {escape_markdown(value)}" for name, value in pairs]
    return [*lines, ""]


def reference_lines(ref: Reference) -> list[str]:
    """One source as a footnote, with its standing and doubts."""
    level = f", {level_line(ref)}" if ref.level else ""
    facts = [f"{DESIGN_LABELS[ref.design]}{level}", retraction_label(ref.standing)]
    facts += [newer] if (newer := version_label(ref.standing)) else []
    facts += [mark_label(mark) for mark in warnings_of(ref.marks)]
    doubts = doubts_of(ref.marks)
    facts += [f"{counted(len(doubts), 'doubt')}: {' '.join(doubts)}"] if doubts else []
    facts += told_lines(ref)
    links = " ".join(f"[{label}](<{address}>)" for label, address in links_of(ref))
    told = f"{escape_markdown(format_reference(ref))} {escape_markdown('; '.join(facts))}. {links}".rstrip()
    return [f"[^{ref.number}]: {told}", ""]


def review_lines(page: Answer) -> list[str]:
    """Where the page stands with the board."""
    review = page.review
    signed = (
        f" Signed by {', '.join(review.signed_by)} on {review.signed_on or 'a date not stated'}."
        if review.signed_by
        else ""
    )
    changed = f" Changed since: {'; '.join(review.changed_since)}." if review.changed_since else ""
    return [f"{review.status.value}. {escape_markdown(banner(review.status) + signed + changed)}", ""]
