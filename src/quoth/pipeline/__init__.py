"""The story: what happens in which order. Every step is a function of a stage; nothing of medicine is decided here."""

from quoth.pipeline.asking import Outcome, ask, check_stored, forget, stored_page, topic_question
from quoth.pipeline.catalogue import Overview, PassageView, SourceView, browse, overview, passage, source
from quoth.pipeline.ingesting import IngestReport, Options, Progress, ingest, rebuild_index
from quoth.pipeline.parts import Parts, Vocabulary
from quoth.pipeline.recommending import Recommendations, TextProposals, recommendations, rule

__all__ = [
    "IngestReport",
    "Options",
    "Outcome",
    "Overview",
    "Parts",
    "PassageView",
    "Progress",
    "Recommendations",
    "SourceView",
    "TextProposals",
    "Vocabulary",
    "ask",
    "browse",
    "check_stored",
    "forget",
    "ingest",
    "overview",
    "passage",
    "rebuild_index",
    "recommendations",
    "rule",
    "source",
    "stored_page",
    "topic_question",
]
