"""Makes `src/quoth/data/plain.txt`: common English words that can name no treatment, disease or part of the body.

`data/everyday.txt` is written by hand and argued word by word; people use thousands of other plain words. WordNet
says of each meaning of a word what field it belongs to (a person, a time, a substance, a plant, an act …) and how
often it was met in the Brown corpus. A word is plain when it was met there and no meaning of it lies in a field
where treatments, exposures, diseases, tests or groups of people are found. Words that MeSH uses to name a body part,
a disease, a drug, a living thing or a procedure are left out as well, and so is everything that WordNet derives from
such a word.

    python training/plain_words.py WORDNET DATA     # the folder with index.sense/data.noun …, the folder with mesh/

Source: WordNet 3.0, Princeton University (Debian: package wordnet-base); MeSH 2021, US National Library of Medicine.
"""

import argparse
import gzip
import re
import sys
import textwrap
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from quoth.lexicon.illnesses import illnesses_in
from quoth.text import match_tokens, stem

OUT = Path(__file__).parent.parent / "src" / "quoth" / "data" / "plain.txt"

# Numbers are WordNet's lexicographer files (lexnames(5WN)).
PLAIN_NOUNS = {3, 7, 9, 10, 11, 14, 15, 16, 21, 23, 24, 25, 28}
"""Tops, attribute, cognition, communication, event, group, location, motive, possession, quantity, relation, shape,
time. Left out: act, animal, artifact, body, feeling, food, object, person, phenomenon, plant, process, state and
substance."""
PLAIN_VERBS = {30, 31, 32, 37, 39, 40, 41, 42}
"""Change, cognition, communication, emotion, perception, possession, social, stative. Left out: body, competition,
consumption, contact, creation, motion, weather: what they name can be done as a cure."""
NOUNS, VERBS = set(range(3, 29)), set(range(29, 44))
ADJECTIVES, ADVERBS = {0, 44}, {2}
"""Adjectives of all kinds but the relational ("herbal", "renal")."""
POS = {"1": "n", "2": "v", "3": "a", "4": "r", "5": "a"}
TAKEN_MESH = ("A", "B", "C", "D", "E", "F01.145", "F02", "F03", "F04", "G07", "I03", "J01", "J02", "M01")
"""MeSH branches whose names are things to have, to take or to be: bodies, organisms, diseases, drugs, procedures,
behaviour, disorders, therapies, nutrition, leisure, materials, foods, persons."""
SHORT = re.compile(r"(?:[^aeiou]+|[^aeiou]*[aeiou][^aeiou]+)[aeiou][bdgklmnprtvz]")
"""Verbs that double their last letter: "stop", "admit"."""
HARMLESS = {
    *("worker", "relative", "friend", "associate", "leader", "expert", "professional", "communicator", "creator"),
    *("neighbor", "acquaintance", "unwelcome_person", "good_person", "building", "room", "road", "shop", "office"),
}
"""Kinds of people and places, as WordNet calls them, that tell who or where, and nothing that is taken or done."""
HARMFUL = {
    *("health_professional", "therapist", "practitioner", "sufferer", "patient", "athlete", "contestant", "drug_user"),
    *("bathhouse", "gymnasium", "sauna", "sickroom", "bathroom", "hospital_room", "bedroom", "child", "adult_female"),
    *("psychologist", "scientist", "religious_person", "spiritual_leader", "preparation", "trainer", "caregiver"),
}
FEW = 2
"""A word met fewer times than this is no everyday word."""
_NAMED = (
    # Fields of WordNet do not see these: named by people as treatments, exposures, findings or groups of people.
    """
    astrology homeopathy hypnosis mantra meditation mindfulness music prayer reiki yoga hymn song tune poem poetry
    chant rhythm melody symphony magic faith religion spiritual philosophy psychology therapy
    therapeutic clinical surgical medical dental nutritional vegetarian vegan organic natural artificial synthetic
    electric electrical electronic magnetic mechanical manual digital virtual remote sterile raw frozen fresh warm hot
    cold cool wet dry salty sweet sour bitter spicy bland liquid solid soft hard elastic tight loose heavy light
    pregnant diabetic obese overweight elderly infant adolescent blind deaf disabled homeless infected contagious
    itchy sore painful numb stiff swollen tender tired dizzy sick ill unwell drunk sober asleep awake sleepy
    acute chronic mild moderate severe recurrent persistent young younger youngest old older oldest adult minority
    dialysed dialyse aerated vaccinate vaccinated immunise immunised inoculate sedate sedated medicate medicated
    winter summer spring autumn money income sad sadder saddest lonely unhappy miserable happy hopeless empty
    depressed anxious nervous manic bipolar suicidal psychotic paranoid
    breast chest back neck stroke shock strain sprain burn cut wound fall break fracture pressure fat skinny thin
    weight height diet fast fasting rest sleep exercise sport game dance walk run swim climb ride drive touch hold
    smell taste light sound noise ringing ringings colour color heat chill
    """
)
NOT_PLAIN = frozenset(_NAMED.split())


