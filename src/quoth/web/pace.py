"""How often somebody may try: a moving window in the memory of this process, by whatever name is given.

The names are hashed, so that no list of who tried lies about.
"""

from typing import TYPE_CHECKING

from quoth.errors import TooOften
from quoth.passwords import hash_secret

if TYPE_CHECKING:
    from limits import RateLimitItem
    from limits.strategies import MovingWindowRateLimiter

__all__ = ["Pace"]


class Pace:
    """So many tries in a quarter of an hour, for each name."""

    def __init__(self, tries: int, what: str) -> None:
        """Take how many tries are let through, and what for, in words."""
        self._tries = max(1, tries)
        self._what = what
        self._window: MovingWindowRateLimiter | None = None

    def take(self, *names: str) -> None:
        """Count one try for each of the names. Raises TooOften when any of them has used up its tries."""
        limiter, item = self._limiter(), self._item()
        let_through = [limiter.hit(item, hash_secret(name)) for name in names]
        if not all(let_through):
            raise TooOften(f"Too many tries to {self._what}. Wait a quarter of an hour, then try again.")

    def forget(self, name: str) -> None:
        """Count a name's tries from none again: it succeeded."""
        self._limiter().clear(self._item(), hash_secret(name))

    def _limiter(self) -> "MovingWindowRateLimiter":
        if self._window is None:
            from limits.storage import MemoryStorage
            from limits.strategies import MovingWindowRateLimiter

            self._window = MovingWindowRateLimiter(MemoryStorage())
        return self._window

    def _item(self) -> "RateLimitItem":
        from limits import RateLimitItemPerMinute

        return RateLimitItemPerMinute(self._tries, 15)
