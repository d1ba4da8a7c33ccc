"""The package as people install it: wheel, source distribution, editable, from git.

Nothing is downloaded: the new environments see the libraries of the one that runs the tests, while the
package itself is built and installed anew. `python3 dev.py wheel-check` installs every dependency as well.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import sysconfig
import tarfile
import zipfile
from pathlib import Path
from typing import Any

import pytest

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("packaging")]

OFFLINE = ("--no-deps", "--no-index", "--no-build-isolation", "--quiet", "--disable-pip-version-check")

DESCRIBE = """
import json
from pathlib import Path
import socwork_standard as sw
standard = sw.load_standard()
print(json.dumps({
    "package": str(Path(sw.__file__).parent),
    "abilities": [
        item.kk
        for number in range(9, 19)
        for function in standard.card(number).functions
        for skill in function.skills
        for item in skill.abilities
    ],
}))
"""


@pytest.fixture(scope="module")
def built(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel and the source distribution from the checkout, once; return their folder."""
    return build(root, tmp_path_factory.mktemp("dist"), "--wheel", "--sdist")


@pytest.fixture(scope="module")
def installed(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Environment:
    """Install the wheel into an environment of its own, once."""
    environment = Environment(tmp_path_factory.mktemp("wheel"))
    environment.install(str(the_wheel(built)))
    return environment


@pytest.fixture(scope="module")
def expected(root: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Return what the checkout says of itself."""
    return describe(Path(sys.executable), root, tmp_path_factory.mktemp("cache"))


def test_wheel_carries_the_data_and_the_schemas(root: Path, built: Path) -> None:
    """Every file of standard_data/ and schemas/ is in the wheel, byte for byte."""
    with zipfile.ZipFile(the_wheel(built)) as wheel:
        names = set(wheel.namelist())
        for file in kept_files(root / "standard_data") + kept_files(root / "schemas"):
            name = f"socwork_standard/_data/{file.relative_to(root).as_posix()}"
            assert name in names
            assert wheel.read(name) == file.read_bytes()


def test_wheel_carries_the_compiled_data(built: Path) -> None:
    """The wheel holds the data compiled to lines of JSON, and the mark that it is typed."""
    with zipfile.ZipFile(the_wheel(built)) as wheel:
        header, *parts = map(json.loads, wheel.read("socwork_standard/_data/compiled.json").splitlines())
        assert len(parts) == len(header["parts"]) > 0
        assert "socwork_standard/py.typed" in wheel.namelist()


def test_two_builds_give_the_same_bytes(root: Path, built: Path, tmp_path: Path) -> None:
    """The same checkout built twice gives one and the same wheel."""
    again = build(root, tmp_path, "--wheel")
    assert the_wheel(again).read_bytes() == the_wheel(built).read_bytes()


def test_source_distribution_builds_the_same_wheel(built: Path, tmp_path: Path) -> None:
    """The source distribution holds all that the wheel is built from."""
    with tarfile.open(next(built.glob("*.tar.gz"))) as archive:
        archive.extractall(tmp_path, filter="data")
    source = next(tmp_path.glob("socwork_standard-*"))
    again = build(source, tmp_path / "dist", "--wheel")
    assert the_wheel(again).read_bytes() == the_wheel(built).read_bytes()


def test_installed_wheel_loads_the_standard(installed: Environment, expected: dict[str, Any]) -> None:
    """An installed wheel, used from an empty folder, knows the same standard as the checkout."""
    found = describe(installed.python, installed.empty, installed.cache)
    assert Path(found["package"]).is_relative_to(installed.folder)
    assert found["abilities"] == expected["abilities"]


def test_installed_wheel_starts_from_the_compiled_data(installed: Environment) -> None:
    """An installed wheel has nothing to compile at its first start: it leaves no cache behind."""
    describe(installed.python, installed.empty, installed.cache)
    assert not list(installed.cache.rglob("*.json"))


def test_installed_program_lists_the_cards(root: Path, installed: Environment) -> None:
    """The installed `socwork` writes the same list of cards from an empty folder as the checkout does."""
    words = ["cards", "--format", "json"]
    here = run([str(Path(sysconfig.get_path("scripts"), "socwork")), *words], root)
    assert json.loads(run([str(installed.program("socwork")), *words], installed.empty)) == json.loads(here)


@pytest.mark.parametrize(
    "name", ["hr", "hr.kk", "hr.ru", "university", "university.kk", "university.ru", "programmer"]
)
def test_tutorials_need_nothing_but_the_wheel(
    name: str, root: Path, installed: Environment, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Typed line by line in an empty folder, with only the wheel installed, each tutorial gives what it prints."""
    monkeypatch.syspath_prepend(str(root / "tests" / "docs"))
    from documented import Installed, language, play

    page = root / "docs" / "tutorials" / f"{name}.md"
    variables = {**own_variables(), "COLUMNS": "100", "SOCWORK_LANG": language(page), "PYTHONUTF8": "1"}
    monkeypatch.chdir(tmp_path)
    wrong = play(page, shell=Installed(installed.program("socwork").parent, variables))
    assert not wrong, "\n\n".join(wrong)


def test_editable_install_uses_the_checkout(root: Path, tmp_path: Path, expected: dict[str, Any]) -> None:
    """An editable install runs from the checkout and reads the data that stands there."""
    environment = Environment(tmp_path)
    environment.install("--editable", str(root))
    found = describe(environment.python, environment.empty, environment.cache)
    assert Path(found["package"]) == root / "src" / "socwork_standard"
    assert found["abilities"] == expected["abilities"]


def test_install_from_git_carries_the_data(root: Path, tmp_path: Path) -> None:
    """What `pip install git+…` makes of the last commit loads the standard."""
    if not shutil.which("git"):
        pytest.skip("git is not installed here")
    if not committed(root):
        pytest.skip("this is no git checkout with the package in its last commit")
    environment = Environment(tmp_path)
    environment.install(f"git+{root.as_uri()}")
    found = describe(environment.python, environment.empty, environment.cache)
    assert Path(found["package"]).is_relative_to(environment.folder)
    assert found["abilities"]


# ---- helpers ----------------------------------------------------------------------------------


class Environment:
    """A new virtual environment that sees the libraries of the running one, with a folder to stand in and a cache."""

    def __init__(self, folder: Path) -> None:
        """Make them under `folder`."""
        self.folder = folder / "environment"
        self.empty = folder / "empty"
        self.cache = folder / "cache"
        self.empty.mkdir()
        run([sys.executable, "-m", "venv", "--without-pip", str(self.folder)], folder)
        self.python = self.program("python")
        places = {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}
        own = run([str(self.python), "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"], folder)
        # A folder named in a .pth file comes after the environment's own packages, and .pth files in it are
        # not read: an editable install in the running environment is never what is found.
        Path(own.strip(), "zz_libraries.pth").write_text("\n".join(sorted(places)) + "\n", encoding="utf-8")

    def program(self, name: str) -> Path:
        """Return the path of a program installed here."""
        return self.folder / ("Scripts" if os.name == "nt" else "bin") / name

    def install(self, *target: str) -> None:
        """Install a package here with the pip of the running environment, downloading nothing."""
        pip = [sys.executable, "-m", "pip", "--python", str(self.python)]
        run([*pip, "install", "--ignore-installed", *OFFLINE, *target], self.empty)


def build(source: Path, target: Path, *kinds: str) -> Path:
    """Build a source folder into `target` with the tools of the running environment; return `target`."""
    run(
        [sys.executable, "-m", "build", "--no-isolation", *kinds, "--outdir", str(target), str(source)],
        source,
    )
    return target


def the_wheel(folder: Path) -> Path:
    """Return the one wheel in a folder."""
    (wheel,) = folder.glob("*.whl")
    return wheel


def kept_files(folder: Path) -> list[Path]:
    """Return the files under a folder that git would keep, sorted."""
    return sorted(file for file in folder.rglob("*") if file.is_file() and not file.name.startswith("."))


def committed(root: Path) -> bool:
    """Tell whether the last commit of the checkout holds the package and its data."""
    names = ("pyproject.toml", "hatch_build.py", "src/socwork_standard/__init__.py", "standard_data")
    looks = [["git", "-C", str(root), "cat-file", "-e", f"HEAD:{name}"] for name in names]
    return all(subprocess.run(look, capture_output=True, check=False).returncode == 0 for look in looks)


def describe(python: Path, folder: Path, cache: Path) -> dict[str, Any]:
    """Return what the package that `python` finds from `folder` says of itself."""
    found: dict[str, Any] = json.loads(run([str(python), "-c", DESCRIBE], folder, XDG_CACHE_HOME=str(cache)))
    return found


def own_variables() -> dict[str, str]:
    """Return the variables of the running process without those that would lead to the checkout."""
    return {
        name: value for name, value in os.environ.items() if not name.startswith(("PYTHONPATH", "SOCWORK_"))
    }


def run(command: list[str], folder: Path, **more: str) -> str:
    """Run a command in a folder, with `more` in its environment; return its output, or fail with all it printed."""
    variables = {**own_variables(), "PYTHONUTF8": "1", **more}
    done = subprocess.run(
        command, cwd=folder, env=variables, capture_output=True, text=True, encoding="utf-8", check=False
    )
    if done.returncode:
        pytest.fail(f"{' '.join(command)} failed:\n{done.stdout}{done.stderr}", pytrace=False)
    return done.stdout
