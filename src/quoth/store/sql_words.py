"""Words of packs, states of files and stored answers, in a database."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import chain, groupby, permutations
from typing import Any

from sqlalchemy import delete, func, insert, select, update

from quoth.errors import BadInput, NotFound
from quoth.model import (
    Abstention,
    Answer,
    Concept,
    ConceptKind,
    GlossaryEntry,
    HeldWords,
    RecordId,
    Topic,
    Words,
    decode,
    encode,
)
from quoth.store.keys import askable, clean_text, concepts_in_order, records_of
from quoth.store.session import SqlSession
from quoth.store.snapshot import digest_of_words, entry_of_words
from quoth.store.stored import FileState, PackState
from quoth.store.tables import aliases, answer_records, answers, files, pack_concepts, packs

__all__ = ["SqlAnswers", "SqlFiles", "SqlWords"]

_ANSWERS_AT_ONCE = 50


class SqlWords(SqlSession):
    """The part of the database store that holds what packs bring besides records."""

    def put_words(self, words: Words, *, site: bool = False) -> None:
        """Keep a pack's topic and words, replacing what the same pack brought before."""
        entry = entry_of_words(words, site=site)
        with self._transaction() as connection:
            held = connection.execute(select(packs.c.entry).where(packs.c.name == words.pack)).scalar()
            if held is not None:
                if bytes(held) == entry:
                    remember = update(packs).where(packs.c.name == words.pack, packs.c.runs.is_(None))
                    connection.execute(remember.values(runs=encode(_runs(words.concepts))))
                    return
                self._writing.removed.append(bytes(held))
                connection.execute(delete(pack_concepts).where(pack_concepts.c.pack == words.pack))
                connection.execute(delete(packs).where(packs.c.name == words.pack))
            row = {
                "name": words.pack,
                "version": words.version,
                "site": site,
                "editor": words.topic.editor if words.topic else "",
                "entry": entry,
                "topic": encode(words.topic) if words.topic else None,
                "glossary": encode(words.glossary),
                "runs": encode(_runs(words.concepts)),
            }
            connection.execute(insert(packs), row)
            by_kind: dict[ConceptKind, list[Concept]] = {}
            for concept in words.concepts:
                by_kind.setdefault(concept.kind, []).append(concept)
            rows = [{"pack": words.pack, "kind": kind.value, "noun": encode(them)} for kind, them in by_kind.items()]
            if rows:
                connection.execute(insert(pack_concepts), rows)
            self._writing.added.append(entry)

    def iter_words(self) -> Iterator[HeldWords]:
        """The words of every pack, by name, as they were put."""
        with self._reading() as connection:
            names = connection.execute(select(packs.c.name).order_by(packs.c.name)).scalars().all()
        for name in names:
            with self._reading() as connection:
                row = connection.execute(select(packs).where(packs.c.name == name)).one()
                kinds = connection.execute(select(pack_concepts).where(pack_concepts.c.pack == name)).all()
            yield _held_words(row, {kind.kind: decode(bytes(kind.noun), tuple[Concept, ...]) for kind in kinds})

    def pack_state(self, pack: str) -> PackState | None:
        """Which edition of a pack is held, or `None`."""
        with self._reading() as connection:
            row = connection.execute(select(*_STATE).where(packs.c.name == pack)).one_or_none()
        return None if row is None else _state(row)

    def pack_states(self) -> tuple[PackState, ...]:
        """All packs, by name."""
        with self._reading() as connection:
            return tuple(_state(row) for row in connection.execute(select(*_STATE).order_by(packs.c.name)))

    def words_digest(self) -> str:
        """Names the words of all packs."""
        with self._reading() as connection:
            return digest_of_words(bytes(entry) for entry in connection.execute(select(packs.c.entry)).scalars())

    def topics(self) -> tuple[Topic, ...]:
        """All topics, by pack name."""
        held = select(packs.c.topic).where(packs.c.topic.is_not(None)).order_by(packs.c.name)
        with self._reading() as connection:
            nouns = connection.execute(held).scalars().all()
        return tuple(decode(bytes(noun), Topic) for noun in nouns if noun is not None)

    def concepts(self, kind: ConceptKind | None = None) -> tuple[Concept, ...]:
        """All concepts, by kind and name; the same name from several packs once for each origin."""
        held = select(pack_concepts.c.noun).order_by(pack_concepts.c.pack, pack_concepts.c.kind)
        held = held if kind is None else held.where(pack_concepts.c.kind == kind.value)
        with self._reading() as connection:
            nouns = connection.execute(held).scalars().all()
        found = (concept for noun in nouns for concept in decode(bytes(noun), tuple[Concept, ...]))
        return concepts_in_order(found)

    def glossary(self) -> tuple[GlossaryEntry, ...]:
        """All glossary entries, by term."""
        with self._reading() as connection:
            nouns = connection.execute(select(packs.c.glossary).order_by(packs.c.name)).scalars().all()
        found = [entry for noun in nouns for entry in decode(bytes(noun), tuple[GlossaryEntry, ...])]
        return tuple(sorted(found, key=lambda entry: (entry.term, entry.origin)))


