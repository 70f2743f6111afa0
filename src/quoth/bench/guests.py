"""What a guest's sentence has to be to stand: changed meanings refused, lawful edits let through, liars never shown."""

import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from quoth.bench.answer_key import load_answer_key
from quoth.bench.hostile import Hostile, Sentence, Shown
from quoth.bench.lawful import LAWFUL
from quoth.bench.libraries import ask_keyed, opened_library
from quoth.bench.meanings import changed_meanings, figures_of, real_texts, statement_of
from quoth.bench.measurement import Measured, Measurement
from quoth.bench.measures import Bench
from quoth.bench.perturbing.words import drugs_of
from quoth.bench.statistics import mean_with_interval
from quoth.check import Checker, borne_by
from quoth.llm import Scripted
from quoth.model import (
    Answer,
    GuestMode,
)
from quoth.pipeline.guest import GuestLimits, with_guest

__all__ = ["Parameters", "measure"]


@dataclass(frozen=True, slots=True)
class Parameters:
    """How many cases of each kind, and how many replies of a hostile guest."""

    each: int = 300
    replies: int = 10_000
    key: str = "tests/acceptance/answer_key"


def measure(parameters: Parameters, bench: Bench) -> Measured:
    """Count. A sentence that may not stand and does is a fault, whatever edits are named for it."""
    texts = real_texts(bench.places.data)
    flat = [sentence for text in texts for sentence in text]
    drugs = drugs_of(flat)
    refused, held = changed_meanings(texts, drugs, parameters.each, bench)
    verbatim, lawful, refused_lawful = _lawful(flat, parameters.each, bench)
    hostile = _hostile(parameters, drugs, bench)
    return Measured(
        (
            *figures_of(refused, bench),
            mean_with_interval("verbatim_refused", verbatim, seed=bench.seed),
            mean_with_interval("lawful_refused", lawful, seed=bench.seed),
            *hostile,
        ),
        (*held, *refused_lawful),
    )


def _lawful(flat: Sequence[str], each: int, bench: Bench) -> tuple[list[float], list[float], list[str]]:
    random = Random(f"{bench.seed} lawful")  # noqa: S311 - cases, no secret
    tidy = [sentence for sentence in flat if len(sentence.split()) >= 5 and sentence[:1].isupper()]
    verbatim = [float(borne_by(s, [statement_of(s)]) is None) for s in random.sample(tidy, min(5000, len(tidy)))]
    refused: list[float] = []
    kinds: Counter[str] = Counter()
    for name, make in LAWFUL.items():
        made = 0
        for sentence in random.sample(tidy, len(tidy)):
            pair = make(sentence, random)
            if pair is not None:
                missed = borne_by(pair[1], [statement_of(pair[0])]) is None
                refused.append(float(missed))
                kinds[name] += missed
                made += 1
            if made == each:
                break
    for _ in range(each):
        one, two = random.sample(tidy, 2)
        joined = one.rstrip(".") + random.choice(("; ", ". ")) + two
        missed = borne_by(joined, [statement_of(one), statement_of(two)]) is None
        refused.append(float(missed))
        kinds["join"] += missed
    bench.say(f"{len(refused)} lawful edits, {int(sum(refused))} refused")
    return verbatim, refused, [f"{count} lawful refused: {name}" for name, count in kinds.items() if count]


def _hostile(parameters: Parameters, drugs: tuple[str, ...], bench: Bench) -> Iterator[Measurement]:
    random = Random(f"{bench.seed} hostile")  # noqa: S311 - lies, no secret
    shown = unsupported = replaced = silent = 0
    with tempfile.TemporaryDirectory() as folder, opened_library(Path(folder)) as parts:
        key = load_answer_key(bench.places.repository / parameters.key)
        made = (ask_keyed(keyed, parts).page for keyed in key)
        pages = [page for page in made if isinstance(page, Answer) and _can_be_lied_about(page)]
        checker = Checker(parts.store)
        every = [each.quote.text for page in pages for each in page.statements()]
        for number in range(parameters.replies):
            page = pages[number % len(pages)]
            reply, labelled = _liar(page, every, drugs, random).reply()
            found = with_guest(
                page, Scripted([reply, reply]), GuestMode.PROSE, GuestLimits(30.0, 100_000), verify=checker.verify
            )
            kept = found.guest.sentences if found.guest else ()
            own = [each for each in kept if not each.replaced]
            shown += len(own)
            replaced += len(kept) - len(own)
            silent += not kept
            quotes = {each.id: each.quote.text for each in page.statements()}
            unsupported += sum(not _may_stand(each.text, labelled) for each in own)
            unsupported += sum(each.text != quotes[each.statements[0]] for each in kept if each.replaced)
            if number % 1000 == 999:
                bench.say(f"{number + 1:,} replies of a liar: {shown} sentences shown, {unsupported} unsupported")
    yield Measurement("replies", float(parameters.replies))
    yield Measurement("unsupported_shown", float(unsupported), n=shown + replaced)
    yield Measurement("own_words_shown", float(shown), n=parameters.replies)
    yield Measurement("replaced_by_quote", float(replaced), n=parameters.replies)
    yield Measurement("pages_without_guest", float(silent), n=parameters.replies)


def _may_stand(text: str, labelled: Sequence[Sentence]) -> bool:
    return any(good and " ".join(said.split()) == text for said, _, good in labelled)


def _can_be_lied_about(page: Answer) -> bool:
    """Whether it has two statements that say different things: fewer cannot be shuffled."""
    return len({each.quote.text for each in page.statements() if len(each.quote.text) <= 700}) > 1


def _liar(page: Answer, elsewhere: Sequence[str], drugs: tuple[str, ...], random: Random) -> Hostile:
    """A liar about the statements of the page that a guest is shown, numbered as they are for it."""
    held = [each for each in page.statements() if len(each.quote.text) <= 700][:40]
    shown = [Shown(n, each.quote.text, each.issuer or "", each.year) for n, each in enumerate(held, start=1)]
    own = {each.text for each in shown}
    return Hostile(random, shown, [text for text in elsewhere if text not in own], drugs)
