"""Publication types: which names are known, and what to say of one that is not.

A type that nobody knows and that stands on no record would find nothing in silence; one that is known may find nothing.
"""

from collections.abc import Callable

from quoth.errors import BadInput
from quoth.model import Design
from quoth.search.boolean.atoms import Atom, Keys, Kinds, Words
from quoth.search.boolean.fields import TYPE_OF_KIND, folded_kind

__all__ = ["refuse_unknown_type"]

# As PubMed offers them: https://pubmed.ncbi.nlm.nih.gov/help/#publication-types
_TYPES = """
Adaptive Clinical Trial; Address; Autobiography; Bibliography; Biography; Books and Documents; Case Reports;
Classical Article; Clinical Conference; Clinical Study; Clinical Trial; Clinical Trial Protocol;
Clinical Trial, Phase I; Clinical Trial, Phase II; Clinical Trial, Phase III; Clinical Trial, Phase IV;
Clinical Trial, Veterinary; Collected Work; Comment; Comparative Study; Congress;
Consensus Development Conference; Consensus Development Conference, NIH; Controlled Clinical Trial;
Corrected and Republished Article; Dataset; Dictionary; Directory; Duplicate Publication; Editorial;
English Abstract; Equivalence Trial; Evaluation Study; Expression of Concern; Festschrift; Government Publication;
Guideline; Historical Article; Interactive Tutorial; Interview; Introductory Journal Article; Journal Article; Lecture;
Legal Case; Legislation; Letter; Meta-Analysis; Multicenter Study; Network Meta-Analysis; News; Newspaper Article;
Observational Study; Observational Study, Veterinary; Patient Education Handout; Periodical Index;
Personal Narrative; Portrait; Practice Guideline; Pragmatic Clinical Trial; Preprint; Published Erratum;
Randomized Controlled Trial;
Randomized Controlled Trial, Veterinary; Research Support, American Recovery and Reinvestment Act;
Research Support, N.I.H., Extramural; Research Support, N.I.H., Intramural; Research Support, Non-U.S. Gov't;
Research Support, U.S. Gov't, Non-P.H.S.; Research Support, U.S. Gov't, P.H.S.; Retracted Publication;
Retraction of Publication; Review; Scientific Integrity Review; Scoping Review; Systematic Review; Technical Report;
Twin Study; Validation Study; Video-Audio Media; Webcast
"""
_SHOWN = 20


def _known() -> tuple[str, ...]:
    return tuple(" ".join(name.split()) for name in _TYPES.split(";"))


def refuse_unknown_type(atom: Atom, matching: Callable[[Atom], Keys]) -> None:
    """For a kind of study that found nothing.

    Raises:
        BadInput: no database names it so; the message has the kinds that this library holds.
    """
    if not isinstance(atom, Words) or atom.fields != ("types",) or atom.truncated:
        return
    said = folded_kind(atom.text)
    known = {folded_kind(name) for name in (*_known(), *Design, *TYPE_OF_KIND.values())}
    if said in known:
        return
    held = {design.value: len(matching(Kinds((design.value,)))) for design in Design}
    for name in map(str.lower, _known()):
        held[name] = max(held.get(name, 0), len(matching(Words(name, ("types",)))))
    most = sorted((name for name, count in held.items() if count), key=lambda name: (-held[name], name))
    names = ", ".join(f'"{name}"' if " " in name else name for name in most[:_SHOWN])
    raise BadInput(
        f"{atom.text!r} is no publication type that is known, and no record here has it. "
        + (f"This library holds: {names}." if names else "No record of this library states one.")
    )
