"""The settings file: what is in it holds, and what cannot be read is said."""

from pathlib import Path

import pytest

from quoth.errors import BadInput
from quoth.settings import load_settings, refuse_unknown


def read(home: Path) -> int:
    """How many rows a page shows, by the settings of a home folder."""
    return load_settings({}, {"home": str(home)}).rows_max


def test_a_home_without_a_file_has_the_defaults_and_a_file_changes_them(tmp_path: Path) -> None:
    """A library needs no settings file."""
    default = read(tmp_path)
    (tmp_path / "quoth.toml").write_text(f"rows_max = {default + 1}")

    assert read(tmp_path / "not-there") == default
    assert read(tmp_path) == default + 1


@pytest.mark.parametrize("content", [b"rows_max = ", b"\xff\xfe", None], ids=["cut off", "no text", "a folder"])
def test_a_file_that_cannot_be_read_is_said_and_not_passed_over(tmp_path: Path, content: bytes | None) -> None:
    """Settings that somebody wrote down do not silently fall back to their defaults."""
    file = tmp_path / "quoth.toml"
    if content is None:
        file.mkdir()
    else:
        file.write_bytes(content)

    with pytest.raises(BadInput, match=r"cannot be read: .*quoth\.toml"):
        read(tmp_path)


@pytest.mark.parametrize(
    ("name", "meant"),
    [("SIGN_IN_TO_RED", "SIGN_IN_TO_READ"), ("PROT", "PORT"), ("HTTP", "HTTPS")],
)
def test_a_slip_in_a_variable_is_refused_and_not_passed_over(tmp_path: Path, name: str, meant: str) -> None:
    """Nobody believes that their site asks for a sign-in when it does not."""
    with pytest.raises(BadInput, match=f"QUOTH_{name} in the environment.*Did you mean QUOTH_{meant}"):
        load_settings({f"QUOTH_{name}": "yes"}, {"home": str(tmp_path)})


@pytest.mark.parametrize("name", ["DATA", "BENCH_ENCODER", "USER", "EDITOR", "ELSEWHERE"])
def test_what_is_no_setting_may_stand_in_the_environment(tmp_path: Path, name: str) -> None:
    """Other programs, and other uses of ours."""
    assert load_settings({f"QUOTH_{name}": "x", "PROT": "x"}, {"home": str(tmp_path)})


def test_an_unknown_setting_is_told_by_its_nearest_names(tmp_path: Path) -> None:
    """Ninety names in a row help nobody: two or three that are near, and where all of them stand."""
    (tmp_path / "quoth.toml").write_text("model_nam = 'x'\n", encoding="utf-8")
    with pytest.raises(BadInput) as told:
        load_settings({}, {"home": str(tmp_path)})

    said = str(told.value)
    assert "Did you mean 'model_name'" in said
    assert " or '" in said
    assert "`quoth settings` lists them all." in said
    assert len(said) < 300 + len(str(tmp_path))
    with pytest.raises(BadInput, match=r"'zzzz' does not exist \(--set\)\. `quoth settings` lists"):
        refuse_unknown(["home", "zzzz"], "--set")
