"""`socwork review` in the terminal: one outcome at a time, keys and numbers, every answer saved at once."""

import re
import sys
from dataclasses import dataclass
from typing import Literal

from socwork_standard.curriculum.reuse import Earlier
from socwork_standard.curriculum.session import Row, Session
from socwork_standard.i18n import text
from socwork_standard.model.base import Language
from socwork_standard.reports.layout import as_text
from socwork_standard.reports.page import Page
from socwork_standard.reports.review import found_page, help_page, outcome_page, progress
from socwork_standard.text import nfc
from socwork_standard.vocabulary.searchable import Kind

MOST_FOUND = 9
"""At most so many competencies are shown for search words."""

Key = Literal["next", "back", "leave", "help", "rest"]
Step = Literal["next", "back", "leave", "help", "rest", "changed", "same"]
"""What an answer leads to: another outcome, the end, or the same outcome again."""

_KEYS: dict[str, Key] = {
    "n": "next",
    "т": "next",
    "b": "back",
    "и": "back",
    "q": "leave",
    "й": "leave",
    "?": "help",
    "h": "help",
    "a": "rest",
    "ф": "rest",
}
"""Keys, and the letters that stand on the same keys of a Russian or Kazakh keyboard."""

_NUMBER = re.compile(r"([-−–xч]?)(\d{1,3})")
_SPLIT = re.compile(r"[\s,;]+")


@dataclass(frozen=True, slots=True)
class Answer:
    """What was typed, understood: numbers to confirm, reject and take back, with a reason."""

    confirm: tuple[int, ...] = ()
    reject: tuple[int, ...] = ()
    back: tuple[int, ...] = ()
    why: str | None = None


def understood(line: str, most: int) -> Answer | None:
    """Numbers as they were typed (`1 3`, `-2`, `x1`, a reason after a colon); None where anything is unclear."""
    numbers, _, why = line.partition(":")
    found: dict[str, list[int]] = {"": [], "-": [], "x": []}
    for part in filter(None, _SPLIT.split(numbers.strip().lower())):
        match = _NUMBER.fullmatch(part)
        if match is None or not 1 <= int(match[2]) <= most:
            return None
        sign = "x" if match[1] in {"x", "ч"} else "-" if match[1] else ""
        found[sign].append(int(match[2]) - 1)
    listed = [one for each in found.values() for one in each]
    if not listed or len(set(listed)) != len(listed):
        return None
    return Answer(tuple(found[""]), tuple(found["-"]), tuple(found["x"]), why.strip() or None)