class SqlFiles(SqlSession):
    """The part of the database store that knows how far each file got."""

    def file_state(self, sha256: str) -> FileState | None:
        """How far the file with these bytes got, or `None` if it was never begun."""
        with self._reading() as connection:
            noun = connection.execute(select(files.c.noun).where(files.c.sha256 == sha256)).scalar()
        return None if noun is None else decode(bytes(noun), FileState)

    def put_file_state(self, state: FileState) -> None:
        """Remember how far a file got; inside the same transaction as what it brought."""
        state = replace(state, name=clean_text(state.name))
        row = self._insert(files).values(sha256=state.sha256, name=state.name, noun=encode(state))
        changes = {"name": row.excluded.name, "noun": row.excluded.noun}
        with self._transaction() as connection:
            connection.execute(row.on_conflict_do_update(index_elements=[files.c.sha256], set_=changes))

    def file_states(self) -> tuple[FileState, ...]:
        """All files, by name then hash."""
        with self._reading() as connection:
            nouns = connection.execute(select(files.c.noun).order_by(files.c.name, files.c.sha256)).scalars().all()
        return tuple(decode(bytes(noun), FileState) for noun in nouns)


class SqlAnswers(SqlSession):
    """The part of the database store that holds answers, each for as long as nobody deletes it, and unchanged."""

    def put_answer(self, answer: Answer | Abstention, *, kept_on: date) -> None:
        """Keep an answer by its id; the same id again is refused unless equal."""
        kind = "answer" if isinstance(answer, Answer) else "abstention"
        noun = encode(answer)
        with self._transaction() as connection:
            held = connection.execute(select(answers.c.kind, answers.c.noun).where(answers.c.id == answer.id)).first()
            if held is None:
                row = {"id": answer.id, "kind": kind, "kept_on": kept_on.isoformat(), "noun": noun}
                connection.execute(insert(answers), row)
                if used := records_of(answer):
                    rows = [{"answer_id": answer.id, "record_id": record_id} for record_id in used]
                    connection.execute(insert(answer_records), rows)
            elif held.kind != kind or bytes(held.noun) != noun:
                raise BadInput(f"Answer {answer.id!r} is stored with other content. A stored answer is never changed.")

    def delete_answers(self, *, before: date) -> int:
        """Forget the answers that were kept before a day. Returns how many."""
        with self._transaction() as connection:
            gone = connection.execute(delete(answers).where(answers.c.kept_on < before.isoformat()))
            return gone.rowcount

    def answer(self, answer_id: str) -> Answer | Abstention:
        """A stored answer. Raises NotFound."""
        with self._reading() as connection:
            held = select(answers.c.kind, answers.c.noun).where(answers.c.id.in_(askable([answer_id])))
            row = connection.execute(held).first()
        if row is None:
            raise NotFound(
                f"No answer {answer_id!r} in this library. It may have been deleted: ask the question again."
            )
        return decode(bytes(row.noun), Answer) if row.kind == "answer" else decode(bytes(row.noun), Abstention)

    def has_answer(self, answer_id: str) -> bool:
        """Whether an answer is stored under this id, without reading it."""
        with self._reading() as connection:
            held = select(answers.c.id).where(answers.c.id.in_(askable([answer_id])))
            return connection.execute(held).first() is not None

    def answer_ids(self) -> tuple[str, ...]:
        """Ids of all stored answers, ascending."""
        with self._reading() as connection:
            return tuple(connection.execute(select(answers.c.id).order_by(answers.c.id)).scalars())

    def iter_answers(self) -> Iterator[tuple[date, Answer | Abstention]]:
        """Every stored answer with the day on which it was kept, by id; memory stays flat."""
        last = ""
        while True:
            page = select(answers).where(answers.c.id > last).order_by(answers.c.id).limit(_ANSWERS_AT_ONCE)
            with self._reading() as connection:
                rows = connection.execute(page).all()
            for row in rows:
                noun = bytes(row.noun)
                kept = date.fromisoformat(row.kept_on)
                yield kept, decode(noun, Answer) if row.kind == "answer" else decode(noun, Abstention)
            if len(rows) < _ANSWERS_AT_ONCE:
                return
            last = rows[-1].id

    def answers_using(self, record_id: RecordId, *, limit: int) -> tuple[int, tuple[str, ...]]:
        """How many stored answers refer to a record, and the ids of the newest of them."""
        before = select(aliases.c.id).where(aliases.c.record_id.in_(askable([record_id])))
        is_it = answer_records.c.record_id.in_(askable([record_id])) | answer_records.c.record_id.in_(before)
        used = select(answer_records.c.answer_id).where(is_it)
        newest = select(answers.c.id).where(answers.c.id.in_(used)).order_by(answers.c.kept_on.desc(), answers.c.id)
        with self._reading() as connection:
            found = connection.execute(select(func.count()).select_from(answers).where(answers.c.id.in_(used)))
            return found.scalar_one(), tuple(connection.execute(newest.limit(limit)).scalars())

    def delete_answer(self, answer_id: str) -> None:
        """Forget a stored answer."""
        with self._transaction() as connection:
            connection.execute(delete(answers).where(answers.c.id == answer_id))


