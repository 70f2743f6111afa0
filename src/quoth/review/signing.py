"""What a reviewer signs: a document that names everything an approval rests on, the same for the same revision."""

import hashlib
import json
from dataclasses import replace
from typing import Any

from quoth.model import Account, Answer, ReviewLine, Revision, encode

__all__ = ["FORMAT", "digest_of_page", "document_to_sign", "what_differs"]

FORMAT = "quoth review 1"


def digest_of_page(page: Answer) -> str:
    """SHA-256 of everything on the page but its review line, hexadecimal."""
    return hashlib.sha256(encode(replace(page, review=ReviewLine()))).hexdigest()


def document_to_sign(revision: Revision, signer: Account, *, at: str, interests: str, trail: str) -> str:
    """The document, as JSON with sorted keys.

    Args:
        revision: what is approved.
        signer: who approves it.
        at: when, ISO time in UTC.
        interests: what the signer declared.
        trail: hash of the newest line of the audit trail, so that the trail cannot be cut before it unnoticed.
    """
    return json.dumps(
        {
            **_of_revision(revision),
            "signer": signer.id,
            "name": signer.shown_name,
            "at": at,
            "interests": interests,
            "trail": trail,
        },
        ensure_ascii=False,
        indent=1,
        sort_keys=True,
    )


def what_differs(document: str, revision: Revision) -> tuple[str, ...]:
    """The parts of a signed document that the revision does not bear out; empty when it is the revision signed."""
    try:
        signed = json.loads(document)
    except ValueError:
        return ("document",)
    if not isinstance(signed, dict):
        return ("document",)
    return tuple(name for name, value in _of_revision(revision).items() if signed.get(name) != value)


def _of_revision(revision: Revision) -> dict[str, Any]:
    page = revision.page
    return {
        "format": FORMAT,
        "review": revision.review_id,
        "revision": revision.number,
        "question": page.question.text,
        "spans": [
            [statement.id, span.record_id, span.rendition_id, span.start, span.end, span.sha256]
            for statement in page.statements()
            for span in (statement.quote.span, *(q.quote.span for q in statement.qualifiers))
        ],
        "snapshot": page.manifest.snapshot,
        "settings": dict(page.manifest.settings),
        "versions": dict(page.manifest.versions),
        "page": digest_of_page(page),
    }
