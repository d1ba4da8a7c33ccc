"""What the tests of curricula on the web share: programmes, and how a review is begun and answered."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from socwork_standard.data.strict_yaml import parse_yaml
from socwork_standard.errors import InputError
from socwork_standard.model.curriculum import Curriculum
from socwork_standard.model.review import MappingDecisions

if TYPE_CHECKING:
    from fastapi.testclient import TestClient

PROGRAMMES = Path(__file__).resolve().parents[2] / "examples" / "programmes"
PROGRAMME = PROGRAMMES / "social-work.yaml"
DECISIONS = PROGRAMMES / "social-work.decisions.yaml"
TABLE = PROGRAMMES / "rehabilitation-ru.xlsx"
BY = "методика бөлімі"


def as_json(path: Path, model: type[Curriculum | MappingDecisions]) -> dict[str, Any]:
    """Give a file of the examples as a program sends it."""
    found: Any = parse_yaml(path.read_bytes(), path.name, error=InputError).build(model)
    whole: dict[str, Any] = found.model_dump(mode="json", exclude_none=True)
    return whole


def begun(client: TestClient, **files: Path) -> str:
    """Begin a review of some files, or of the sample, and give its address."""
    sent = {name: (path.name, path.read_bytes()) for name, path in files.items()}
    asked = {"data": {"do": "file" if files else "sample"}, "files": sent or {"file": ("", b"")}}
    answer = client.post("/curriculum", follow_redirects=False, **asked)  # type: ignore[arg-type]
    assert answer.status_code == 303, answer.text
    return answer.headers["location"]


def slugs(page: str) -> list[str]:
    """Give the competencies that stand on the page of an outcome, in order."""
    return re.findall(r'name="was\.([\w-]+)"', page)


def confirmed(page: str) -> int:
    """Give the number of confirmed competencies that a page shows."""
    found = re.search(r"confirmed: <strong>(\d+)</strong>", page)
    assert found is not None
    return int(found[1])
