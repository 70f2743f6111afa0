"""Runs the migrations on an open connection, inside the caller's transaction."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection

__all__ = ["config_for", "upgrade"]


def upgrade(connection: Connection, *, to: str = "head") -> None:
    """Bring the database up to a version; the caller commits."""
    command.upgrade(config_for(connection), to)


def config_for(connection: Connection) -> Config:
    """Alembic's settings, held here: there is no ini file to lose."""
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config
