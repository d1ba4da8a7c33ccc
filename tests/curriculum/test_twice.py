"""Courses and outcomes that stand twice in a curriculum: the message, its language and its line."""

import pytest

from socwork_standard.data.strict_yaml import parse_yaml
from socwork_standard.errors import InputError
from socwork_standard.i18n import failure
from socwork_standard.model.base import Language
from socwork_standard.model.curriculum import Curriculum
from socwork_standard.model.review import MappingDecisions

TWO_OUTCOMES = """\
programme: {title: P}
courses:
  - code: A1
    title: T
    outcomes:
      - {id: LO1, text: a}
      - id: LO1
        text: b
"""
TWO_COURSES = """\
programme: {title: P}
courses:
  - {code: A1, title: T}
  - {code: A2, title: T}
  - title: T
    code: A1
"""


def refused(text: str) -> InputError:
    """The error of a curriculum."""
    with pytest.raises(InputError) as caught:
        parse_yaml(text, "p.yaml", error=InputError).build(Curriculum)
    return caught.value


@pytest.mark.parametrize(("text", "where"), [(TWO_OUTCOMES, "p.yaml:7"), (TWO_COURSES, "p.yaml:6")])
def test_the_line_is_that_of_the_second(text: str, where: str) -> None:
    """The line told is that of the name that stands there again."""
    assert refused(text).where == where


@pytest.mark.parametrize("text", [TWO_OUTCOMES, TWO_COURSES])
@pytest.mark.parametrize(("language", "word"), [("kk", "рет тұр"), ("ru", "повторяется")])
def test_the_message_is_in_the_language(text: str, language: Language, word: str) -> None:
    """The complaint of the model is translated."""
    said = failure(language, refused(text))
    assert word in said
    assert "stands" not in said


def test_a_pattern_is_told_in_words() -> None:
    """A hash of the wrong form is not answered with a regular expression."""
    text = (
        "decisions:\n  - {course: A, competency: x, decision: confirmed, by: b, on: 2026-11-21, "
        "text_sha256: abc, edition: e}\n"
    )
    with pytest.raises(InputError) as caught:
        parse_yaml(text, "d.yaml", error=InputError).build(MappingDecisions)
    assert "SHA-256" in str(caught.value)
    assert "^[" not in failure("ru", caught.value)
