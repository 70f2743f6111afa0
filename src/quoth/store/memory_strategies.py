"""Saved search strategies of the reference store."""

from quoth.errors import NotFound
from quoth.model import SavedStrategy
from quoth.store.memory_session import MemorySession

__all__ = ["MemoryStrategies"]


class MemoryStrategies(MemorySession):
    """The part of the reference store that holds strategies by name."""

    def put_strategy(self, strategy: SavedStrategy) -> None:
        """Keep a strategy, replacing the one of the same name."""
        with self._change() as state:
            state.strategies[strategy.name] = strategy

    def strategy(self, name: str) -> SavedStrategy:
        """A strategy by its name. Raises NotFound."""
        held = self._state().strategies.get(name)
        if held is None:
            raise NotFound(f"No search is saved as {name!r}. `quoth search --list` shows the names.")
        return held

    def strategies(self) -> tuple[SavedStrategy, ...]:
        """All strategies, by name."""
        return tuple(held for _, held in sorted(self._state().strategies.items()))

    def delete_strategy(self, name: str) -> None:
        """Forget a strategy; an unknown name is no fault."""
        with self._change() as state:
            state.strategies.pop(name, None)
