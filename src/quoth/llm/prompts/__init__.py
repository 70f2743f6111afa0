"""The words that a model is given, one file each, reviewed like code."""

from functools import cache
from importlib import resources

__all__ = ["prompt"]


@cache
def prompt(name: str) -> str:
    """The prompt of this name. An unknown one is a bug."""
    return (resources.files(__name__) / f"{name}.md").read_text(encoding="utf-8").strip()
