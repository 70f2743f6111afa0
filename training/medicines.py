"""Makes `src/quoth/data/packs/medicines.yaml`: brand names and other names of medicines, and the class each belongs to.

A person asks about "Panadol" or "ramipril" where guidelines say "paracetamol" and "ACE inhibitors". Other names come
from MeSH 2021 (entry terms of one word) and from MedQuAD's "generic (Brand)"; what is asked of neither stands in
`READ`, with where it was read. The class comes from the stem of the international nonproprietary name, or from a
list with its source.

    python training/medicines.py DATA        # the folder with mesh/ and medquad.tar.xz

Sources: MeSH 2021, US National Library of Medicine; MedQuAD, CC BY 4.0, Ben Abacha and Demner-Fushman 2019,
doi:10.1186/s12859-019-3119-4; stems: WHO, "The use of stems in the selection of international nonproprietary names".
"""

import argparse
import gzip
import re
import sys
import tarfile
from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import yaml

PACKS = Path(__file__).parent.parent / "src" / "quoth" / "data" / "packs"
OUT = PACKS / "medicines.yaml"
VERSION = "2026.11.27.1"

STEMS = {
    # Stem of the INN -> class, as the packs call it.
    "pril": "ACE inhibitors",
    "sartan": "angiotensin receptor blockers",
    "dipine": "calcium channel blockers",
    "tiazem": "calcium channel blockers",
    "pamil": "calcium channel blockers",
    "olol": "beta-blockers",
    "thiazide": "thiazides",
    "gliflozin": "SGLT2 inhibitors",
    "gliptin": "DPP-4 inhibitors",
    "glutide": "GLP-1 receptor agonists",
    "natide": "GLP-1 receptor agonists",
    "glitazone": "thiazolidinediones",
    "triptyline": "tricyclic antidepressants",
    "pramine": "tricyclic antidepressants",
    "coxib": "COX-2 inhibitors",
    "profen": "NSAIDs",
    "fenac": "NSAIDs",
    "oxicam": "NSAIDs",
    "prazole": "proton-pump inhibitor",
    "floxacin": "fluoroquinolones",
    "gepant": "gepants",
}
NOT_BY_STEM = ("piprazole", "zolol", "pindolol")
"""Endings that hold a stem by chance or name laboratory substances: aripiprazole is no proton-pump inhibitor."""
MEMBERS = {
    # Classes that the stem does not tell, by MeSH heading. Read in MedQuAD (NIDDK: diabetes medicines, nerve damage;
    # NINDS: migraine, pain; NHLBI: blood pressure) and in the packs' own sources (NICE NG59 and NG222, ACP 2023).
    "SSRIs": ["citalopram", "escitalopram", "fluoxetine", "fluvoxamine", "paroxetine", "sertraline"],
    "SNRIs": ["duloxetine hydrochloride", "venlafaxine hydrochloride", "desvenlafaxine succinate"],
    "sulphonylureas": ["glyburide", "gliclazide", "glipizide", "glimepiride", "tolbutamide", "chlorpropamide"],
    "opioids": [
        "codeine",
        "morphine",
        "oxycodone",
        "hydrocodone",
        "hydromorphone",
        "fentanyl",
        "methadone",
        "tapentadol",
        "tramadol",
        "buprenorphine",
    ],
    "weak opioids": ["codeine"],
    "antiepileptics": [
        "carbamazepine",
        "gabapentin",
        "lamotrigine",
        "pregabalin",
        "topiramate",
        "valproic acid",
        "levetiracetam",
        "phenytoin",
    ],
    "antihistamines": ["cetirizine", "loratadine", "diphenhydramine", "chlorpheniramine", "promethazine"],
    "decongestants": ["pseudoephedrine", "oxymetazoline", "phenylephrine"],
    "NSAIDs": ["naproxen", "indomethacin", "meloxicam", "piroxicam", "etodolac"],
    "beta-lactams": ["amoxicillin", "cephalexin", "amoxicillin-potassium clavulanate combination"],
    "GLP-1 receptor agonists": ["exenatide", "liraglutide"],
    "nicotine replacement": ["nicotine chewing gum"],
    "stop-smoking medicines": [*("varenicline", "bupropion", "nicotine chewing gum", "tobacco use cessation devices")],
}
READ = {
    # Names newer than MeSH 2021 or sold in Britain, each read beside its generic name on public pages: formularies
    # (Oregon's preferred drug list), the FDA's approvals as reported, sellers' product pages.
    "semaglutide": (["Ozempic", "Wegovy", "Rybelsus"], "GLP-1 receptor agonists"),
    "dulaglutide": (["Trulicity"], "GLP-1 receptor agonists"),
    "tirzepatide": (["Mounjaro", "Zepbound"], None),
    "empagliflozin": (["Jardiance"], "SGLT2 inhibitors"),
    "dapagliflozin": (["Farxiga", "Forxiga"], "SGLT2 inhibitors"),
    "canagliflozin": (["Invokana"], "SGLT2 inhibitors"),
    "paracetamol": (["Calpol"], None),
    "ibuprofen": (["Nurofen"], None),
    "valproate": (["Epilim"], None),
    "atogepant": (["Qulipta"], None),
    "erenumab": (["Aimovig"], None),
    "fremanezumab": (["Ajovy"], None),
    "galcanezumab": (["Emgality"], None),
    "eptinezumab": (["Vyepti"], None),
    "nitrofurantoin": (["Macrobid"], None),
    "fosfomycin": (["Monurol"], None),
    "methenamine hippurate": (["Hiprex"], None),
    "finerenone": (["Kerendia"], None),
    "vortioxetine": (["Trintellix"], None),
    "escitalopram": (["Cipralex"], "SSRIs"),
    "insulin glargine": (["Toujeo"], None),
    "rimegepant": (["Nurtec"], "gepants"),
    "ubrogepant": (["Ubrelvy"], "gepants"),
    # emc and NPS leaflets, the Northern Ireland formulary, Medscape UK, makers' and clinics' product pages.
    "hyaluronic acid injection": (
        [
            *("Synvisc", "Synvisc-One", "Hyalgan", "Supartz", "Orthovisc", "Monovisc", "Euflexxa", "Gel-One"),
            *("Durolane", "Ostenil", "Ostenil Plus", "hylan G-F 20", "rooster comb injection", "rooster comb jabs"),
        ],
        None,
    ),
    "vaginal oestrogen": (
        [
            *("Ovestin", "Vagifem", "estriol cream", "estriol pessary", "topical estriol", "vaginal estriol"),
            *("estradiol cream", "estradiol pessary", "topical estrogen"),
        ],
        None,
    ),
    "corticosteroid injection": (
        [
            *("Depo-Medrone", "Depomedrone", "Depo-Medrol", "Kenalog", "methylprednisolone injection"),
            *("triamcinolone injection", "prednisolone injection", "hydrocortisone injection"),
        ],
        None,
    ),
    "systemic corticosteroids": (["prednisolone", "prednisone", "dexamethasone tablets"], None),
    "anaesthetic ear drops": (["Otigo", "phenazone", "phenazone and lidocaine"], None),
    "urine alkalinising agents": (["Cystopurin", "potassium citrate", "potassium citrate sachets"], None),
    "nicotine replacement": (["NiQuitin", "Nicotinell"], None),
}
SAME = {
    # MeSH heading -> what the packs call it, where no term is the same.
    "acetaminophen": "paracetamol",
    "valproic acid": "valproate",
    "duloxetine hydrochloride": "duloxetine",
    "venlafaxine hydrochloride": "venlafaxine",
    "desvenlafaxine succinate": "desvenlafaxine",
    "sitagliptin phosphate": "sitagliptin",
    "saxagliptin": "saxagliptin",
    "glyburide": "glibenclamide",
    "indomethacin": "indometacin",
    "cephalexin": "cefalexin",
    "chlorpheniramine": "chlorphenamine",
    "trimethoprim, sulfamethoxazole drug combination": "trimethoprim-sulfamethoxazole",
    "amoxicillin-potassium clavulanate combination": "amoxicillin-clavulanate",
    "tobacco use cessation devices": "nicotine replacement",
    "nicotine chewing gum": "fast-acting nicotine replacement",
    "botulinum toxins, type a": "botulinum toxin injection",
    "hypericum": "St John's wort",
}
HEAD = """\
# Made by training/medicines.py from MeSH 2021 (US National Library of Medicine), MedQuAD (CC BY 4.0) and the stems of
# international nonproprietary names (WHO). Do not edit: change the maker.
"""
_ONE_WORD = re.compile(r"[a-z]{4,20}")
_BRANDS = re.compile(r"\b([a-z]{5,})(?: [a-z]{4,})? \(([A-Z][a-z]{3,}(?:, [A-Z][a-z]{3,})*)(?:, others)?\)")
_MAKER = re.compile(r" \([^()]+\)$")  # "zyban (anti-smoking)"
_CHEMICAL = re.compile(r"(?:yl|ine|ide|ate|ol|one|ic|acid|oid|oxy|amino|hydro)$")


