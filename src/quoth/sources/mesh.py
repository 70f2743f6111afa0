"""MeSH descriptors as words: NLM's descriptor XML or ASCII, or tables of descriptors, terms and tree numbers.

A descriptor becomes a concept when its place in the tree makes it one of ours: diseases and mental disorders (C, F03)
are conditions; drugs, procedures and therapies (D, E without E05, which holds the methods of research) are
interventions; groups of persons (M01) are populations. Credit: Medical Subject Headings, U.S. National Library of
Medicine; the year of the edition is in the pack's name.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from lxml import etree

from quoth.errors import BadFile
from quoth.model import Concept, ConceptKind, Refusal, Words
from quoth.sources.items import Item, Options
from quoth.sources.markup import flat_text
from quoth.sources.opening import CutShort, iter_lines
from quoth.sources.xml_guard import new_parser, parse_element
from quoth.sources.xml_records import Damage, cut_records

__all__ = ["kind_of_tree_number", "read"]

# First match wins; a descriptor in several trees takes the first kind that any of its places gives it.
_KINDS: tuple[tuple[ConceptKind, re.Pattern[str]], ...] = (
    (ConceptKind.CONDITION, re.compile(r"C|F03")),
    (ConceptKind.INTERVENTION, re.compile(r"D|E(?!05)")),
    (ConceptKind.POPULATION, re.compile(r"M01")),
)
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_COLUMNS = {
    "ui": ("descriptorui", "mesh_id"),
    "name": ("descriptorname", "mesh_name"),
    "term": ("termname",),
    "tree": ("tree_location", "mesh_tree_number", "treenumber"),
}


@dataclass(slots=True)
class _Descriptor:
    """One descriptor while its rows come in."""

    ui: str
    name: str
    terms: dict[str, str] = field(default_factory=dict)
    """Terms by their folded form, so that variants in case alone are one."""
    trees: list[str] = field(default_factory=list)


def kind_of_tree_number(number: str) -> ConceptKind | None:
    """The kind of concept that a place in the tree makes, or `None` for places that are none of ours."""
    return next((kind for kind, cue in _KINDS if cue.match(number)), None)


def read(path: Path, options: Options) -> Iterator[Item]:
    """Refusals as they come, then one `Words` with all concepts, by descriptor.

    Raises:
        BadFile: the table lacks a column, or the file cannot be opened.
    """
    found: dict[str, _Descriptor] = {}
    head = next((line for line in iter_lines(path, options.limits) if line.strip()), "")
    fatal = False
    reader = _from_xml if head.lstrip().startswith("<") else _from_table
    for refusal in (_from_ascii if head.startswith("*NEWRECORD") else reader)(path, options, found):
        fatal = fatal or refusal.fatal
        yield refusal
    year = _YEAR.search(path.name)
    edition = year.group(0) if year else "unknown"
    concepts = tuple(_concepts(found, f"MeSH {edition}"))
    if concepts and not fatal:
        yield Words(f"mesh-{edition}", edition, None, concepts)
    elif not fatal:
        yield Refusal(path.name, "whole file", "no descriptor in it has a place in the tree that we use")


def _from_xml(path: Path, options: Options, found: dict[str, _Descriptor]) -> Iterator[Refusal]:
    parser = new_parser()
    for piece in cut_records(path, ("DescriptorRecord",), options.limits):
        if isinstance(piece, Damage):
            yield Refusal(path.name, piece.place, piece.reason, piece.fatal)
            continue
        try:
            element = parse_element(piece.data, parser)
        except etree.XMLSyntaxError as fault:
            yield Refusal(path.name, f"record {piece.number}", f"not well-formed XML: {fault.msg}")
            continue
        ui, name = element.findtext("DescriptorUI"), element.find("DescriptorName/String")
        if not ui or name is None:
            yield Refusal(path.name, f"record {piece.number}", "a descriptor without an id or a name")
            continue
        descriptor = found.setdefault(ui, _Descriptor(ui, flat_text(name)))
        descriptor.trees += [flat_text(number) for number in element.iterfind("TreeNumberList/TreeNumber")]
        for term in element.iterfind("ConceptList/Concept/TermList/Term/String"):
            words = flat_text(term)
            descriptor.terms.setdefault(words.casefold(), words)


def _from_ascii(path: Path, options: Options, found: dict[str, _Descriptor]) -> Iterator[Refusal]:
    """Records that begin with *NEWRECORD, a field a line: MH the name, ENTRY a term before its bars, MN a place, UI."""
    record = _Descriptor("", "")
    number = 0
    try:
        for number, line in enumerate(iter_lines(path, options.limits), 1):
            name, _, value = line.partition(" = ")
            if line.startswith("*NEWRECORD"):
                record = _Descriptor("", "")
            elif name == "MH":
                record.name = value.strip()
                record.terms.setdefault(record.name.casefold(), record.name)
            elif name in ("ENTRY", "PRINT ENTRY") and (words := value.partition("|")[0].strip()):
                record.terms.setdefault(words.casefold(), words)
            elif name == "MN":
                record.trees.append(value.strip())
            elif name == "UI":
                record.ui = value.strip()
                if record.ui and record.name:
                    found.setdefault(record.ui, record)
                else:
                    yield Refusal(path.name, f"line {number}", "a descriptor without an id or a name")
    except CutShort as fault:
        yield Refusal(path.name, f"line {number}", str(fault), fatal=True)


def _from_table(path: Path, options: Options, found: dict[str, _Descriptor]) -> Iterator[Refusal]:
    at: dict[str, int] | None = None
    lines = iter_lines(path, options.limits)
    number = 0
    try:
        for number, line in enumerate(lines, 1):
            cells = line.split("\t")
            if at is None:
                header = [cell.strip().casefold() for cell in cells]
                at = {name: header.index(c) for name, columns in _COLUMNS.items() for c in columns if c in header}
                if not {"ui", "name", "tree"} <= set(at):
                    columns = ", ".join(header)
                    raise BadFile(f"{path.name!r} lacks a column of ids, names or tree numbers. Columns: {columns}.")
                continue
            if not line.strip():
                continue
            if len(cells) <= max(at.values()):
                yield Refusal(path.name, f"line {number}", "the row has too few columns")
                continue
            descriptor = found.setdefault(cells[at["ui"]], _Descriptor(cells[at["ui"]], cells[at["name"]].strip()))
            if "term" in at and (words := cells[at["term"]].strip()):
                descriptor.terms.setdefault(words.casefold(), words)
            for place in re.split(r"[;,|\s]+", cells[at["tree"]].strip()):
                if place and place not in descriptor.trees:
                    descriptor.trees.append(place)
    except CutShort as fault:
        yield Refusal(path.name, f"line {number}", str(fault), fatal=True)


def _concepts(found: dict[str, _Descriptor], origin: str) -> Iterator[Concept]:
    kinds: dict[str, ConceptKind] = {}
    names: dict[str, str] = {}
    for descriptor in found.values():
        given = {kind_of_tree_number(number) for number in descriptor.trees}
        if (kind := next((kind for kind, _ in _KINDS if kind in given), None)) is not None:
            kinds[descriptor.ui] = kind
            names |= dict.fromkeys(descriptor.trees, descriptor.name)
    for ui in sorted(kinds):
        descriptor = found[ui]
        above = [names[number.rpartition(".")[0]] for number in descriptor.trees if number.rpartition(".")[0] in names]
        synonyms = [term for folded, term in descriptor.terms.items() if folded != descriptor.name.casefold()]
        yield Concept(
            descriptor.name,
            kinds[ui],
            clinical=tuple(synonyms),
            broader=tuple(dict.fromkeys(name for name in above if name != descriptor.name)),
            mesh=descriptor.name,
            origin=origin,
        )