class Review:
    """The conversation with one reviewer."""

    def __init__(
        self, session: Session, language: Language, *, every: bool, width: int, colour: bool
    ) -> None:
        self._session = session
        self._language = language
        self._width, self._colour = width, colour
        self._walk = list(range(len(session.outcomes))) if every else session.open_outcomes()
        self._every = every
        self._at = 0

    def run(self) -> None:
        """Go through the outcomes until all are done, or the person leaves (also by the end of the input)."""
        if not self._walk:
            self._say("review.nothing")
        while 0 <= self._at < len(self._walk):
            if not self._one(self._walk[self._at]):
                break
        left = len(self._session.open_outcomes())
        counts = self._session.counts()
        key = "review.left" if self._session.file.written else "review.left.unwritten"
        self._say(key, n=left, file=self._session.file.path, **counts)

    def _one(self, number: int) -> bool:
        """One outcome until it is left; False where the person leaves altogether."""
        was_open = self._open(number)
        shown = True
        while True:
            if shown:
                self._show(number)
            line = self._ask("> ")
            if line is None:
                return False
            step = self._answer(number, line)
            if step == "leave":
                return False
            if step in {"next", "back"}:
                self._at = max(self._at + (1 if step == "next" else -1), 0)
                return True
            shown = step == "changed"
            if step == "changed" and was_open and not self._open(number):
                self._say("review.done")
                self._at += 1
                return True

    def _open(self, number: int) -> bool:
        return any(row.open for row in self._session.rows(number))

    def _answer(self, number: int, line: str) -> Step:
        line = nfc(line).strip()
        head, _, why = line.partition(":")
        key = _KEYS.get(head.strip().lower())
        if key in {"next", "back", "leave"} and not why:
            return key
        if key == "help":
            self._print(help_page(self._language))
            return "same"
        rows = self._session.rows(number)
        if key == "rest":
            return self._rest(number, rows, why.strip() or None)
        ask = {"+": self._add, "=": self._take_over}.get(line[:1])
        if ask is not None:
            return ask(number, line[1:].strip())
        return self._numbers(number, rows, line) if line else "changed"

    # -- answers -----------------------------------------------------------------------------------------------------

    def _rest(self, number: int, rows: tuple[Row, ...], why: str | None) -> Step:
        rest = [(row.link.competency, False) for row in rows if row.open]
        if not rest:
            self._say("review.no_rest")
            return "same"
        self._session.decide(number, rest, why)
        return "changed"

    def _numbers(self, number: int, rows: tuple[Row, ...], line: str) -> Step:
        answer = understood(line, len(rows))
        if answer is None:
            self._say("review.unclear", n=len(rows))
            return "same"
        words = [(rows[one].link.competency, True) for one in answer.confirm]
        words += [(rows[one].link.competency, False) for one in answer.reject]
        if words:
            self._session.decide(number, words, answer.why)
        if answer.back:
            self._session.take_back(number, [rows[one].link.competency for one in answer.back])
        return "changed"

    def _add(self, number: int, words: str) -> Step:
        from socwork_standard.vocabulary.search import Search

        if not words:
            self._say("review.add.no_words")
            return "same"
        session = self._session
        retired = {one.id for one in session.standard.competencies.values() if one.replaced_by}
        kinds: tuple[Kind, ...] = ("competency",)
        answer = Search(session.standard).ask(words, kinds=kinds, card=session.card, limit=None)
        found = [hit.found.id for hit in answer.hits if hit.found.id not in retired][:MOST_FOUND]
        if not found:
            self._say("review.add.nothing", words=words)
            return "same"
        self._print(found_page(found, session.standard, self._language))
        line = self._ask(text(self._language, "review.add.which") + " ")
        chosen = understood(nfc(line), len(found)) if line and line.strip() else None
        if chosen is None or chosen.reject or chosen.back:
            self._say("review.add.none")
            return "same"
        session.decide(number, [(found[one], True) for one in chosen.confirm], chosen.why)
        return "changed"

    def _take_over(self, number: int, which: str) -> Step:
        offered: tuple[Earlier, ...] = self._session.earlier(number)
        wanted = int(which) if which.isdecimal() else 1 if not which else 0
        if not 1 <= wanted <= len(offered):
            self._say("review.reuse.none")
            return "same"
        taken = self._session.take_over(number, offered[wanted - 1])
        self._say("review.reuse.taken", n=taken)
        return "changed"

    # -- showing and asking --------------------------------------------------------------------------------------------

    def _show(self, number: int) -> None:
        session = self._session
        left = len(session.open_outcomes())
        self._print(outcome_page(session, number, self._language))
        sys.stdout.write(progress(self._language, number, len(session.outcomes), left) + "\n")

    def _print(self, page: Page) -> None:
        sys.stdout.write("\n" + as_text(page, width=self._width, colour=self._colour))

    def _say(self, key: str, **values: object) -> None:
        sys.stdout.write(text(self._language, key, **values) + "\n")

    def _ask(self, prompt: str) -> str | None:
        """A line from the keyboard or a pipe; None at its end."""
        if sys.stdin.isatty():
            try:
                return input(prompt)
            except EOFError:
                sys.stdout.write("\n")
                return None
        sys.stdout.write(prompt)
        sys.stdout.flush()
        line = sys.stdin.readline()
        sys.stdout.write("\n")
        return line.encode("utf-8", "replace").decode() if line else None