def main() -> None:
    """Write the pack."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    concepts = _concepts(parser.parse_args().data)
    pack = {
        "quoth_pack": 1,
        "pack": "medicines",
        "version": VERSION,
        "title": "Names of medicines",
        "rendition": "summary",
        "editor": "quoth starter library",
        "as_of": "2026-11-27",
        "licence": "CC-BY-4.0",
        "concepts": concepts,
    }
    OUT.write_text(HEAD + yaml.safe_dump(pack, sort_keys=False, allow_unicode=True, width=118), encoding="utf-8")
    sys.stdout.write(f"{len(concepts)} medicines, {sum(len(c.get('lay', ())) for c in concepts)} other names\n")


def _concepts(data: Path) -> list[dict[str, object]]:
    terms = _mesh_drugs(data / "mesh" / "mesh2021_terms_trees.tsv.gz")
    brands = _brands(data / "medquad.tar.xz")
    ours = _pack_words()
    known = {word for words in ours.values() for word in words}
    times: dict[str, int] = defaultdict(int)
    for words in terms.values():
        for word in words:
            times[word] += 1
    shared = [brand for names in brands.values() for brand in names]
    made: list[dict[str, object]] = []
    for heading, words in sorted(terms.items()):
        name = SAME.get(heading) or next((own for own, theirs in ours.items() if heading in theirs), heading)
        classes = _classes(heading, name)
        if name not in ours and not classes:
            continue
        also = {word for word in words if times[word] == 1 and _is_name(word)} | _own(
            brands.get(heading, set()), shared
        )
        also |= _own(brands.get(name, set()), shared) | ({heading} if heading != name and _is_name(heading) else set())
        also -= known | {name}
        if also or classes:
            made.append(_concept(name, also, classes))
    made = [concept for concept in made if not _is_route(str(concept["name"]))]
    made += [_concept(name, set(also), [of] if of else []) for name, (also, of) in READ.items()]
    return _merged(made)


def _own(names: set[str], shared: list[str]) -> set[str]:
    """Brands of this medicine alone: a brand that two medicines share is a mixture of them."""
    return {name for name in names if shared.count(name) == 1}


def _concept(name: str, also: set[str], classes: list[str]) -> dict[str, object]:
    also = {word for word in also if not (word.islower() and word.capitalize() in also)}
    shown = sorted(word.capitalize() if word.islower() and not _CHEMICAL.search(word) else word for word in also)
    concept: dict[str, object] = {"name": name, "kind": "intervention"}
    if shown:
        concept["lay"] = shown
    if classes := [one for one in classes if one != name]:
        concept["broader"] = classes
    return concept


def _merged(concepts: list[dict[str, object]]) -> list[dict[str, object]]:
    by_name: dict[str, dict[str, object]] = {}
    for concept in concepts:
        held = by_name.setdefault(str(concept["name"]), concept)
        for field in ("lay", "broader"):
            both = [*held.get(field, []), *concept.get(field, [])]  # type: ignore[misc]
            if both:
                held[field] = sorted(set(both))
    wider = {str(b) for c in by_name.values() for b in c.get("broader", [])}  # type: ignore[attr-defined]
    for name in sorted(wider - by_name.keys()):
        by_name[name] = {"name": name, "kind": "intervention"}
    return [by_name[name] for name in sorted(by_name, key=str.casefold)]


def _classes(heading: str, name: str) -> list[str]:
    ends = tuple(one for one in (name, heading.split(" ")[0]) if not one.endswith(NOT_BY_STEM))
    stems = [of for stem, of in STEMS.items() if any(one.endswith(stem) for one in ends)]
    return list(dict.fromkeys([*stems, *(of for of, members in MEMBERS.items() if heading in members)]))


def _mesh_drugs(file: Path) -> Mapping[str, set[str]]:
    """Headings of chemicals and herbs with all their terms."""
    terms: dict[str, set[str]] = defaultdict(set)
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        next(lines)
        for line in lines:
            _, heading, term, place, _ = line.rstrip("\n").split("\t")
            if place.startswith("D") or heading in SAME:
                terms[heading.lower()].update((term.lower(), _MAKER.sub("", term.lower())))
    return {heading: words for heading, words in terms.items() if len(heading.split(" ")) <= 5}


def _brands(archive: Path) -> Mapping[str, set[str]]:
    """Generic names with the brands that MedQuAD's pages put in brackets behind them."""
    brands: dict[str, set[str]] = defaultdict(set)
    with tarfile.open(archive) as files:
        for member in files:
            if member.name.endswith(".xml") and (opened := files.extractfile(member)):
                for generic, names in _BRANDS.findall(opened.read().decode("utf-8", "replace")):
                    brands[generic].update(names.split(", "))
    return brands


def _pack_words() -> Mapping[str, set[str]]:
    """Interventions of the other packs with all their words, folded."""
    words: dict[str, set[str]] = defaultdict(set)
    for file in sorted(PACKS.glob("*.yaml")):
        if file != OUT:
            for concept in yaml.safe_load(file.read_text(encoding="utf-8")).get("concepts") or []:
                if concept["kind"] == "intervention":
                    own = (concept["name"], *(concept.get("lay") or ()), *(concept.get("clinical") or ()))
                    words[concept["name"]].update(word.lower() for word in own)
    return words


def _is_route(name: str) -> bool:
    """True for what is put into a body in one way only: its substance's brands may be for another."""
    return name.endswith("injection") and name not in SAME.values()


def _is_name(word: str) -> bool:
    return bool(_ONE_WORD.fullmatch(word)) and word not in _ordinary()


@cache
def _ordinary() -> frozenset[str]:
    """English words: a brand that reads like one is left out."""
    files = [(PACKS.parent / name).read_text(encoding="utf-8") for name in ("plain.txt", "everyday.txt")]
    rows = (line for text in files for line in text.splitlines() if not line.startswith(("#", "[")))
    return frozenset(word for row in rows for word in row.split())


if __name__ == "__main__":
    main()
