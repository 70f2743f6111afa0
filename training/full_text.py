"""Which section of a full text a sentence comes from: a large, rough teacher for the small set of labelled abstracts.

The trials of Evidence Inference whose full text is CC BY or CC0 head their sections "Introduction", "Methods",
"Results", "Discussion", "Conclusion". A linear model of those headings, by the sentence's own words alone, knows far
more words than three thousand abstracts teach; the chain weighs what it says. Articles of the held-out fifth are left
out here as well.
"""

import re
import tarfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from lxml import etree
from numpy.typing import NDArray
from role_data import is_held_out
from scipy import optimize, sparse

from quoth.evidence.role_model.role_features import own_features, words_of
from quoth.text import sentences

__all__ = ["Teacher", "teach"]

Floats = NDArray[np.float64]
_HEADED = (
    re.compile(r"introduction|background"),
    re.compile(r"(?!.*result)(?:materials?|methods?|patients|subjects|methodology|study design)"),
    re.compile(r"results?$|findings$"),
    re.compile(r"(?!.*result)discussion"),
    re.compile(r"(?!.*result)(?:.*discussion.*)?(?:conclusions?|summary|interpretation)\b"),
)
_CONCLUSION = len(_HEADED) - 1
"""Often a section of the discussion, where the others are sections of the body."""
_AT_LEAST = 15
_L2 = 3.0
_ITERATIONS = 60
_SHORTEST, _SHORTEST_PARAGRAPH, _LONGEST_PARAGRAPH = 26, 30, 6_000


@dataclass(frozen=True)
class Teacher:
    """`weights[n_features, n_sections]`, centred over the sections, with the place of each feature's row."""

    weights: Floats
    place: dict[str, int]

    def scores(self, sentence: str) -> Floats:
        """`float64[n_sections]`: what the sentence's own words say."""
        rows = [self.place[name] for name in own_features(words_of(sentence)) if name in self.place]
        total: Floats = self.weights[np.sort(rows)].sum(axis=0) if rows else np.zeros(self.weights.shape[1])
        return total


def teach(data: Path) -> Teacher:
    """Read every full text outside the held-out fifth and fit the model: multinomial, sections weighted alike."""
    texts, labels = zip(*_sentences(data / "evidence_inference" / "nxml_cc-by_cc0.tar.xz"), strict=True)
    rows = [own_features(words_of(text)) for text in texts]
    counts = Counter(name for row in rows for name in row)
    names = sorted(name for name, count in counts.items() if count >= _AT_LEAST)
    place = {name: i for i, name in enumerate(names)}
    weights = _fit([sorted(place[name] for name in row if name in place) for row in rows], labels, len(names))
    return Teacher(weights - weights.mean(axis=1, keepdims=True), place)


def _fit(columns: Sequence[Sequence[int]], labels: Sequence[int], n_features: int) -> Floats:
    flat = np.fromiter((i for row in columns for i in row), dtype=np.int32)
    pointers = np.cumsum([0, *map(len, columns)])
    matrix = sparse.csr_matrix((np.ones(len(flat), np.float32), flat, pointers), shape=(len(columns), n_features))
    turned, size = matrix.T.tocsr(), len(_HEADED)
    truth = np.eye(size, dtype=np.float32)[np.array(labels)]
    share = truth @ (len(labels) / size / truth.sum(axis=0))[:, None]

    def loss(flat: Floats) -> tuple[float, Floats]:
        weights = flat.reshape(-1, size).astype(np.float32)
        scores = matrix @ weights
        scores -= scores.max(axis=1, keepdims=True)
        raised = np.exp(scores)
        total = raised.sum(axis=1, keepdims=True)
        value = float((share * (np.log(total) - (scores * truth).sum(axis=1, keepdims=True))).sum())
        gradient = turned @ (share * (raised / total - truth)).astype(np.float32) + 2 * _L2 * weights
        return value + _L2 * float((weights**2).sum()), gradient.ravel().astype(np.float64)

    start = np.zeros(n_features * size)
    best = optimize.minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": _ITERATIONS, "maxcor": 5})
    found: Floats = best.x.reshape(-1, size)
    return found


def _sentences(archive: Path) -> Iterator[tuple[str, int]]:
    parser = etree.XMLParser(load_dtd=False, no_network=True, resolve_entities=False)
    with tarfile.open(archive) as files:
        members = sorted((m for m in files.getmembers() if m.name.endswith(".nxml")), key=lambda m: m.name)
        for member in members:
            article = Path(member.name).stem.removeprefix("PMC")
            content = None if is_held_out(article) else files.extractfile(member)
            if content is not None:
                yield from _of_article(etree.fromstring(content.read(), parser))


def _of_article(root: etree._Element) -> Iterator[tuple[str, int]]:
    for section in root.iterfind(".//body//sec"):
        label = _label(section)
        if label is None or (label != _CONCLUSION and section.getparent().tag != "body"):
            continue
        for paragraph in section.iter("p"):
            above = list(paragraph.iterancestors())
            if any(one.tag in ("table-wrap", "fig") for one in above):
                continue
            if label != _CONCLUSION and any(one.tag == "sec" and _label(one) == _CONCLUSION for one in above):
                continue
            text = " ".join("".join(paragraph.itertext()).split())
            if _SHORTEST_PARAGRAPH <= len(text) <= _LONGEST_PARAGRAPH:
                yield from ((text[a:b], label) for a, b in sentences(text) if b - a >= _SHORTEST)


def _label(section: etree._Element) -> int | None:
    """What the section's title says, the conclusion before all others ("Discussion and conclusions")."""
    title = section.find("title")
    heading = " ".join("".join(title.itertext()).split()).casefold().strip("0123456789. :") if title is not None else ""
    order = (_CONCLUSION, *range(_CONCLUSION))
    return next((index for index in order if _HEADED[index].match(heading)), None)
