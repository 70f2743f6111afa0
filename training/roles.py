# ruff: noqa: T201 - a script prints its figures
"""Train the sentence-role model and measure it: `python training/roles.py DATA [--out FILE]`. See README.md here."""

import argparse
import sys
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from scipy import sparse

sys.path.insert(0, str(Path(__file__).parent))

from chain import FORBIDDEN, Chain, Grammar, fit
from full_text import Teacher, teach
from role_data import (
    ROLES,
    Abstract,
    ebm_nlp,
    is_held_out,
    labelled_sections,
    not_held_out,
    piboso,
    pubmedqa,
    scifact,
)

from quoth.evidence.role_model.chain_roles import ChainRoles
from quoth.evidence.role_model.role_features import FEATURES_VERSION, features_of
from quoth.evidence.role_model.role_file import RoleWeights, pack_weights, unpack_weights

SEED = 20261126
"""Nothing is drawn at random; the number names the training run and is kept in the file."""
_AT_LEAST = 4
_L2 = 5.0
_ITERATIONS = 60
_KEPT_FEATURES = 60_000
_STATES = 2
"""Of each role: a sentence begins a section, or goes on with it."""


def main() -> None:
    """Train on four fifths, print the figures of the held-out fifth, write the file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="folder with the five sets of role_data")
    parser.add_argument("--out", type=Path, default=Path("src/quoth/data/roles.model"))
    parser.add_argument("--l2", type=float, default=_L2)
    parser.add_argument("--iterations", type=int, default=_ITERATIONS)
    options = parser.parse_args()
    labelled, partial = list(labelled_sections(options.data)), list(piboso(options.data))
    others = {"SciFact": scifact, "EBM-NLP": ebm_nlp, "PubMedQA": pubmedqa}
    sets = {name: list(load(options.data)) for name, load in others.items()}
    train = not_held_out([*labelled, *(a for them in sets.values() for a in them), *partial], options.data)
    began = time.perf_counter()
    weights = train_roles(train, teach(options.data), l2=options.l2, iterations=options.iterations)
    data = pack_weights(weights)
    model = ChainRoles(unpack_weights(data))
    print(f"trained on {len(train)} abstracts in {time.perf_counter() - began:.0f} s; {len(data)} bytes")
    held_out = [a for a in labelled if is_held_out(a.id)]
    report("held-out abstracts, protocols of trials among them", model, held_out)
    report("held-out abstracts that report results", model, [a for a in held_out if a.reports_results])
    printed = labelled_sections(options.data, as_printed=True)
    report("the same, labels as printed", model, [a for a in printed if is_held_out(a.id)])
    for name, abstracts in sets.items():
        report(f"held-out {name} abstracts", model, [a for a in abstracts if is_held_out(a.id)])
    report_partial("held-out NICTA-PIBOSO", model, [a for a in partial if is_held_out(a.id)])
    options.out.parent.mkdir(parents=True, exist_ok=True)
    options.out.write_bytes(data)
    print(f"wrote {options.out}")


def train_roles(train: Sequence[Abstract], teacher: Teacher, *, l2: float, iterations: int) -> RoleWeights:
    """Fit the chain on the abstracts and on what the teacher says, keep the weightiest features, round to int8."""
    rows = [features for abstract in train for features in features_of(abstract.sentences)]
    counts = Counter(feature for row in rows for feature in row)
    names = sorted(
        name for name, count in counts.items() if count >= _AT_LEAST and "\n" not in name and "\0" not in name
    )
    place = {name: i for i, name in enumerate(names)}
    columns = [[place[name] for name in row if name in place] for row in rows]
    pointers = np.cumsum([0, *map(len, columns)])
    flat = np.concatenate([np.sort(np.array(row, dtype=np.int64)) for row in columns])
    matrix = sparse.csr_matrix((np.ones(len(flat)), flat, pointers), shape=(len(rows), len(names)))
    allowed = np.zeros((len(rows), _STATES * len(ROLES)), dtype=bool)
    for row, roles in enumerate(roles for abstract in train for roles in abstract.allowed):
        allowed[row, [_STATES * role + state for role in roles for state in range(_STATES)]] = True
    given = np.array([teacher.scores(sentence) for abstract in train for sentence in abstract.sentences])
    lengths = [len(a.sentences) for a in train]
    chain = fit(matrix, given, lengths, allowed, _grammar(), l2=l2, iterations=iterations)
    return _rounded(chain, names, teacher)


def _grammar() -> Grammar:
    """A section is begun before it goes on, and a role is not begun again while it lasts."""
    size = _STATES * len(ROLES)
    moves, starts = np.full((size, size), FORBIDDEN), np.full(size, FORBIDDEN)
    starts[::_STATES] = 0.0
    for before in range(size):
        for after in range(size):
            same, begins = before // _STATES == after // _STATES, after % _STATES == 0
            if same != begins:
                moves[before, after] = 0.0
    return Grammar(moves, starts)


def _rounded(chain: Chain, names: Sequence[str], teacher: Teacher) -> RoleWeights:
    """One table for both: the teacher's rows, as the chain weighs them, are added to the chain's."""
    everything = sorted({*names, *teacher.place})
    place = {name: i for i, name in enumerate(everything)}
    weights = np.zeros((len(everything), chain.weights.shape[1]))
    weights[[place[name] for name in names]] = chain.weights
    weights[[place[name] for name in teacher.place]] += teacher.weights @ chain.of_given
    centred = weights - weights.mean(axis=1, keepdims=True)
    strength = np.abs(centred).max(axis=1)
    scale = float(strength.max()) / 127
    kept = [i for i in np.argsort(-strength, kind="stable")[:_KEPT_FEATURES] if strength[i] >= scale / 2]
    kept.sort()
    numbers = np.clip(np.rint(centred[kept] / scale), -127, 127).astype(np.int8)
    moves = chain.moves + _grammar().moves
    return RoleWeights(
        tuple(role.value for role in ROLES for _ in range(_STATES)),
        tuple(everything[i] for i in kept),
        numbers.tobytes(),
        scale,
        tuple(tuple(round(float(value), 2) for value in row) for row in moves),
        FEATURES_VERSION,
        SEED,
        "Evidence Inference abstracts and full texts (CC BY, CC0 articles), SciFact, EBM-NLP, PubMedQA, "
        "NICTA-PIBOSO; one fifth of each held out by hash",
    )


def report(name: str, model: ChainRoles, abstracts: Sequence[Abstract]) -> float:
    """Print and give the F1 over sentences whose section has one role, weighted by how often each role occurs."""
    seen: Counter[tuple[int, int]] = Counter()
    began = time.perf_counter()
    for abstract in abstracts:
        for label, allowed in zip(model.label(abstract.sentences), abstract.allowed, strict=True):
            if len(allowed) == 1:
                seen[min(allowed), ROLES.index(label.role)] += 1
    took = time.perf_counter() - began
    total = seen.total()
    merged = sum(n for (truth, read), n in seen.items() if truth == read or {truth, read} == {0, 1})
    weighted = 0.0
    for index, role in enumerate(ROLES):
        right = seen[index, index]
        were = sum(n for (truth, _), n in seen.items() if truth == index)
        said = sum(n for (_, read), n in seen.items() if read == index)
        f1 = 2 * right / max(1, were + said)
        weighted += f1 * were / total
        shares = f"precision {right / max(1, said):.3f}  recall {right / max(1, were):.3f}"
        print(f"  {role.value:<12} F1 {f1:.3f}  {shares}  n {were}")
    print(
        f"{name}: weighted F1 {weighted:.4f} on {total} sentences of {len(abstracts)}; {total / took:.0f} sentences/s"
    )
    print(f"  background and aim taken as one: {merged / total:.4f} of sentences right")
    return weighted


def report_partial(name: str, model: ChainRoles, abstracts: Sequence[Abstract]) -> None:
    """Print how often a sentence got a role that its partial label allows."""
    right = total = offered = wrong = 0
    for abstract in abstracts:
        for label, allowed in zip(model.label(abstract.sentences), abstract.allowed, strict=True):
            if len(allowed) == len(ROLES):
                continue
            role = ROLES.index(label.role)
            total += 1
            right += role in allowed
            if role >= 3:
                offered += 1
                wrong += allowed.isdisjoint({3, 4})
    print(f"{name}: {right / total:.4f} of {total} labels allowed")
    print(f"  of {offered} read as result or conclusion, {1 - wrong / offered:.4f} may be")


if __name__ == "__main__":
    main()
