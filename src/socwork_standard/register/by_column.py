"""Deciding a long register column by column: the same answers as `one_by_one`, to the byte.

Statuses, presets and first days come from the column-wise evaluator; what is missing and contested is worked out once
for people whose records answer the questions of a rule alike.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import islice

import numpy as np

from socwork_standard.eligibility.columns.days import Codes, DayColumn
from socwork_standard.eligibility.columns.encode import NOTHING
from socwork_standard.eligibility.columns.evaluate import NO_DAY, STATUS, Evaluator
from socwork_standard.eligibility.columns.explained import Explaining, Gaps, Pattern
from socwork_standard.eligibility.columns.values import Values
from socwork_standard.eligibility.evaluate import STATUSES
from socwork_standard.eligibility.facts import Facts
from socwork_standard.errors import InputError, LookupFailure
from socwork_standard.model.decision import Status
from socwork_standard.register.answered import Answered, Asking, found, wrong
from socwork_standard.register.held import Held, NotFound
from socwork_standard.register.one_by_one import Named
from socwork_standard.register.result import Upcoming, Verdict

PIECE = 2_000
"""So many people are decided together: enough for numpy, few enough that progress is seen and Ctrl-C obeyed."""


def by_column(asking: Asking, people: Iterable[Named]) -> Iterator[Answered]:
    """The answer for each person, in their order."""
    run = _Run(asking)
    waiting = iter(people)
    while piece := list(islice(waiting, PIECE)):
        yield from run.piece(piece)


class _Run:
    """What is kept from one piece to the next."""

    def __init__(self, asking: Asking) -> None:
        self.asking = asking
        asked = asking.question
        cards = dict.fromkeys(card for card, _ in asking.every)
        self.evaluator = Evaluator(asking.checker, as_of=asked.as_of, policy=asked.policy, cards=cards)
        questions = self.evaluator.questions
        self.places = {(one.card, one.category): place for place, one in enumerate(questions)}
        self.explaining = [Explaining(self.evaluator, one, asked.language) for one in questions]
        self.in_force = [asking.in_force(one.card, asked.as_of) for one in questions]
        self.presets = self.evaluator.checker.standard.readings_file.presets
        self._by_codes: dict[tuple[int, ...], dict[str, Status]] = {}
        self._forces: dict[tuple[int, int], bool] = {}

    def piece(self, people: Sequence[Named]) -> Iterator[Answered]:
        """The answers for some people."""
        known: list[Facts] = []
        asked: list[tuple[Held, ...] | NotFound | Answered] = []
        for _, record in people:
            try:
                read = self.asking.checker.read_facts(record)
                asked.append(self.asking.asked(record, read))
                known.append(read)
            except (InputError, LookupFailure) as failure:
                asked.append(wrong(self.asking.question.language, failure))
                known.append(NOTHING)
        piece = _Piece(self, people, known, asked)
        for place, one in enumerate(asked):
            if isinstance(one, Answered):
                yield one
            else:
                language = self.asking.question.language
                yield found(language, one, piece.verdicts(place), piece.upcoming(place))

    def by_preset(self, codes: tuple[int, ...]) -> dict[str, Status]:
        """The status under each preset."""
        found = self._by_codes.get(codes)
        if found is None:
            named = {preset.id: STATUSES[code] for preset, code in zip(self.presets, codes, strict=True)}
            found = self._by_codes[codes] = named
        return found

    def force(self, card: int, day: int) -> bool:
        """Is the wording of a card in force on a day?"""
        found = self._forces.get((card, day))
        if found is None:
            found = self._forces[card, day] = self.asking.in_force(card, date.fromordinal(day))
        return found


class _Piece:
    """Some people and their answers."""

    def __init__(
        self,
        run: _Run,
        people: Sequence[Named],
        known: Sequence[Facts],
        asked: Sequence[tuple[Held, ...] | NotFound | Answered],
    ) -> None:
        self._run = run
        self._people = people
        self._known = known
        records = run.evaluator.encode_facts(known)
        values = run.evaluator.values(records, everything=True)
        answers = run.evaluator.answers(values, records)
        self._statuses = answers.statuses[STATUS].tolist()
        self._presets = [answers.statuses[one.id].tolist() for one in run.presets]
        self._days = answers.eligible_from.tolist()
        self._missing: dict[tuple[int, int], Pattern] = {}
        self._contested: dict[tuple[int, int], Pattern] = {}
        self._held = [one if isinstance(one, tuple) else () for one in asked]
        self._find_patterns(values)
        self._coming: dict[int, list[int]] = {}
        self._find_coming(answers.eligible_from, answers.statuses[STATUS])

    def _find_patterns(self, values: Values) -> None:
        """How the rules are answered, for those of whom they are asked and something is missing or contested."""
        wanted: dict[int, list[int]] = {}
        for person, held in enumerate(self._held):
            for one in held:
                wanted.setdefault(self._run.places[one.card, one.category], []).append(person)
        for place, listed in wanted.items():
            explaining, statuses = self._run.explaining[place], self._statuses[place]
            people = np.array([one for one in listed if statuses[one] != _ELIGIBLE], np.int64)
            for one, pattern in zip(people.tolist(), explaining.outcomes(values, people), strict=True):
                self._missing[place, one] = pattern
            people = np.array(listed, np.int64)
            people = people[explaining.split(values)[people]]
            for one, pattern in zip(people.tolist(), explaining.combined(values, people), strict=True):
                self._contested[place, one] = pattern

    def _find_coming(self, days: DayColumn, statuses: Codes) -> None:
        """The cards and categories that time alone opens for each person within the longest horizon."""
        soon = (statuses != _ELIGIBLE) & (days != NO_DAY) & (days <= self._run.asking.last_day)
        for person, place in np.argwhere(soon.T).tolist():
            self._coming.setdefault(person, []).append(place)

    # -- one person -----------------------------------------------------------------------------------------------

    def verdicts(self, person: int) -> list[Verdict]:
        """The verdicts on a person."""
        run, (name, record), known = self._run, self._people[person], self._known[person]
        gaps = Gaps(run.asking.checker.leaves(known))
        made = []
        for held in self._held[person]:
            place = run.places[held.card, held.category]
            day = self._days[place][person]
            outcomes = self._missing.get((place, person))
            combined = self._contested.get((place, person))
            explaining = run.explaining[place]
            made.append(
                Verdict(
                    record=name,
                    unit=record.unit,
                    card=held.card,
                    category=held.category,
                    status=STATUSES[self._statuses[place][person]],
                    by_preset=run.by_preset(tuple(codes[place][person] for codes in self._presets)),
                    in_force=run.in_force[place],
                    eligible_from=date.fromordinal(day) if day != NO_DAY else None,
                    eligible_from_in_force=run.force(held.card, day) if day != NO_DAY else None,
                    missing=() if outcomes is None else explaining.missing(outcomes, gaps),
                    contested=() if combined is None else explaining.contested(combined),
                    notes=tuple(run.asking.notes(held, known)),
                )
            )
        return made

    def upcoming(self, person: int) -> Iterator[Upcoming]:
        """What time alone opens for a person."""
        name, record = self._people[person]
        for place in self._coming.get(person, ()):
            card, category = self._run.asking.every[place]
            day = self._days[place][person]
            within = self._run.asking.within(day)
            assert within is not None
            status = STATUSES[self._statuses[place][person]]
            force = self._run.force(card, day)
            yield Upcoming(name, record.unit, card, category, date.fromordinal(day), within, status, force)


_ELIGIBLE = STATUSES.index("eligible")
