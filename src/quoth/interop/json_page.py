"""A page as JSON: the typed object itself, with its kind and what the checker found."""

from quoth.interop.layout import is_withheld, withheld
from quoth.model import Abstention, Answer, Verdict, encode

__all__ = ["render_json"]


def render_json(page: Answer | Abstention, verdict: Verdict) -> bytes:
    """UTF-8 JSON: `kind` ("answer", "abstention" or "withheld"), `page` and `verdict`."""
    if is_withheld(page, verdict):
        return encode({"kind": "withheld", "id": page.id, "because": withheld(verdict), "verdict": verdict})
    kind = "answer" if isinstance(page, Answer) else "abstention"
    return encode({"kind": kind, "page": page, "verdict": verdict})
