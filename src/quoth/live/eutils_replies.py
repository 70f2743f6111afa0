"""What answers of NCBI's E-utilities must look like. An error inside a 200 is an error; silence is not "nothing found".

Source: E-utilities In-Depth, NBK25499; PubMed lists the first 9,999 records of a search and no more.
"""

import json
import re
from typing import Any

from quoth.http import Reply

__all__ = [
    "LISTED_MAX",
    "article_ids",
    "bodyless",
    "linked_ids",
    "search_result",
    "unfit_article",
    "unfit_articles",
    "unfit_links",
    "unfit_search",
]

LISTED_MAX = 9_999

_ARTICLE = re.compile(rb"<(PubmedArticle|PubmedBookArticle)[\s>].*?</\1>", re.DOTALL)
_PMID = re.compile(rb"<PMID\b[^>]*>\s*(\d{1,9})\s*</PMID>")
_ROOT = re.compile(rb"<(?![?!])([A-Za-z_][\w.-]*)")


def unfit_search(reply: Reply) -> str | None:
    """Why an answer to esearch cannot be used; `None` when it can."""
    found = _object(reply.body)
    if found is None:
        return "its answer cannot be read"
    if "error" in found:
        limited = "rate limit" in str(found["error"]).lower()
        return "it limits how often it may be asked" if limited else "it reports an error"
    result = found.get("esearchresult")
    if not isinstance(result, dict):
        return "its answer cannot be read"
    if "ERROR" in result:
        return "it reports an error with this search (an expired search, or brackets and quotes that do not match)"
    if not str(result.get("count", "")).isdigit() or not _is_ids(result.get("idlist")):
        return "its answer cannot be read"
    return None


def search_result(reply_body: bytes) -> dict[str, Any]:
    """The result of a search whose answer is fit: count, idlist, webenv, querykey, errorlist."""
    found = _object(reply_body)
    assert found is not None
    result: dict[str, Any] = found["esearchresult"]
    return result


def unfit_articles(reply: Reply) -> str | None:
    """Why an answer to efetch cannot be used. NCBI can send 200 with nothing, an error document, or half an answer."""
    body = reply.body.strip()
    if not body:
        return "its answer is empty"
    if body.startswith(b"{"):
        return "it limits how often it may be asked" if b"rate limit" in body else "it reports an error"
    root = _ROOT.search(body)
    if root is None or root.group(1) != b"PubmedArticleSet":
        return "it reports an error" if b"<ERROR>" in body or b"eFetchResult" in body else "its answer cannot be read"
    if not body.endswith((b"</PubmedArticleSet>", b"<PubmedArticleSet/>", b"<PubmedArticleSet />")):
        return "its answer is cut short"
    return None


def article_ids(body: bytes) -> tuple[str, ...]:
    """The PMIDs of the citations in an answer to efetch, in its order."""
    found = (_PMID.search(article.group(0)) for article in _ARTICLE.finditer(body))
    return tuple(match.group(1).decode() for match in found if match)


def unfit_links(reply: Reply) -> str | None:
    """Why an answer to elink cannot be used."""
    found = _object(reply.body)
    if found is None:
        return "its answer cannot be read"
    if "error" in found or found.get("ERROR"):
        return "it reports an error"
    return None if isinstance(found.get("linksets"), list) else "its answer cannot be read"


def linked_ids(body: bytes, link_name: str) -> tuple[str, ...]:
    """The ids that one kind of link leads to, in the service's order; empty where it leads nowhere."""
    found = _object(body) or {}
    ids: list[str] = []
    for linkset in found.get("linksets", []):
        for group in linkset.get("linksetdbs", []) if isinstance(linkset, dict) else []:
            if isinstance(group, dict) and group.get("linkname") == link_name:
                # An id stands alone, or with its score.
                links = (link.get("id") if isinstance(link, dict) else link for link in group.get("links", []))
                ids += [str(link) for link in links if str(link).isdigit()]
    return tuple(dict.fromkeys(ids))


def bodyless(body: bytes) -> bool:
    """Whether an answer for a PMC article is without its text: restricted articles come as 200 without a <body>."""
    return b"<body" not in body


def unfit_article(reply: Reply) -> str | None:
    """Why an answer that should be one full text in JATS cannot be used: an error page can have a <body> too."""
    body = reply.body.strip()
    if not body:
        return "its answer is empty"
    root = _ROOT.search(body)
    if root is None or root.group(1) not in (b"article", b"pmc-articleset"):
        return "its answer is no article"
    return None if body.endswith(b"</" + root.group(1) + b">") else "its answer is cut short"


def _object(body: bytes) -> dict[str, Any] | None:
    """The answer's JSON object. Lenient about control characters: past 9,999 records NCBI's error text holds one."""
    try:
        found = json.loads(body, strict=False)
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def _is_ids(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(each, str) for each in value)
