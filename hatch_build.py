"""Put the standard's data into the wheel, once as it is written and once compiled.

In a checkout the data stands beside the package, in `standard_data/` and `schemas/`. A wheel has no such
place, so both go to `socwork_standard/_data/`, with the sample files of `examples/`. With them goes
`compiled.json`: the same data, read and checked here, so that an installed package starts without reading
YAML. An editable install runs from the checkout and gets nothing.
"""

from __future__ import annotations

import importlib
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

DATA_IN_WHEEL = "socwork_standard/_data"


class CompileData(BuildHookInterface):  # type: ignore[type-arg]
    """The build hook that pyproject.toml names for the wheel."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add the data folders and the compiled data to the wheel; an editable one is left alone."""
        if version == "editable":
            return
        root = Path(self.root)
        self._folder = Path(tempfile.mkdtemp(prefix="socwork-build-"))
        compiled = self._folder / "compiled.json"
        _compile(root, compiled)
        build_data["force_include"].update(
            {
                str(root / "standard_data"): f"{DATA_IN_WHEEL}/standard_data",
                str(root / "schemas"): f"{DATA_IN_WHEEL}/schemas",
                str(compiled): f"{DATA_IN_WHEEL}/compiled.json",
                **{
                    str(path): f"{DATA_IN_WHEEL}/examples/{path.relative_to(root / 'examples').as_posix()}"
                    for path in sorted((root / "examples").rglob("*"))
                    if path.is_file() and "__pycache__" not in path.parts and not path.name.startswith(".")
                },
            }
        )

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002
        """Remove the temporary folder once the wheel is written."""
        if version != "editable":
            shutil.rmtree(self._folder, ignore_errors=True)


def _compile(root: Path, target: Path) -> None:
    """Read `standard_data/` with the package's own loader and write it to `target` as JSON."""
    source = str(root / "src")
    sys.path.insert(0, source)
    try:
        compiled = importlib.import_module("socwork_standard.data.compiled")
        compiled.write_compiled(root / "standard_data", target)
    finally:
        sys.path.remove(source)