def main() -> None:
    """Write the list."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("wordnet", type=Path)
    parser.add_argument("data", type=Path)
    given = parser.parse_args()
    words = plain_words(given.wordnet, given.data)
    adjectives = _adjectives(given.wordnet)
    scenery = scenery_words(given.wordnet, given.data) - words
    sections = (("adjectives", words & adjectives), ("others", words - adjectives), ("scenery", scenery))
    text = [f"\n[{name}]\n" + "\n".join(textwrap.wrap(" ".join(sorted(part)), 118)) for name, part in sections]
    OUT.write_text(HEADER + "\n".join(text) + "\n", encoding="utf-8")
    sys.stdout.write(f"{len(words)} plain words, {len(scenery)} of scenery\n")


HEADER = """\
# Common English words that can name no treatment, disease, test, part of the body or group of people; and, as scenery,
# common words that can, but name no disease and no drug: told beside a question they say nothing of what it asks for.
# Made by training/plain_words.py from WordNet 3.0 (Copyright 2006 by Princeton University, all rights reserved; the
# licence is in NOTICE) and MeSH 2021. What is argued word by word stands in everyday.txt.
"""


def plain_words(wordnet: Path, data: Path) -> set[str]:
    """Folded words in every form in which they are plain."""
    senses, met = _senses(wordnet), _met(wordnet)
    risky = {word for word, fields in senses.items() if not fields <= _plain_fields()}
    derived = set(_derived(wordnet, risky))
    harmless = _harmless(wordnet)
    taken = _taken(data)
    taken_harmless = _taken(data, tuple(branch for branch in TAKEN_MESH if branch != "M01"))
    kept: set[str] = set()
    for word, fields in senses.items():
        if (
            met[word] < FEW
            or (word in risky and word not in harmless)
            or word in derived
            or word in NOT_PLAIN
            or len(word) < 3
        ):
            continue
        if word in harmless:
            kept.update(form for form in (word, word + "s") if not {form, stem(form)} & taken_harmless)
            continue
        kept.update(
            form for form in _forms(word, fields, wordnet) if form not in risky and not {form, stem(form)} & taken
        )
    return {token.form for form in kept for token in match_tokens(form) if not illnesses_in(token.form)} - NOT_PLAIN


def scenery_words(wordnet: Path, data: Path) -> set[str]:
    """Folded words that name no disease, drug or procedure by themselves, in every form."""
    senses, met = _senses(wordnet), _met(wordnet)
    taken = _taken(data, ("C", "D01", "D02", "D03", "D04", "D06", "D12", "D26", "D27", "E02", "E04", "F03"))
    kept = {
        form
        for word, fields in senses.items()
        if met[word] and len(word) >= 3
        for form in _forms(word, fields, wordnet)
        if not {form, stem(form)} & taken
    }
    return {
        token.form
        for form in kept
        for token in match_tokens(form)
        if not illnesses_in(token.form) and stem(token.form) != stem("fracture")
    }


def _plain_fields() -> set[int]:
    return PLAIN_NOUNS | PLAIN_VERBS | ADJECTIVES | ADVERBS


def _senses(wordnet: Path) -> dict[str, set[int]]:
    """Single words -> the fields of all their meanings."""
    senses: dict[str, set[int]] = defaultdict(set)
    for pos in ("noun", "verb", "adj", "adv"):
        for line in _rows(wordnet / f"data.{pos}"):
            parts = line.split(" ")
            for number in range(int(parts[3], 16)):
                word = parts[4 + 2 * number].split("(")[0]
                senses[word.lower()].add(int(parts[1]) if word.islower() or pos != "noun" else -1)
    return {word: fields - {-1} for word, fields in senses.items() if word.isalpha() and fields - {-1}}


def _harmless(wordnet: Path) -> set[str]:
    """Nouns all of whose risky meanings are a trade, a relation of people or a place indoors or on the road."""
    kinds: dict[str, tuple[int, list[str], list[str]]] = {}
    for line in _rows(wordnet / "data.noun"):
        parts = line.split(" ")
        count = int(parts[3], 16)
        at = 4 + 2 * count
        above = [parts[at + 2 + 4 * n] for n in range(int(parts[at])) if parts[at + 1 + 4 * n] in ("@", "@i")]
        kinds[parts[0]] = (int(parts[1]), [parts[4 + 2 * n].lower() for n in range(count)], above)

    def chain(offset: str) -> set[str]:
        words, edge, seen = set[str](), [offset], set[str]()
        while edge:
            one = edge.pop()
            if one not in seen:
                seen.add(one)
                words.update(kinds[one][1])
                edge.extend(kinds[one][2])
        return words

    good: dict[str, bool] = {}
    for offset, (field, words, _) in kinds.items():
        if field in PLAIN_NOUNS:
            continue
        above = chain(offset)
        fine = bool(above & HARMLESS) and not above & HARMFUL
        for word in words:
            good[word] = good.get(word, True) and fine
    verbs = {w for line in _rows(wordnet / "data.verb") for w in [line.split(" ")[4].lower()]}
    return {word for word, fine in good.items() if fine and word not in verbs}


def _adjectives(wordnet: Path) -> set[str]:
    """Words that can stand before a noun and say which kind of it is meant."""
    rows = (line.split(" ") for line in _rows(wordnet / "data.adj"))
    return {parts[4 + 2 * n].split("(")[0].lower() for parts in rows for n in range(int(parts[3], 16))}


def _met(wordnet: Path) -> Counter[str]:
    """How often a word was met in the tagged corpus, in any meaning."""
    met: Counter[str] = Counter()
    for line in (wordnet / "cntlist.rev").read_text(encoding="ascii").splitlines():
        sense, _, count = line.split(" ")
        met[sense.split("%")[0]] += int(count)
    return met


def _derived(wordnet: Path, risky: set[str]) -> Iterator[str]:
    """Words that WordNet ties to a risky meaning by derivation: "magnetic" to "magnet"."""
    lemmas: dict[tuple[str, str], tuple[int, list[str]]] = {}
    links: list[tuple[str, str, str]] = []
    letter = {"noun": "n", "verb": "v", "adj": "a", "adv": "r"}
    for pos in letter:
        for line in _rows(wordnet / f"data.{pos}"):
            parts = line.split(" ")
            count = int(parts[3], 16)
            words = [parts[4 + 2 * n].split("(")[0].lower() for n in range(count)]
            lemmas[letter[pos], parts[0]] = (int(parts[1]), words)
            at = 4 + 2 * count
            for n in range(int(parts[at])):
                symbol, offset, to, places = parts[at + 1 + 4 * n : at + 5 + 4 * n]
                if symbol in ("+", "\\") and pos == "adj" and to in "nv":
                    own = words[int(places[:2], 16) - 1] if places[:2] != "00" else words[0]
                    links.append((own, f"{to}{offset}", places[2:]))
    for own, target, place in links:
        field, words = lemmas[target[0], target[1:]]
        if field not in _plain_fields() | {12, 18, 26, 22, 4} and words[int(place, 16) - 1] in risky:
            yield own


def _taken(data: Path, branches: tuple[str, ...] = TAKEN_MESH) -> set[str]:
    """The single words that MeSH names things by in these branches, with their stems."""
    taken: set[str] = set()
    with gzip.open(data / "mesh" / "mesh2021_terms_trees.tsv.gz", "rt", encoding="utf-8") as lines:
        next(lines)
        for line in lines:
            _, _, term, place, _ = line.rstrip("\n").split("\t")
            words = [token.form for token in match_tokens(term)]
            if place.startswith(branches) and len(words) == 1:
                taken.update((words[0], stem(words[0])))
    return taken


def _forms(word: str, fields: set[int], wordnet: Path) -> Iterator[str]:
    """The word, its plural, and for verbs their other forms."""
    yield word
    ending = word + ("es" if word.endswith(("s", "x", "z", "ch", "sh")) else "s")
    ending = word[:-1] + "ies" if word.endswith("y") and word[-2] not in "aeiou" else ending
    if fields & (NOUNS | VERBS):
        yield ending
    if fields & ADJECTIVES and len(word) <= 6:
        bare = word[:-1] + "i" if word.endswith("y") else word.removesuffix("e")
        yield from (bare + "er", bare + "est")
    if fields & VERBS:
        bare = word.removesuffix("e") if not word.endswith(("ee", "ye", "oe")) else word
        doubled = word + word[-1] if SHORT.fullmatch(word) else bare
        yield ending[:-1] + "d" if ending.endswith("ies") else doubled + ("d" if doubled.endswith("e") else "ed")
        yield doubled + "ing"
        yield from _irregular(wordnet).get(word, ())


def _irregular(wordnet: Path, memo: dict[Path, dict[str, list[str]]] = {}) -> dict[str, list[str]]:  # noqa: B006
    if wordnet not in memo:
        forms: dict[str, list[str]] = defaultdict(list)
        for line in (wordnet / "verb.exc").read_text(encoding="ascii").splitlines():
            form, *lemmas = line.split(" ")
            for lemma in lemmas:
                forms[lemma].append(form)
        memo[wordnet] = forms
    return memo[wordnet]


def _rows(file: Path) -> Iterator[str]:
    with file.open(encoding="ascii") as lines:
        yield from (line for line in lines if not line.startswith("  "))


if __name__ == "__main__":
    main()
