"""A page as JSON: the typed object itself, with its kind and what the checker found."""

from collections.abc import Mapping
from types import MappingProxyType

from quoth.interop.layout import is_withheld, withheld
from quoth.model import Abstention, Answer, EverydayCheck, Verdict, encode

__all__ = ["render_json"]


def render_json(
    page: Answer | Abstention, verdict: Verdict, *, checks: Mapping[str, EverydayCheck] = MappingProxyType({})
) -> bytes:
    """UTF-8 JSON: `kind` ("answer", "abstention" or "withheld"), `page`, `verdict`, and who signed everyday words."""
    if is_withheld(page, verdict):
        return encode({"kind": "withheld", "id": page.id, "because": withheld(verdict), "verdict": verdict})
    kind = "answer" if isinstance(page, Answer) else "abstention"
    signed = {name: {"by": check.name, "at": check.at} for name, check in checks.items()}
    return encode({"kind": kind, "page": page, "verdict": verdict, "everyday_signed": signed})
