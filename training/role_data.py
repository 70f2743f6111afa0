"""The sentences that the role model learns from, with what is known of their roles.

Five sets, all allowed for weights that ship: section-labelled abstracts of Evidence Inference trials whose licence is
CC BY or CC0 (every sentence has its section's role; headings are hidden), the structured abstracts of SciFact, of
EBM-NLP and of PubMedQA, and NICTA-PIBOSO (a label leaves several roles open: an "outcome" sentence is a result or a
conclusion). One fifth of each is held out by the hash of the article's id, the same for ever; an article that stands
in two sets is held out of both.
"""

import ast
import gzip
import hashlib
import io
import json
import tokenize
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from role_labels import ALL, ROLES, Abstract, cleaned, roles_of_heading, roles_of_section

from quoth.evidence.role_model.role_headings import role_of_heading
from quoth.text import sentences

__all__ = [
    "ROLES",
    "Abstract",
    "ebm_nlp",
    "is_held_out",
    "labelled_sections",
    "not_held_out",
    "piboso",
    "pubmedqa",
    "scifact",
]

_PIBOSO = {
    "background": frozenset({0, 1}),
    "population": frozenset({2, 3}),
    "intervention": frozenset({2}),
    "study design": frozenset({2}),
    "outcome": frozenset({3, 4}),
    "other": ALL,
}
_FREE_LICENCES = frozenset({"cc-by", "cc0"})
_FEWEST_SENTENCES = 4
_LONGEST_HEADING = 8
_RESULTS, _CONCLUSION = frozenset({3}), frozenset({4})


def is_held_out(article_id: str) -> bool:
    """One article in five, by the first four bytes of the SHA-256 of its id modulo 5."""
    return int.from_bytes(hashlib.sha256(article_id.encode()).digest()[:4], "big") % 5 == 0


def not_held_out(abstracts: Iterable[Abstract], data: Path) -> list[Abstract]:
    """Those to train on: neither held out themselves nor the same article as one held out of Evidence Inference."""
    held = {pmid for pmcid, pmid, _ in _articles(data) if is_held_out(pmcid.removeprefix("PMC"))}
    return [one for one in abstracts if not is_held_out(one.id) and (not one.pmid or one.pmid not in held)]


def labelled_sections(data: Path, *, as_printed: bool = False) -> Iterator[Abstract]:
    """Structured abstracts of CC BY and CC0 articles, headings left out.

    A heading that names two roles ("Methods and results", "Background and aims") leaves both open. Sections without any
    of the five roles (funding) are dropped. `as_printed` leaves out the cleaning of labels.
    """
    free = {pmcid for pmcid, _, licence in _articles(data) if licence in _FREE_LICENCES}
    file = data / "evidence_inference" / "structured_abstract_sections.jsonl.gz"
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        for line in lines:
            article = json.loads(line)
            if f"PMC{article['pmcid']}" not in free:
                continue
            parts = [(roles_of_section(s["heading"], s["role"] or ""), s["text"]) for s in article["sections"]]
            if abstract := _abstract(article["pmcid"], parts, article["pmid"] or ""):
                yield abstract if as_printed else cleaned(abstract)


def _articles(data: Path) -> Iterator[tuple[str, str, str]]:
    """PMCID, PMID and class of licence of each article of Evidence Inference."""
    for row in (data / "evidence_inference" / "articles.tsv").read_text(encoding="utf-8").splitlines()[1:]:
        pmcid, pmid, _, _, _, licence, *_ = row.split("\t")
        yield pmcid, pmid, licence


def _abstract(article_id: str, parts: Sequence[tuple[frozenset[int], str]], pmid: str = "") -> Abstract | None:
    """The sentences of sections that have a role; `None` where too few are left."""
    cut = [(text[a:b], roles) for roles, text in parts if roles for a, b in sentences(text)]
    if len(cut) < _FEWEST_SENTENCES:
        return None
    texts, allowed = zip(*cut, strict=True)
    return Abstract(article_id, texts, allowed, pmid)


