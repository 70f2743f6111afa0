"""JATS and NLM full text, one article or a set: the catalogue entry, the abstract and the body as texts of their own.

An article without a body (some publishers allow PMC no more) gives its abstract alone.
"""

from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from quoth.model import Refusal, Report
from quoth.sources.items import Item, Options
from quoth.sources.jats_body import full_text
from quoth.sources.jats_front import NotAnArticle, abstracts_of, record_of
from quoth.sources.jats_related import notices_of
from quoth.sources.xml_guard import new_parser, parse_element
from quoth.sources.xml_records import Damage, cut_records

__all__ = ["read"]


def read(path: Path, options: Options) -> Iterator[Item]:
    """Every article as a report followed by its notices.

    Raises:
        BadFile: the file cannot be opened; HostileFile, a kind of it, when it declares entities or is a bomb.
    """
    parser = new_parser()
    found_any = False
    for piece in cut_records(path, ("article",), options.limits):
        found_any = True
        if isinstance(piece, Damage):
            yield Refusal(path.name, piece.place, piece.reason, piece.fatal)
            continue
        try:
            article = without_namespaces(parse_element(piece.data, parser))
            record = record_of(article)
        except etree.XMLSyntaxError as fault:
            yield Refusal(path.name, f"article {piece.number}", f"not well-formed XML: {fault.msg}")
            continue
        except NotAnArticle as fault:
            yield Refusal(path.name, f"article {piece.number}", str(fault))
            continue
        body = full_text(article, record)
        yield Report(record, (*abstracts_of(article, record), *([body] if body else ())))
        yield from notices_of(article, record)
    if not found_any:
        yield Refusal(path.name, "whole file", "there is no article in it")


def without_namespaces(article: etree._Element) -> etree._Element:
    """The article with plain names throughout: what a tag means does not hang on how a publisher binds prefixes."""
    for element in article.iter(etree.Element):
        tag = element.tag
        if isinstance(tag, str) and tag[0] == "{":
            element.tag = tag.rpartition("}")[2]
    return article
