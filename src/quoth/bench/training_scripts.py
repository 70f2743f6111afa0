"""The scripts of `training/`, which know how the models' own data is read, so that nothing is read in two ways."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

from quoth.errors import BadInput

__all__ = ["training_script"]


def training_script(repository: Path, name: str) -> ModuleType:
    """A module of the checkout's training folder. Raises BadInput when this is no checkout."""
    file = repository / "training" / f"{name}.py"
    spec = importlib.util.spec_from_file_location(f"quoth_training_{name}", file)
    if not file.is_file() or spec is None or spec.loader is None:
        raise BadInput(
            f"Script training/{name}.py is not there ({repository}). It comes with a checkout; run from one."
        )
    if str(file.parent) not in sys.path:
        sys.path.append(str(file.parent))  # the scripts import each other
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # dataclasses look their module up by name
    spec.loader.exec_module(module)
    return module
