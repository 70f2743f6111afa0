"""The facts about a document, from the caller and from a small YAML file beside it (`guide.pdf.quoth.yaml`), checked.

What the caller says goes first. A fact that cannot be used stops the document before anything of it is read.
"""

import hashlib
import re
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

from quoth.errors import BadInput, HostileFile
from quoth.sources.document_facts import DOCUMENT_KINDS, DOCUMENT_STATUSES, DocumentFacts
from quoth.sources.identifiers import clean_doi, clean_pmid
from quoth.sources.items import Options
from quoth.sources.opening import file_sha256, read_text
from quoth.sources.pack_yaml import YamlFault, parse_yaml

__all__ = ["SIDECAR_ENDING", "facts_for", "file_identity"]

# Not str.isdigit: it also takes "²", which no int() reads.
_YEAR = re.compile(r"[0-9]{1,9}")
SIDECAR_ENDING = ".quoth.yaml"
_SIDECAR_BYTES = 64 * 1024
_YEARS = range(1900, 2101)
_WORD_CHARS = 1_000
_QUOTE = re.compile(r"all|sentences|nothing|\d{1,6} words")


def file_identity(path: Path, facts: DocumentFacts) -> str:
    """The hash of a file's bytes, and of the facts given with it or beside it: with other facts it is read again.

    Raises:
        BadFile: there is no such file, or it may not be read.
    """
    digest = file_sha256(path)
    sidecar = path.with_name(path.name + SIDECAR_ENDING)
    if not facts and not sidecar.is_file():
        return digest
    beside = file_sha256(sidecar) if sidecar.is_file() else ""
    return hashlib.sha256(f"{digest} {facts!r} {beside}".encode("utf-8", "replace")).hexdigest()


def facts_for(path: Path, options: Options) -> DocumentFacts:
    """The facts about a document: those given by the caller, then those of the file beside it.

    Raises:
        BadInput: a value that cannot be used, with its name and where it stands.
    """
    given, beside = options.facts or DocumentFacts(), _facts_beside(path, options)
    merged = {field.name: getattr(given, field.name) or getattr(beside, field.name) for field in fields(DocumentFacts)}
    return _checked(DocumentFacts(**merged), path.name)


def _facts_beside(path: Path, options: Options) -> DocumentFacts:
    """The facts of the YAML file beside a document; none where there is no such file. Raises BadInput."""
    sidecar = path.with_name(path.name + SIDECAR_ENDING)
    if not sidecar.is_file():
        return DocumentFacts()
    text = read_text(sidecar, options.limits, at_most=_SIDECAR_BYTES, what="a file of facts about a document")
    try:
        said = parse_yaml(text).value
    except YamlFault as fault:
        if fault.hostile:
            raise HostileFile(f"{sidecar.name!r} is not safe to read (line {fault.line}): {fault.reason}.") from fault
        raise BadInput(
            f"{sidecar.name!r} cannot be read (line {fault.line}): {fault.reason}. Mend that line."
        ) from fault
    return _facts_of(said, sidecar.name)


def _facts_of(said: Any, where: str) -> DocumentFacts:  # noqa: ANN401 - whatever the file says
    names = [field.name for field in fields(DocumentFacts)]
    if not isinstance(said, dict):
        raise BadInput(f"{where!r} is not a list of facts. Expected lines such as “issuer: NICE”: {', '.join(names)}.")
    facts = DocumentFacts()
    for name, value in said.items():
        if name not in names:
            raise BadInput(f"Fact {name!r} is not known ({where}). Known: {', '.join(names)}.")
        facts = replace(facts, **{str(name): _value(str(name), value, where)})
    return facts


def _value(name: str, value: Any, where: str) -> Any:  # noqa: ANN401 - as the field of that name wants it
    if name in ("supersedes", "conditions"):
        return tuple(str(one) for one in (value if isinstance(value, list) else [value]) if one)
    if name == "year":
        if isinstance(value, bool) or not _YEAR.fullmatch(str(value)):
            raise BadInput(f"Fact year is {value!r} ({where}). Expected four digits.")
        return int(value)
    if isinstance(value, list | dict):
        raise BadInput(f"Fact {name} is a list or a table ({where}). Expected words.")
    return str(value) if value is not None else None


def _checked(facts: DocumentFacts, where: str) -> DocumentFacts:
    if facts.year is not None and facts.year not in _YEARS:
        raise BadInput(f"Year {facts.year} cannot be right ({where}). Expected {_YEARS.start} to {_YEARS.stop - 1}.")
    if facts.kind and facts.kind not in DOCUMENT_KINDS:
        raise BadInput(f"Kind {facts.kind!r} is not known ({where}). Known: {', '.join(DOCUMENT_KINDS)}.")
    if facts.status and facts.status not in DOCUMENT_STATUSES:
        raise BadInput(f"Status {facts.status!r} is not known ({where}). Known: {', '.join(DOCUMENT_STATUSES)}.")
    if facts.quote and not _QUOTE.fullmatch(facts.quote):
        raise BadInput(
            f"What may be quoted is {facts.quote[:40]!r} ({where}). Expected all, sentences, nothing or “200 words”."
        )
    if facts.doi and not clean_doi(facts.doi):
        raise BadInput(f"DOI {facts.doi!r} is none ({where}). Expected 10.…/….")
    if facts.pmid and not clean_pmid(facts.pmid):
        raise BadInput(f"PMID {facts.pmid!r} is none ({where}). Expected 1 to 9 digits.")
    for name in facts.supersedes:
        if not (clean_doi(name) or clean_pmid(name)):
            raise BadInput(f"What it supersedes, {name!r}, is neither a DOI nor a PMID ({where}). Give one of these.")
    words = {
        name: " ".join(str(value).split())[:_WORD_CHARS] or None
        for name in ("title", "issuer", "url", "licence", "language", "population")
        if (value := getattr(facts, name))
    }
    return replace(facts, **words)  # type: ignore[arg-type]
