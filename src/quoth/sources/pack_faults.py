"""Everything that is wrong with a pack, all at once, each fault with its record, field and line.

Two kinds are put together here: what pydantic says about single fields, and what does not fit together across the pack
(names declared twice or not at all, successors that do not exist). The second kind is looked for in the raw data too,
so that one misspelt field does not hide the rest.
"""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel, ValidationError

from quoth.model import ConceptKind
from quoth.sources import pack_schema
from quoth.sources.pack_yaml import Parsed, Path
from quoth.text.nearest import did_you_mean

__all__ = ["faults_of"]

RESERVED_RECORD_IDS = frozenset(["differences"])
_STATEMENTS = ("key_results", "recommendations")


def faults_of(parsed: Parsed) -> tuple[pack_schema.Pack | None, list[str]]:
    """The pack, and its faults in the order of the file; the pack is `None` where a field alone is already wrong."""
    found: list[tuple[int, str]] = []

    def add(path: Path, reason: str) -> None:
        line = parsed.line(path)
        found.append((line or 0, f"{_place(parsed.value, path)}: {reason}" + (f" (line {line})." if line else ".")))

    pack = None
    if not isinstance(parsed.value, dict):
        return None, ["the file: a pack is a mapping that begins with 'quoth_pack: 1' (line 1)."]
    try:
        pack = pack_schema.Pack.model_validate(parsed.value)
    except ValidationError as invalid:
        for error in invalid.errors(include_url=False):
            path: Path = tuple(error["loc"])
            add(path, _reason(error, path))
    for path, reason in _links(parsed.value):
        add(path, reason)
    return pack, [text for _, text in sorted(found, key=lambda fault: fault[0])]


def _place(value: dict[str, Any], path: Path) -> str:
    """Where a fault is, as "records[3] 'willy-2019' field recommendations[2].action"."""
    if not path:
        return "the file"
    if len(path) < 2 or not isinstance(path[1], int):
        return f"field {_dotted(path)}"
    items = value.get(str(path[0]))
    item = items[path[1]] if isinstance(items, list) and path[1] < len(items) else None
    name = next((item[key] for key in ("id", "name", "term") if key in item), None) if isinstance(item, dict) else None
    head = f"{path[0]}[{path[1]}]" + (f" {str(name)!r}" if name is not None else "")
    return head + (f" field {_dotted(path[2:])}" if len(path) > 2 else "")


def _dotted(path: Path) -> str:
    text = ""
    for part in path:
        text += f"[{part}]" if isinstance(part, int) else f".{part}" if text else str(part)
    return text


def _reason(error: Any, path: Path) -> str:  # noqa: ANN401 - pydantic's ErrorDetails
    """Pydantic's complaint in the words of whoever writes a pack."""
    kind, given, context = error["type"], error.get("input"), error.get("ctx", {})
    shown = repr(given)[:80]
    if kind == "missing":
        return "is missing"
    if kind == "extra_forbidden":
        known = sorted(_model_at(path).model_fields)
        return f"is not a field of a pack. Known here: {', '.join(known)}" + _close(str(path[-1]), known)
    if kind in {"enum", "literal_error"}:
        known_values = str(context["expected"]).replace("'", "").replace(" or ", ", ")
        return f"{shown} is not known. Known: {known_values}"
    if kind == "value_error":
        return str(context["error"])
    if kind in {"string_type", "string_sub_type"}:
        return f"{shown} is not text. Expected text; put it in quotes if it is meant as text"
    if kind in {"tuple_type", "list_type"}:
        return f"{shown} is not a list. Expected a list, such as [a, b]"
    if kind == "string_pattern_mismatch":
        return f"{shown} is not allowed. Expected to match {context['pattern']}"
    if kind in {"model_type", "model_attributes_type"}:
        return f"{shown} is not a mapping. Expected fields, such as 'text: …'"
    if kind in {"int_type", "int_parsing", "int_from_float"}:
        return f"{shown} is not a whole number"
    return f"{shown}: {str(error['msg'])[0].lower()}{str(error['msg'])[1:]}"


_MODELS: dict[str, type[BaseModel]] = {
    "concepts": pack_schema.PackConcept,
    "glossary": pack_schema.PackGlossaryEntry,
    "differences": pack_schema.PackDifference,
    "records": pack_schema.PackRecord,
    "key_results": pack_schema.PackResult,
    "conclusion": pack_schema.PackConclusion,
    "recommendations": pack_schema.PackRecommendation,
}


def _model_at(path: Path) -> type[BaseModel]:
    model: type[BaseModel] = pack_schema.Pack
    for part in path[:-1]:
        model = _MODELS.get(str(part), model)
    return model


def _close(word: str, known: list[str]) -> str:
    meant = did_you_mean(word, known)
    return f".{meant}" if meant else ""


