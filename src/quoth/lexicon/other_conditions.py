"""Words beside a condition's name that make it another condition: "pulmonary hypertension" is no hypertension.

A vocabulary cannot list every disease that it does not know. These words can be listed, and both a question and a text
are read with the same list, so that neither takes one disease for another. A longer name that the vocabulary does know
("hand osteoarthritis") is found whole and never comes here.
"""

import re

from quoth.text.later import compile_later

__all__ = ["other_condition"]

_BEFORE = compile_later(
    r"\b(?:"
    # where it sits
    r"pulmonary|portal|intracranial|ocular|renal|renovascular|hepatic|cardiac|cerebral|cranial|spinal|cervical"
    r"|thoracic|lumbar|abdominal|pelvic|dental|nasal|gastric|intestinal|colonic|rectal|ovarian|uterine|prostatic"
    r"|bladder|pancreatic|biliary|vascular|venous|arterial|coronary|dermal|cutaneous|retinal|corneal|auditory"
    r"|vestibular|laryngeal|tracheal|bronchial|muscular|thyroid|adrenal|pituitary|hip|hand|ankle|shoulder|elbow|wrist"
    r"|foot|heel|neck|facial|temporomandibular"
    # what brought it about, or when
    r"|gestational|pregnancy[- ]induced|idiopathic|neonatal|postpartum|postnatal|perinatal|antenatal|prenatal"
    r"|postoperative|postherpetic|juvenile|monogenic|(?:drug|steroid)[- ]induced"
    # which kind
    r"|bipolar|manic|type[- ]?(?:1|i|one)|t1|insulin[- ]dependent|latent autoimmune"
    r")[- ]$",
    re.IGNORECASE,
)
_AFTER = compile_later(r"(?:,? mellitus)?,? (?:insipidus|type[- ]?(?:1|i|one))\b", re.IGNORECASE)
_REACH = 24


def other_condition(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The stretch that names another condition than `text[start:end]` does alone, or `None`."""
    before = _BEFORE.search(text, max(0, start - _REACH), start)
    after = _AFTER.match(text, end)
    if before is None and after is None:
        return None
    return before.start() if before else start, after.end() if after else end
