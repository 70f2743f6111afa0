"""Text that can be written down: UTF-8 cannot hold half of a character pair, which is how Python keeps broken bytes."""

__all__ = ["writable"]


def writable(text: str) -> str:
    """The text with a question mark for each lone surrogate; it stays as long as it was, so offsets hold."""
    return text.encode("utf-8", "replace").decode("utf-8")
