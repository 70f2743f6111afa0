"""Words that mean the same in the name of a treatment, in a clinician's mouth and in a patient's.

A pack says "corticosteroid injection"; people say "cortisone jab". Each name of a pack's intervention is also known
with such a word in place of another. Only words that change nothing of what is meant stand here: "gel" and "cream",
"tablet" and "capsule" are told apart by some sources, and stay apart.
"""

from collections.abc import Iterator

__all__ = ["in_other_words"]

_SAME = (
    ("injection", "jab", "shot"),
    ("injections", "jabs", "shots"),
    ("tablet", "pill"),
    ("tablets", "pills"),
    ("medicine", "medication", "drug"),
    ("medicines", "medications", "drugs", "meds"),
    ("corticosteroid", "glucocorticoid", "steroid", "cortisone"),
    ("corticosteroids", "glucocorticoids", "steroids"),
    ("intra-articular", "IA", "intraarticular"),
    ("physiotherapy", "physio"),
    ("surgery", "operation"),
    ("antibiotic", "antimicrobial", "antibacterial"),
    ("antibiotics", "antimicrobials", "antibacterials"),
    ("anti-inflammatory", "antiinflammatory"),
    ("painkiller", "pain-killer", "analgesic"),
    ("painkillers", "pain-killers", "analgesics"),
    ("custom-made", "made-to-measure", "bespoke", "moulded", "custom"),
    ("ready-made", "off-the-shelf", "shop-bought", "over-the-counter", "prefabricated"),
    ("counselling", "counseling"),
    ("class", "course"),
    ("classes", "courses"),
    ("stop", "drop", "quit"),
    ("insoles", "inserts", "orthotics", "orthoses"),
    ("sport", "football", "soccer", "rugby", "tennis", "netball", "basketball", "hockey", "volleyball", "gymnastics"),
    ("leaflet", "handout", "booklet"),
    ("programme", "program"),
    ("brace", "support"),
    ("braces", "supports"),
)
_GROUP_OF = {word: group for group in _SAME for word in group}
_WORDS_MIN, _WAYS_MAX = 2, 60


def in_other_words(term: str) -> Iterator[str]:
    """The other ways of saying a name of several words, few enough to be listed; nothing for a single word."""
    words = term.split(" ")
    if len(words) < _WORDS_MIN:
        return
    ways: list[list[str]] = [[]]
    for word in words:
        ways = [[*way, other] for way in ways for other in _GROUP_OF.get(word, (word,))]
    yield from (said for way in ways[:_WAYS_MAX] if (said := " ".join(way)) != term)
