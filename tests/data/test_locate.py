"""Where the data lies: the argument, the environment, the wheel, the checkout."""

from __future__ import annotations

from pathlib import Path

import pytest

from socwork_standard.data import locate
from socwork_standard.errors import DataError


@pytest.fixture(autouse=True)
def _no_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(locate.ENVIRONMENT_VARIABLE, raising=False)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Return a directory that looks like a standard."""
    (tmp_path / "editions.yaml").write_text("standard: Q1\n", encoding="utf-8")
    return tmp_path


def test_the_argument_comes_first(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A directory that is asked for wins over the environment."""
    monkeypatch.setenv(locate.ENVIRONMENT_VARIABLE, "/nowhere")
    assert locate.data_directory(place) == place


def test_the_environment_comes_second(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without an argument the environment variable names the directory."""
    monkeypatch.setenv(locate.ENVIRONMENT_VARIABLE, str(place))
    assert locate.data_directory() == place


def test_the_data_of_the_package_comes_last() -> None:
    """Without both, the package's own data is found, with its schemas beside it."""
    found = locate.data_directory()
    assert (found / "editions.yaml").is_file()
    assert locate.is_default(found)
    assert (locate.schema_directory() / "card.schema.json").is_file()


def test_a_wheel_s_copy_comes_before_a_checkout(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was installed with the package is taken before anything around it."""
    inside = place / "standard_data"
    inside.mkdir()
    (inside / "editions.yaml").write_text("standard: Q1\n", encoding="utf-8")
    (place / "schemas").mkdir()
    monkeypatch.setattr(locate, "_INSTALLED", place)
    assert locate.data_directory() == inside
    assert locate.schema_directory() == place / "schemas"
    assert locate.compiled_file().parent == place


def test_a_wrong_directory_is_told(tmp_path: Path) -> None:
    """A directory without editions.yaml is refused with its path and the mend."""
    with pytest.raises(DataError, match=r"editions\.yaml is not in it") as failure:
        locate.data_directory(tmp_path)
    assert failure.value.where == str(tmp_path)
    assert failure.value.mend


def test_no_data_at_all_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the package lost its data the message says how to get it back."""
    monkeypatch.setattr(locate, "_INSTALLED", tmp_path / "a")
    monkeypatch.setattr(locate, "_CHECKOUT", tmp_path / "b")
    with pytest.raises(DataError, match="was not found") as failure:
        locate.data_directory()
    assert "Install the package again" in failure.value.mend


def test_the_cache_lies_where_the_system_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The cache follows XDG_CACHE_HOME, and is left out where there is no home."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert locate.cache_directory() == tmp_path / "socwork-standard"
    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.delenv("LOCALAPPDATA", raising=False)

    def homeless() -> Path:
        raise RuntimeError

    monkeypatch.setattr(Path, "home", homeless)
    assert locate.cache_directory() is None
