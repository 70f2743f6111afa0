"""quoth answers clinical questions in the words of the evidence, with a citation on every sentence."""

__version__ = "0.1.0"