def piboso(data: Path) -> Iterator[Abstract]:
    """NICTA-PIBOSO: 1,000 abstracts, structured or not, one label a sentence."""
    for name in ("train_clean.txt", "dev_clean.txt", "test_clean.txt"):
        for block in (data / "nicta_piboso" / name).read_text(encoding="utf-8").split("###")[1:]:
            identifier, *lines = block.strip().splitlines()
            pairs = [line.split("\t", 1) for line in lines if "\t" in line]
            if len(pairs) >= _FEWEST_SENTENCES:
                yield Abstract(
                    identifier.strip(),
                    tuple(_plain(text) for _, text in pairs),
                    tuple(_PIBOSO[label] for label, _ in pairs),
                    identifier.strip(),
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
                heading, rest = _split_heading(sentence.split())
                if heading:
                    roles = roles_of_heading(heading)
                if roles and rest:
                    texts.append(" ".join(rest))
                    allowed.append(roles)
            if len(texts) >= _FEWEST_SENTENCES and _RESULTS in allowed:
                yield cleaned(Abstract(f"scifact-{article['doc_id']}", tuple(texts), tuple(allowed)))


def ebm_nlp(data: Path) -> Iterator[Abstract]:
    """Abstracts of trials in EBM-NLP whose headings stand in capitals among the words; about one in two."""
    for name in ("scibert_ebmnlp_dev.conll.txt", "scibert_ebmnlp_test.conll.txt"):
        for block in (data / "ebm_nlp" / name).read_text(encoding="utf-8").split("-DOCSTART- (")[1:]:
            pmid, _, rest = block.partition(")")
            tokens = [line.split()[0] for line in rest.splitlines() if line.strip()]
            abstract = _abstract(f"ebm-nlp-{pmid}", list(_headed(tokens)), pmid)
            if abstract and {_RESULTS, _CONCLUSION} <= set(abstract.allowed):
                yield cleaned(abstract)


def _headed(tokens: Sequence[str]) -> Iterator[tuple[frozenset[int], str]]:
    """Stretches of running tokens, each with the roles of the heading before it."""
    roles: frozenset[int] = frozenset()
    begun, index = 0, 0
    while index < len(tokens):
        heading, rest = "", tokens[index:]
        if index == 0 or tokens[index - 1] in (".", "?", "!", ")"):
            heading, rest = _split_heading(tokens[index : index + _LONGEST_HEADING])
        if not heading:
            index += 1
            continue
        yield roles, _plain(" ".join(tokens[begun:index]))
        index += len(tokens[index : index + _LONGEST_HEADING]) - len(rest)
        index += index < len(tokens) and tokens[index] == ":"
        roles, begun = roles_of_heading(heading), index
    yield roles, _plain(" ".join(tokens[begun:]))


def pubmedqa(data: Path) -> Iterator[Abstract]:
    """Structured abstracts of PubMedQA, development half: labelled contexts, and the long answer as the conclusion."""
    with gzip.open(data / "splits" / "pubmedqa.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            item = json.loads(line)
            labels, texts = (*item["LABELS"], "CONCLUSIONS"), (*item["CONTEXTS"], item["LONG_ANSWER"])
            parts = [(roles_of_heading(label), text) for label, text in zip(labels, texts, strict=True)]
            abstract = _abstract(f"pubmedqa-{item['pmid']}", parts, item["pmid"])
            if abstract and _RESULTS in abstract.allowed:
                yield cleaned(abstract)


def _strings(listed: str) -> list[str]:
    """The strings of a printed array, which leaves out the commas between them."""
    tokens = tokenize.generate_tokens(io.StringIO(listed).readline)
    return [ast.literal_eval(token.string) for token in tokens if token.type == tokenize.STRING]


def _split_heading(words: Sequence[str]) -> tuple[str, Sequence[str]]:
    """The longest run of leading capitals that is a known heading, and what follows it."""
    capitals = next((i for i, word in enumerate(words) if not word.isupper() and word not in "&/,"), len(words))
    for size in range(min(capitals, _LONGEST_HEADING), 0, -1):
        heading = " ".join(words[:size]).replace(" ,", ",")
        if len(heading) > 3 and role_of_heading(heading) is not None:
            return heading, words[size:]
    return "", words


def _plain(tokens: str) -> str:
    """Undo the set's spacing around marks, as far as the features see it."""
    for spaced, joined in ((" ,", ","), (" .", "."), (" )", ")"), ("( ", "("), (" %", "%"), (" ;", ";"), (" :", ":")):
        tokens = tokens.replace(spaced, joined)
    return tokens
