"""Settings: one table of what can be set, and the values that hold. Read once by `wiring`."""

from quoth.settings.loading import Settings, load_settings, refuse_unknown, without_password
from quoth.settings.table import SETTINGS, Setting

__all__ = ["SETTINGS", "Setting", "Settings", "load_settings", "refuse_unknown", "without_password"]
