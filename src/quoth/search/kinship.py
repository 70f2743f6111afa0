"""Words of one family: "infection", "infected", "infectious". Kin of a word count a little where the word counts.

The index keeps words apart that a heavy stemmer would join (docs/decisions/0009), so that drugs, genes and numbers stay
what they are. What a stemmer finds more is won back here, at a weight: kin are looked up in the index's own vocabulary
when a question comes, so a family is never larger than the library's language.
"""

from quoth.text.families import root

__all__ = ["KIN_MAX", "KIN_WEIGHT", "root"]

KIN_WEIGHT = 0.3
"""What a kin counts beside the word itself; 0.2 to 0.5 are alike on the development halves, 0 and 1 are worse."""
KIN_MAX = 12
"""Of a larger family, the commonest."""
