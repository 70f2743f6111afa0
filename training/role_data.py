"""The sentences that the role model learns from, with what is known of their roles.

Three sets, all allowed for weights that ship: section-labelled abstracts of Evidence Inference trials whose licence is
CC BY or CC0 (every sentence has its section's role; headings are hidden), the structured abstracts of SciFact, and
NICTA-PIBOSO (a label leaves several roles open: an "outcome" sentence is a result or a conclusion). One fifth is held
out by the hash of the article's id, the same for ever.
"""

import ast
import gzip
import hashlib
import io
import json
import re
import tokenize
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from quoth.evidence.role_headings import role_of_heading
from quoth.model import SectionRole
from quoth.text import sentences

__all__ = ["ROLES", "Abstract", "is_held_out", "labelled_sections", "piboso", "scifact"]

ROLES = (
    SectionRole.BACKGROUND,
    SectionRole.OBJECTIVE,
    SectionRole.METHODS,
    SectionRole.RESULTS,
    SectionRole.CONCLUSION,
)
_ALL = frozenset(range(len(ROLES)))
_SECTIONS = {"BACKGROUND": 0, "OBJECTIVE": 1, "METHODS": 2, "RESULTS": 3, "CONCLUSIONS": 4}
_NAMED = (
    (re.compile(r"\b(?:background|introduction|context|rationale|importance)\b"), 0),
    (re.compile(r"\b(?:objectives?|aims?|purposes?|hypothes[ie]s|goals?)\b"), 1),
    (re.compile(r"\bmethod\w*|\bdesign\b"), 2),
    (re.compile(r"\b(?:results?|findings)\b"), 3),
    (re.compile(r"\b(?:conclusions?|interpretation|significance)\b"), 4),
)
_PIBOSO = {
    "background": frozenset({0, 1}),
    "population": frozenset({2, 3}),
    "intervention": frozenset({2}),
    "study design": frozenset({2}),
    "outcome": frozenset({3, 4}),
    "other": _ALL,
}
_FREE_LICENCES = frozenset({"cc-by", "cc0"})


@dataclass(frozen=True, slots=True)
class Abstract:
    """Sentences in order, each with the roles that its label allows (indices of `ROLES`)."""

    id: str
    sentences: tuple[str, ...]
    allowed: tuple[frozenset[int], ...]

    @property
    def reports_results(self) -> bool:
        """False for protocols, which have nothing to report yet."""
        return frozenset({3}) in self.allowed or frozenset({2, 3}) in self.allowed


def is_held_out(article_id: str) -> bool:
    """One article in five, by the first four bytes of the SHA-256 of its id modulo 5."""
    return int.from_bytes(hashlib.sha256(article_id.encode()).digest()[:4], "big") % 5 == 0


def labelled_sections(data: Path) -> Iterator[Abstract]:
    """Structured abstracts of CC BY and CC0 articles, headings left out.

    A heading that names two roles ("Methods and results", "Background and aims") leaves both open. Sections without any
    of the five roles (funding) are dropped; the last words of a protocol ("Discussion") are its conclusion.
    """
    folder = data / "evidence_inference"
    rows = (folder / "articles.tsv").read_text(encoding="utf-8").splitlines()[1:]
    free = {row.split("\t")[0] for row in rows if row.split("\t")[5] in _FREE_LICENCES}
    with gzip.open(folder / "structured_abstract_sections.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            article = json.loads(line)
            if f"PMC{article['pmcid']}" not in free:
                continue
            texts: list[str] = []
            allowed: list[frozenset[int]] = []
            for section in article["sections"]:
                roles = _roles(section["heading"], section["role"] or "")
                if not roles:
                    continue
                for start, end in sentences(section["text"]):
                    texts.append(section["text"][start:end])
                    allowed.append(roles)
            if len(texts) > 3:
                yield Abstract(article["pmcid"], tuple(texts), tuple(allowed))


def _roles(heading: str, role: str) -> frozenset[int]:
    """What a section's label allows its sentences to be; empty when it is none of the five."""
    words = heading.casefold()
    if words.strip(".: ") == "discussion":
        return frozenset({4})
    if role not in _SECTIONS:
        return frozenset()
    named = {index for pattern, index in _NAMED if pattern.search(words)}
    return frozenset(named if len(named) > 1 else {_SECTIONS[role]})


def piboso(data: Path) -> Iterator[Abstract]:
    """NICTA-PIBOSO: 1,000 abstracts, structured or not, one label a sentence."""
    for name in ("train_clean.txt", "dev_clean.txt", "test_clean.txt"):
        for block in (data / "nicta_piboso" / name).read_text(encoding="utf-8").split("###")[1:]:
            identifier, *lines = block.strip().splitlines()
            pairs = [line.split("\t", 1) for line in lines if "\t" in line]
            if len(pairs) > 3:
                yield Abstract(
                    identifier.strip(),
                    tuple(_plain(text) for _, text in pairs),
                    tuple(_PIBOSO[label] for label, _ in pairs),
                )


def scifact(data: Path) -> Iterator[Abstract]:
    """Structured abstracts of SciFact, whose headings stand in capitals in the text: taken as labels, then left out."""
    with gzip.open(data / "scifact" / "corpus.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            article = json.loads(line)
            if str(article["structured"]) != "True":
                continue
            texts: list[str] = []
            allowed: list[frozenset[int]] = []
            roles: frozenset[int] = frozenset()
            for sentence in _strings(article["abstract_pylist"]):
                heading, rest = _split_heading(sentence)
                if heading:
                    roles = _roles_of_heading(heading)
                if roles and rest:
                    texts.append(rest)
                    allowed.append(roles)
            if len(texts) > 3 and frozenset({3}) in allowed:
                yield Abstract(f"scifact-{article['doc_id']}", tuple(texts), tuple(allowed))


def _strings(listed: str) -> list[str]:
    """The strings of a printed array, which leaves out the commas between them."""
    tokens = tokenize.generate_tokens(io.StringIO(listed).readline)
    return [ast.literal_eval(token.string) for token in tokens if token.type == tokenize.STRING]


def _split_heading(sentence: str) -> tuple[str, str]:
    """The longest run of leading capitals that is a known heading, and what follows it."""
    words = sentence.split()
    capitals = next((i for i, word in enumerate(words) if not word.isupper() and word not in "&/"), len(words))
    for size in range(min(capitals, 8), 0, -1):
        heading = " ".join(words[:size])
        if len(heading) > 3 and role_of_heading(heading) is not None:
            return heading, " ".join(words[size:])
    return "", sentence


def _roles_of_heading(heading: str) -> frozenset[int]:
    role = role_of_heading(heading)
    return _roles(heading, next((name for name, i in _SECTIONS.items() if role is ROLES[i]), ""))


def _plain(tokens: str) -> str:
    """Undo the set's spacing around marks, as far as the features see it."""
    for spaced, joined in ((" ,", ","), (" .", "."), (" )", ")"), ("( ", "("), (" %", "%"), (" ;", ";"), (" :", ":")):
        tokens = tokens.replace(spaced, joined)
    return tokens
