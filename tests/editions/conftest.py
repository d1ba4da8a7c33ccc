"""The invented second edition of card 13 (examples/editions/2027-example), added to a copy of the data."""

import shutil
from pathlib import Path

import pytest
from second_edition import CARD, EXAMPLE, Vary

from socwork_standard.data.load import load_standard
from socwork_standard.data.standard import Standard
from socwork_standard.editions.adding import add_edition


@pytest.fixture(scope="session")
def example(root: Path) -> Path:
    """Return the folder with the texts of the invented edition."""
    return root / "examples" / "editions" / "2027-example"


@pytest.fixture(scope="session")
def second_data(example: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a standard directory that holds the invented edition as well."""
    target = tmp_path_factory.mktemp("second") / "data"
    found = add_edition([example], EXAMPLE, target)
    assert found.sound, [str(one) for one in found.problems]
    return target


@pytest.fixture(scope="session")
def second(second_data: Path) -> Standard:
    """Return the standard with the invented edition."""
    return load_standard(second_data)


@pytest.fixture
def vary(example: Path, tmp_path: Path) -> Vary:
    """Return a maker of standards whose second card 13 has some words put in place of others."""

    def make(old: str, new: str) -> Standard:
        folder = tmp_path / "varied"
        shutil.copytree(example, folder)
        text = (folder / CARD).read_text(encoding="utf-8")
        assert old in text
        (folder / CARD).write_text(text.replace(old, new), encoding="utf-8")
        target = tmp_path / "data"
        found = add_edition([folder], EXAMPLE, target)
        assert found.sound, [str(one) for one in found.problems]
        return load_standard(target)

    return make
