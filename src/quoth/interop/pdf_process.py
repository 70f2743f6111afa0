"""The process that sets a page as a PDF: HTML on standard input, the PDF on standard output. Started by `pdf` alone."""

import sys

from quoth.interop.html import fonts, stylesheet
from quoth.interop.pdf import NO_PANGO

__all__ = ["main"]


def main() -> int:
    """Set one page. Returns the exit code."""
    try:
        from weasyprint import CSS, HTML
        from weasyprint.text.fonts import FontConfiguration
        from weasyprint.urls import URLFetcher, URLFetcherResponse
    except OSError:  # Pango is opened when the package is imported
        return NO_PANGO

    class OwnFonts(URLFetcher):  # type: ignore[misc]  # the package has no types
        """Answers for our fonts and refuses everything else: a page names nothing else that is to be fetched."""

        def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:
            """The bytes of one of the two fonts."""
            held = fonts().get(url.removeprefix("quoth:/"))
            if held is None:
                raise ValueError("a page's PDF fetches nothing")
            return URLFetcherResponse(url, held, {"Content-Type": "font/woff2"})

    fetcher = OwnFonts()
    faces = "".join(line for line in stylesheet().splitlines(keepends=True) if line.startswith("@font-face"))
    settings = FontConfiguration()
    style = CSS(string=faces.replace('url("fonts/', 'url("quoth:/'), font_config=settings, url_fetcher=fetcher)
    page = HTML(string=sys.stdin.buffer.read().decode(), url_fetcher=fetcher, base_url="quoth:/")
    sys.stdout.buffer.write(
        page.write_pdf(
            stylesheets=[style], font_config=settings, pdf_variant="pdf/ua-1", pdf_identifier=sys.argv[1].encode()
        )
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
