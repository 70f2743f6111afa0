"""The people of a question as MeSH's check tags name them: what indexers say of who was studied.

A report that is tagged with the people who are asked about goes before one that fits as well and is not
(docs/decisions/0115). It is no wall: most reports on adults carry no tag that says so, and some carry none at all.
"""

from collections.abc import Mapping

from quoth.model import Question

__all__ = ["tags_asked"]

# The groups of `search.populations`, each with the check tags of whoever belongs to it (NLM, MEDLINE indexing).
_TAGS: Mapping[str, frozenset[str]] = {
    "infants": frozenset({"Infant", "Infant, Newborn"}),
    "children": frozenset({"Child", "Child, Preschool", "Infant", "Infant, Newborn", "Adolescent"}),
    "adolescents": frozenset({"Adolescent"}),
    "older people": frozenset({"Aged", "Aged, 80 and over"}),
    "pregnancy": frozenset({"Pregnancy", "Pregnant Women"}),
}


def tags_asked(question: Question) -> frozenset[str]:
    """The check tags of the people that a question names; empty where it names none, or others than these."""
    return frozenset().union(*(_TAGS.get(mention.concept.name, frozenset()) for mention in question.populations))
