"""The page as a PDF that a screen reader can read: the same HTML and print style, tagged (PDF/UA-1), links working.

Setting a page takes seconds of computing, so it is done by a process of its own: readers of other pages do not wait.
"""

import subprocess
import sys
from collections.abc import Mapping
from importlib.util import find_spec
from threading import Lock
from types import MappingProxyType

from quoth.errors import MissingExtra
from quoth.interop.html import render_html
from quoth.model import Abstention, Answer, EverydayCheck, GlossaryEntry, Verdict

__all__ = ["NO_PANGO", "can_make_pdf", "render_pdf"]

NO_PANGO = 9
"""Exit code of the process that sets the page, where the system lacks Pango."""
TIMEOUT_S = 180
_HOW = (
    "A PDF needs Pango, a library of the system that sets text, and it is not installed. On Debian run: "
    "apt-get install libpango-1.0-0 libpangoft2-1.0-0. Printing from the browser works without it."
)
_ONE_AT_A_TIME = Lock()


def can_make_pdf() -> bool:
    """Whether the extra is installed; whether Pango is, too, shows when the first PDF is made."""
    return find_spec("weasyprint") is not None


def render_pdf(
    page: Answer | Abstention,
    verdict: Verdict,
    *,
    glossary: tuple[GlossaryEntry, ...] = (),
    standing_at: str = "",
    checks: Mapping[str, EverydayCheck] = MappingProxyType({}),
) -> bytes:
    """The page as a tagged PDF: what stands open on the page; what opens on request is counted. Nothing is fetched.

    `standing_at` is the full address that says whether a copy of the page still stands, where copies can carry one;
    `checks` says who signed the everyday words of a statement, by its id.

    Raises:
        MissingExtra: the extra "pdf", or Pango, is not installed.
    """
    if not can_make_pdf():
        raise MissingExtra("A PDF", "pdf")
    html = render_html(
        page, verdict, open_passage=None, glossary=glossary, paper=True, standing_at=standing_at, checks=checks
    )
    command = [sys.executable, "-m", "quoth.interop.pdf_process", page.id]
    with _ONE_AT_A_TIME:
        done = subprocess.run(command, input=html.encode(), capture_output=True, timeout=TIMEOUT_S)  # noqa: S603
    if done.returncode == NO_PANGO:
        raise MissingExtra("A PDF", "pdf", how=_HOW)
    assert done.returncode == 0, "the process that sets a PDF failed"
    return done.stdout
