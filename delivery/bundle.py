"""Make the folder that runs where there is no Python, and prove it there.

`dist/socwork-VERSION-SYSTEM/` holds the program, the Python it needs, the standard's data, a starter to double-click,
the licences and the list of everything in it. It is made for the system that it is made on: PyInstaller builds for no
other. The proof starts it without a PATH, without a home, and looks at where every loaded library comes from.
"""

from __future__ import annotations

import os
import platform
import shutil
import sys
from pathlib import Path

from delivery.common import (
    BUILD,
    ROOT,
    build,
    install,
    main,
    make_environment,
    run,
    say,
    settings,
    version,
)
from delivery.common import with_extras as with_
from delivery.prove_folder import prove
from delivery.sbom import write

EXTRAS = ("pictures", "xlsx", "pdf", "web", "editions", "rdf")
"""What a person at a desk needs; the rest is for servers and for those who write programs."""
HERE = BUILD / "bundle"
PARTS = ROOT / "delivery" / "folder"
_ARCHIVES = {"win32": "zip"}


def bundle() -> None:
    """Build the wheel, the folder from it, and prove the folder."""
    wheel, _ = build(HERE / "dist")
    python = make_environment(HERE / "environment", with_(wheel, *EXTRAS))
    name = f"socwork-{version()}-{system()}"
    folder = ROOT / "dist" / name
    listed = write(python, wheel, HERE / "sbom.cdx.json")
    licences = {path.parent: path.parent.name for path in _metadata(python)}
    install(
        python, *[one for one in settings()["dependency-groups"]["delivery"] if one.startswith("pyinstaller")]
    )
    say("Putting the program and its Python into one folder")
    how = ("--noconfirm", "--log-level", "ERROR", "--distpath", HERE / "out", "--workpath", HERE / "work")
    cache = {"PYINSTALLER_CONFIG_DIR": str(HERE / "cache")}
    run(python, "-m", "PyInstaller", *how, PARTS / "socwork.spec", variables=cache)
    shutil.rmtree(folder, ignore_errors=True)
    shutil.move(HERE / "out" / "socwork", folder)
    slimmed(folder)
    shutil.copy(HERE / "sbom.cdx.json", folder)
    keep_licences(licences, folder / "licences")
    starter(folder)
    prove(folder)
    archive = shutil.make_archive(str(folder), _ARCHIVES.get(sys.platform, "gztar"), folder.parent, name)
    say(
        f"{folder.relative_to(ROOT)}  {megabytes(sum(path.stat().st_size for path in folder.rglob('*')))}, "
        f"{len(listed['components'])} packages; {Path(archive).name}  {megabytes(Path(archive).stat().st_size)}"
    )


def system() -> str:
    """The name of the system that the folder is for: linux-x86_64, windows-amd64, macos-arm64."""
    return f"{platform.system().replace('Darwin', 'macos')}-{platform.machine()}".lower()


def slimmed(folder: Path) -> None:
    """Take what only a debugger reads out of Python's own libraries: a third of them."""
    if sys.platform == "linux" and shutil.which("strip"):
        inside = folder / "_internal"
        run("strip", "--strip-debug", *inside.glob("libpython*"), *inside.glob("python3.*/lib-dynload/*.so"))


def _metadata(python: Path) -> list[Path]:
    """The METADATA of every package installed for this Python."""
    packages = run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))").strip()
    return sorted(Path(packages).glob("*.dist-info/METADATA"))


def keep_licences(packages: dict[Path, str], target: Path) -> None:
    """Copy what each package says of its licence, and Python's own licence."""
    for source, name in packages.items():
        place = target / name.removesuffix(".dist-info")
        place.mkdir(parents=True)
        shutil.copy(source / "METADATA", place)
        for path in source.rglob("*"):
            if path.is_file() and any(word in str(path.relative_to(source)).upper() for word in _WORDS):
                shutil.copy(path, place / "-".join(path.relative_to(source).parts))
    (target / "Python.txt").write_text(_of_python(), encoding="utf-8")


_WORDS = ("LICEN", "COPYING", "NOTICE", "AUTHORS")


def _of_python() -> str:
    standing = Path(os.__file__).parent / "LICENSE.txt"
    if standing.is_file():
        return standing.read_text(encoding="utf-8")
    import builtins

    return f"{sys.version}\n\n{builtins.copyright}\n\nhttps://docs.python.org/3/license.html\n"


def starter(folder: Path) -> None:
    """Put the starter to double-click beside the program, and the page that says so in three languages."""
    windows = sys.platform == "win32"
    source = PARTS / ("start-page.bat" if windows else "start-page.sh")
    name = "start-page.command" if sys.platform == "darwin" else source.name
    lines = source.read_text(encoding="utf-8")
    (folder / name).write_text(lines, encoding="utf-8", newline="\r\n" if windows else "\n")
    (folder / name).chmod(0o755)
    words = (PARTS / "READ-ME.txt").read_text(encoding="utf-8")
    text = words.format(start=name, socwork="socwork.exe" if windows else "./socwork")
    (folder / "READ-ME.txt").write_text(text, encoding="utf-8", newline="\r\n" if windows else "\n")


def megabytes(size: int) -> str:
    """A size as people say it."""
    return f"{size / 1_000_000:.0f} MB"


if __name__ == "__main__":
    main(bundle)