_STATE = (packs.c.name, packs.c.version, packs.c.site, packs.c.editor)


def _state(row: Any) -> PackState:  # noqa: ANN401 - rows are typed by their columns at run time
    return PackState(row.name, row.version, bool(row.site), row.editor)


def _runs(concepts: Sequence[Concept]) -> tuple[tuple[str, int], ...]:
    """(kind, how many of it stand together), in the order of the words."""
    return tuple((kind, sum(1 for _ in them)) for kind, them in groupby(concepts, key=lambda one: one.kind.value))


def _held_words(row: Any, by_kind: dict[str, tuple[Concept, ...]]) -> HeldWords:  # noqa: ANN401 - as above
    """The words of a pack in the order in which they came."""
    topic = decode(bytes(row.topic), Topic) if row.topic is not None else None
    plain = Words(row.name, row.version, topic, (), decode(bytes(row.glossary), tuple[GlossaryEntry, ...]))
    if row.runs is not None:
        rest = {kind: iter(them) for kind, them in by_kind.items()}
        runs = decode(bytes(row.runs), tuple[tuple[str, int], ...])
        found = [next(rest[kind]) for kind, count in runs for _ in range(count)]
        return HeldWords(replace(plain, concepts=tuple(found)), bool(row.site))
    held = HeldWords(plain, bool(row.site))
    for order in permutations(sorted(by_kind)):
        words = replace(plain, concepts=tuple(chain.from_iterable(by_kind[kind] for kind in order)))
        held = HeldWords(words, bool(row.site))
        if entry_of_words(words, site=held.site) == bytes(row.entry):
            break
    return held
