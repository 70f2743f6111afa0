"""The abstracts that go out with a found set: the source's own words, where its licence does not limit them."""

from quoth.model import Fidelity, Form, Record, allowance
from quoth.pipeline.parts import Parts

__all__ = ["Abstracts"]


class Abstracts:
    """The abstract of a record, read when it is asked for: a found set may be the whole library."""

    def __init__(self, parts: Parts) -> None:
        """Nothing has been asked for yet."""
        self._store = parts.store
        self.withheld = 0
        """How many were not given, since so many words of them may be quoted at most, or none (decision 0066)."""

    def __call__(self, record: Record) -> str:
        """The abstract, or nothing: an editor's summary is no abstract, and a limited one is not copied whole."""
        held = (one.rendition for one in self._store.renditions(record.id))
        own = [text for text in held if text.form is Form.ABSTRACT and text.fidelity is Fidelity.VERBATIM]
        for text in own:
            if allowance(text.licence or record.licence).most_words is None:
                return text.text
        self.withheld += bool(own)
        return ""

    def told(self) -> str:
        """What to say of those that were withheld; empty where none was."""
        if not self.withheld:
            return ""
        what = "abstract was" if self.withheld == 1 else "abstracts were"
        return f"{self.withheld:,} {what} left out: the licence limits how many words may be quoted."
