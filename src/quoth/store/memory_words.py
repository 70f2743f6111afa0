"""Words of packs, states of files and stored answers of the reference store."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from quoth.errors import BadInput, NotFound
from quoth.model import Abstention, Answer, Concept, ConceptKind, GlossaryEntry, HeldWords, RecordId, Topic, Words
from quoth.store.keys import clean_text, concepts_in_order, records_of
from quoth.store.memory_session import MemorySession
from quoth.store.snapshot import digest_of_words, entry_of_words
from quoth.store.stored import FileState, PackState

__all__ = ["MemoryAnswers", "MemoryWords"]


class MemoryWords(MemorySession):
    """The part of the reference store that holds what packs bring besides records, and how far files got."""

    def put_words(self, words: Words, *, site: bool = False) -> None:
        """Keep a pack's topic and words, replacing what the same pack brought before."""
        with self._change() as state:
            if state.packs.get(words.pack) != (words, site):
                state.packs[words.pack] = (words, site)
                state.revision = self._committed.revision + 1

    def iter_words(self) -> Iterator[HeldWords]:
        """The words of every pack, by name, as they were put."""
        return iter([HeldWords(words, site) for _, (words, site) in sorted(self._state().packs.items())])

    def pack_state(self, pack: str) -> PackState | None:
        """Which edition of a pack is held, or `None`."""
        return next((state for state in self.pack_states() if state.pack == pack), None)

    def pack_states(self) -> tuple[PackState, ...]:
        """All packs, by name."""
        return tuple(
            PackState(words.pack, words.version, site, words.topic.editor if words.topic else "")
            for _, (words, site) in sorted(self._state().packs.items())
        )

    def words_digest(self) -> str:
        """Names the words of all packs."""
        held = self._state().packs.values()
        return digest_of_words(entry_of_words(words, site=site) for words, site in held)

    def topics(self) -> tuple[Topic, ...]:
        """All topics, by pack name."""
        return tuple(words.topic for words in self._words() if words.topic is not None)

    def concepts(self, kind: ConceptKind | None = None) -> tuple[Concept, ...]:
        """All concepts, by kind and name; the same name from several packs once for each origin."""
        held = (concept for words in self._words() for concept in words.concepts)
        return concepts_in_order(concept for concept in held if kind is None or concept.kind is kind)

    def glossary(self) -> tuple[GlossaryEntry, ...]:
        """All glossary entries, by term."""
        held = [entry for words in self._words() for entry in words.glossary]
        return tuple(sorted(held, key=lambda entry: (entry.term, entry.origin)))

    def file_state(self, sha256: str) -> FileState | None:
        """How far the file with these bytes got, or `None` if it was never begun."""
        return self._state().files.get(sha256)

    def put_file_state(self, state: FileState) -> None:
        """Remember how far a file got; inside the same transaction as what it brought."""
        with self._change() as held:
            held.files[state.sha256] = replace(state, name=clean_text(state.name))

    def file_states(self) -> tuple[FileState, ...]:
        """All files, by name then hash."""
        return tuple(sorted(self._state().files.values(), key=lambda state: (state.name, state.sha256)))

    def _words(self) -> tuple[Words, ...]:
        return tuple(words for _, (words, _site) in sorted(self._state().packs.items()))


class MemoryAnswers(MemorySession):
    """The part of the reference store that holds answers."""

    def put_answer(self, answer: Answer | Abstention, *, kept_on: date) -> None:
        """Keep an answer by its id; the same id again is refused unless equal."""
        with self._change() as state:
            state.kept_on.setdefault(answer.id, kept_on)
            if state.answers.setdefault(answer.id, answer) != answer:
                raise BadInput(f"Answer {answer.id!r} is stored with other content. A stored answer is never changed.")

    def delete_answers(self, *, before: date) -> int:
        """Forget the answers that were kept before a day. Returns how many."""
        with self._change() as state:
            gone = [answer_id for answer_id in state.answers if state.kept_on[answer_id] < before]
            for answer_id in gone:
                del state.answers[answer_id], state.kept_on[answer_id]
            return len(gone)

    def answer(self, answer_id: str) -> Answer | Abstention:
        """A stored answer. Raises NotFound."""
        found = self._state().answers.get(answer_id)
        if found is None:
            raise NotFound(
                f"No answer {answer_id!r} in this library. It may have been deleted: ask the question again."
            )
        return found

    def has_answer(self, answer_id: str) -> bool:
        """Whether an answer is stored under this id, without reading it."""
        return answer_id in self._state().answers

    def answer_ids(self) -> tuple[str, ...]:
        """Ids of all stored answers, ascending."""
        return tuple(sorted(self._state().answers))

    def iter_answers(self) -> Iterator[tuple[date, Answer | Abstention]]:
        """Every stored answer with the day on which it was kept, by id."""
        state = self._state()
        return iter([(state.kept_on[answer_id], state.answers[answer_id]) for answer_id in sorted(state.answers)])

    def answers_using(self, record_id: RecordId, *, limit: int) -> tuple[int, tuple[str, ...]]:
        """How many stored answers refer to a record, and the ids of the newest of them."""
        state = self._state()
        names = {record_id, *(name for name, target in state.aliases.items() if target == record_id)}
        found = [answer_id for answer_id, answer in state.answers.items() if names & set(records_of(answer))]
        found.sort(key=lambda answer_id: (-state.kept_on[answer_id].toordinal(), answer_id))
        return len(found), tuple(found[:limit])

    def delete_answer(self, answer_id: str) -> None:
        """Forget a stored answer."""
        with self._change() as state:
            state.answers.pop(answer_id, None)
            state.kept_on.pop(answer_id, None)