def _links(value: dict[str, Any]) -> Iterator[tuple[Path, str]]:
    """Faults across the pack, from raw data that may itself be wrong anywhere."""
    records = _mappings(value, "records")
    ids = [str(record.get("id")) for _, record in records]
    yield from _twice("records", "id", records)
    yield from _twice("glossary", "term", _mappings(value, "glossary"))
    yield from _concepts(value)
    for position, record in records:
        if record.get("id") in RESERVED_RECORD_IDS:
            yield ("records", position, "id"), f"{record['id']!r} is kept for the pack's differences. Choose another id"
    yield from _successors(records)
    for position, difference in _mappings(value, "differences"):
        for at, name in _names(difference, "records"):
            if name not in ids:
                yield (
                    ("differences", position, "records", at),
                    f"{name!r} is no record of this pack" + _close(name, ids),
                )
    if records:
        for name in ("condition", "question"):
            if not value.get(name):
                yield (name,), "is missing. A pack with records needs it"


def _twice(where: str, key: str, items: list[tuple[int, dict[str, Any]]]) -> Iterator[tuple[Path, str]]:
    first: dict[str, int] = {}
    for position, item in items:
        name = str(item.get(key))
        if key in item and first.setdefault(name.casefold(), position) != position:
            yield (
                (where, position, key),
                f"{name!r} stands twice; it is first used by {where}[{first[name.casefold()]}]",
            )


def _concepts(value: dict[str, Any]) -> Iterator[tuple[Path, str]]:
    concepts = _mappings(value, "concepts")
    pairs = Counter((str(c.get("name")).casefold(), c.get("kind")) for _, c in concepts)
    for position, concept in concepts:
        if pairs[str(concept.get("name")).casefold(), concept.get("kind")] > 1:
            yield ("concepts", position, "name"), f"{concept.get('name')!r} is declared more than once as this kind"
            pairs[str(concept.get("name")).casefold(), concept.get("kind")] = 0
    declared = {
        kind: {str(c["name"]) for _, c in concepts if c.get("kind") == kind and "name" in c} for kind in ConceptKind
    }
    everything = set().union(*declared.values())
    synonyms = {
        word: str(c.get("name")) for _, c in concepts for key in ("lay", "clinical") for _, word in _names(c, key)
    }
    for path, kind, name in _uses(value):
        known = everything if kind is None else declared[kind]
        if name not in known:
            what = "concept" if kind is None else f"concept of kind {kind.value}"
            hint = (
                f". It is a synonym of {synonyms[name]!r}: use that"
                if name in synonyms
                else _close(name, sorted(known))
            )
            yield path, f"{name!r} is not declared as a {what} of this pack" + hint


def _uses(value: dict[str, Any]) -> Iterator[tuple[Path, ConceptKind | None, str]]:
    """Every place where a pack uses a concept's name, with the kind that must be declared."""
    if isinstance(value.get("condition"), str) and value["condition"]:
        yield ("condition",), ConceptKind.CONDITION, value["condition"]
    for position, concept in _mappings(value, "concepts"):
        for at, name in _names(concept, "broader"):
            yield ("concepts", position, "broader", at), None, name
    holders: list[tuple[Path, dict[str, Any]]] = [
        (("differences", at), difference) for at, difference in _mappings(value, "differences")
    ]
    for position, record in _mappings(value, "records"):
        holders.append((("records", position), record))
        for field in _STATEMENTS:
            holders += [(("records", position, field, at), item) for at, item in _mappings(record, field)]
        if isinstance(record.get("conclusion"), dict):
            holders.append((("records", position, "conclusion"), record["conclusion"]))
    for path, holder in holders:
        for field, kind in (("interventions", ConceptKind.INTERVENTION), ("conditions", ConceptKind.CONDITION)):
            for at, name in _names(holder, field):
                yield (*path, field, at), kind, name


def _successors(records: list[tuple[int, dict[str, Any]]]) -> Iterator[tuple[Path, str]]:
    after = {str(record.get("id")): record.get("superseded_by") for _, record in records}
    for position, record in records:
        successor, own = record.get("superseded_by"), str(record.get("id"))
        if successor is None or successor == "":
            continue
        path: Path = ("records", position, "superseded_by")
        if str(successor) not in after:
            yield path, f"{str(successor)!r} is no record of this pack" + _close(str(successor), sorted(after))
            continue
        seen, step = {own}, str(successor)
        while step in after and step not in seen:
            seen.add(step)
            step = str(after[step]) if after[step] else ""
        if step == own:
            yield path, "leads back to this record; one record must be the newest"


def _mappings(value: dict[str, Any], key: str) -> list[tuple[int, dict[str, Any]]]:
    items = value.get(key)
    return [(at, item) for at, item in enumerate(items) if isinstance(item, dict)] if isinstance(items, list) else []


def _names(value: dict[str, Any], key: str) -> list[tuple[int, str]]:
    items = value.get(key)
    return [(at, item) for at, item in enumerate(items) if isinstance(item, str)] if isinstance(items, list) else []
