"""How often a source is asked: again after what may pass, no sooner than it wishes; then a failure in our words."""

import random
from collections.abc import Callable
from typing import TypeVar

from quoth.errors import SourceFailed
from quoth.http.bodies import BodyFault
from quoth.http.rules import Rules

__all__ = ["Again", "tried"]

T = TypeVar("T")


class Again(Exception):
    """Asking again may help. `wait_s` is what the service asked for, if it did."""

    def __init__(self, why: str, wait_s: float | None = None) -> None:
        """Take why this try brought nothing, in words."""
        super().__init__(why)
        self.wait_s = wait_s


def tried(once: Callable[[int], T], rules: Rules) -> T:
    """What one of the tries brings; the failure of the last one, in our words, when none does."""
    import httpx2
    import stamina

    late = False
    stamina.instrumentation.set_on_retry_hooks([])  # its log line is not for a reader's screen
    try:
        for trial in stamina.retry_context(
            on=_worth_another_try,
            attempts=rules.attempts,
            timeout=rules.retry_s,
            wait_initial=rules.retry_wait_s,
            wait_jitter=rules.retry_wait_s,
        ):
            with trial:
                return once(trial.num - 1)
    except (Again, BodyFault) as fault:
        why, late = str(fault), isinstance(fault, BodyFault) and fault.late
    except httpx2.TimeoutException:
        late = True
        why = f"it did not answer within {rules.timeout_s:g} s"
    except (httpx2.TransportError, httpx2.InvalidURL, OSError, UnicodeError):
        why = "the connection failed"
    said = f"{rules.name} cannot be used: {why}. Try again later; what was fetched is kept."
    raise SourceFailed(said, why=why, late=late)


def _worth_another_try(fault: Exception) -> bool | float:
    """Whether to ask again, or after how many seconds where the service said so."""
    import httpx2

    if isinstance(fault, Again):
        return True if fault.wait_s is None else fault.wait_s * random.uniform(1.0, 1.2)  # noqa: S311 - jitter
    if isinstance(fault, BodyFault):
        return fault.again
    return isinstance(fault, (httpx2.TransportError, OSError)) and not isinstance(fault, httpx2.UnsupportedProtocol)
