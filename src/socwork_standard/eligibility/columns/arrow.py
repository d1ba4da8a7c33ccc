"""From Arrow batches of staff records to columns.

A batch has one row for each person and the fields of the staff record; `education`, `experience` and `training` are
lists of structs.  The words of all rows are told apart first, and only the distinct ones are looked up, by the
code that reads a single record.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from socwork_standard.eligibility.calendar import FOREVER, parse_date
from socwork_standard.eligibility.columns.days import NEVER, Flags, Ints, Numbers
from socwork_standard.eligibility.columns.extra import need
from socwork_standard.eligibility.columns.tables import Courses, Diplomas, Keys, Records, SpellRows, in_order
from socwork_standard.eligibility.columns.words import Remembered, Value, Words
from socwork_standard.eligibility.facts import UNKNOWN_DAY, facts
from socwork_standard.eligibility.record import read_record
from socwork_standard.eligibility.service import NEVER_BEFORE
from socwork_standard.errors import InputError
from socwork_standard.model.record import Attested, Education, Experience, RecordModel, StaffRecord, Training
from socwork_standard.vocabulary.names import Names

Batch = Any
"""An Arrow record batch (`pyarrow.RecordBatch`)."""

Column = Any
"""An Arrow array (`pyarrow.Array`)."""

Meaning = tuple[int, ...]

LISTS: dict[str, type[RecordModel]] = {"education": Education, "experience": Experience, "training": Training}
PLAIN_DAY = r"^(19\d\d|20\d\d)-\d\d-\d\d$"
EPOCH = 719_163
"""The day number of 1970-01-01, from which Arrow counts."""

UNREADABLE = "the record cannot be read."
_OPEN, _KNOWN, _ONGOING = 0, 1, 2
"""Of a date: not known, known; of an end also: the work lasts."""


class ArrowEncoder:
    """Encodes batches; what a word was found to mean is remembered from batch to batch."""

    def __init__(self, names: Names, keys: Keys) -> None:
        self._names = names
        self._keys = keys
        self._diplomas = Remembered(self._diploma, 5)
        self._spells = Remembered(self._spell, 2)
        self._kinds = Remembered(self._kind, 2)
        self._days = Remembered(self._day, 4)
        self._ends = Remembered(self._end, 4)

    def encode(self, batch: Batch) -> Records:
        """The columns of one batch; raises `InputError` where a field is none of the staff record's."""
        check_fields(batch.schema)
        wrong = np.zeros(batch.num_rows, np.bool_)
        education, experience, training = (Listed(batch, name) for name in LISTS)
        for listed in (education, experience, training):
            wrong[listed.person[listed.empty]] = True
        diplomas = self._read_diplomas(education, wrong)
        spells = self._read_spells(experience, wrong)
        courses = self._read_courses(training, wrong)
        return Records(
            people=batch.num_rows,
            diplomas=diplomas,
            diplomas_open=education.unlisted,
            spells=spells,
            spells_open=experience.unlisted,
            courses=courses,
            courses_open=training.unlisted,
            problems={int(row): self._problem(batch, int(row)) for row in np.flatnonzero(wrong)},
        )

    def _problem(self, batch: Batch, row: int) -> str:
        """What is wrong with a record, in the words of the code that reads single records."""
        try:
            facts(read_record(without_nulls(batch.slice(row, 1).to_pylist()[0])), self._names)
        except InputError as failure:
            return str(failure)
        return UNREADABLE

    # -- the three lists ------------------------------------------------------------------------------------------

    def _read_diplomas(self, listed: "Listed", wrong: Flags) -> Diplomas:
        fields = ("level", "speciality", "speciality_code", "qualification", "country", "recognised")
        right, key, proves, may_prove, higher = self._diplomas.look_up(listed.words(*fields))
        dated, state, first, last = self._look_up_days(listed, "completed")
        wrong[listed.person[(right == 0) | (dated == 0)]] = True
        # As `facts` for one: a master's and what lies above prove a higher education, but for one that is listed
        # before; where a listed one may be it, they prove it only possibly.
        soonest, surely = np.full((2, wrong.size), NEVER, np.int32)
        is_higher, is_dated = higher == 1, state == _KNOWN
        np.minimum.at(soonest, listed.person[is_higher], first[is_higher])
        np.minimum.at(surely, listed.person[is_higher & is_dated], last[is_higher & is_dated])
        implied = np.flatnonzero((proves >= 0) & ~(is_dated & (surely[listed.person] <= first)))
        proved = np.where(soonest[listed.person] <= last, may_prove, proves)[implied]
        person = np.concatenate((listed.person, listed.person[implied]))
        order = np.argsort(person, kind="stable") if implied.size else slice(None)
        before = np.full(implied.size, NEVER_BEFORE, np.int32)
        return Diplomas(
            person[order],
            np.concatenate((key, proved))[order],
            np.concatenate((first, before))[order],
            np.concatenate((last, last[implied]))[order],
            np.concatenate((state, state[implied]))[order] == _KNOWN,
        )

    def _read_spells(self, listed: "Listed", wrong: Flags) -> SpellRows:
        fields = (
            "position",
            "occupation_code",
            "qualification_level",
            "category",
            "social_protection",
        )
        right, key = self._spells.look_up(listed.words(*fields))
        started, known, start, latest = self._look_up_days(listed, "start")
        ended, state, first, last = self._look_up_days(listed, "end", self._ends)
        # As `service.spell` for one.
        early = np.where(known == _KNOWN, start, NEVER_BEFORE)
        late = np.where(known == _KNOWN, latest, np.where(state == _KNOWN, last, FOREVER - 1))
        until = np.where(state == _KNOWN, last + 1, FOREVER)
        sure_until = np.where(state == _KNOWN, first + 1, np.where(state == _ONGOING, FOREVER, early + 1))
        backward = early >= until
        wrong[listed.person[(right == 0) | (started == 0) | (ended == 0) | backward]] = True
        return in_order(
            SpellRows(
                listed.person,
                key,
                early,
                late,
                sure_until,
                until,
            )
        )

    def _read_courses(self, listed: "Listed", wrong: Flags) -> Courses:
        right, kind = self._kinds.look_up(listed.words("kind"))
        dated, state, first, last = self._look_up_days(listed, "completed")
        wrong[listed.person[(right == 0) | (dated == 0)]] = True
        return Courses(
            listed.person,
            kind,
            first,
            last,
            state == _KNOWN,
        )

    def _look_up_days(self, listed: "Listed", field: str, others: Remembered | None = None) -> Numbers:
        """The meanings of a column of dates: plain days are read by Arrow, the others one by one."""
        column = listed.words(field)[0]
        return (others or self._days).look_up_days(column, plain_days(column.values))

    # -- meanings: the first number says whether the words can be read ---------------------------------------------

    def _diploma(self, row: tuple[Value, ...]) -> Meaning:
        """Its key, the keys of the higher education that it proves and may prove (-1: none), and is it a higher one?"""
        level, speciality, code, qualification, country, recognised = row
        content = {
            "level": level,
            "speciality": speciality,
            "speciality_code": code,
            "qualification": qualification,
            "country": country,
            "recognised": recognised,
        }
        try:
            found = facts(read_record({"education": [content]}), self._names).diplomas
        except InputError:
            return (0, *self._diploma((None,) * 6)[1:])
        key, higher = self._keys.diploma(found[0]), int(found[0].levels == ("higher",))
        if len(found) == 1:
            return 1, key, -1, -1, higher
        may_prove = self._keys.diploma(replace(found[1], valid=1))
        return 1, key, self._keys.diploma(found[1]), may_prove, higher

    def _spell(self, row: tuple[Value, ...]) -> Meaning:
        position, code, level, category, protection = row
        content = {
            "position": position,
            "occupation_code": code,
            "qualification_level": level,
            "category": category,
            "social_protection": protection,
        }
        try:
            found = facts(read_record({"experience": [content]}), self._names).spells[0]
        except InputError:
            return (0, *self._spell((None,) * 5)[1:])
        return 1, self._keys.spell(found)

    def _kind(self, row: tuple[Value, ...]) -> Meaning:
        try:
            found = facts(read_record({"training": [{"kind": row[0]}]}), self._names).courses[0]
        except InputError:
            return 0, 0
        return 1, self._keys.course(found)

    def _day(self, row: tuple[Value, ...]) -> Meaning:
        text = row[0]
        if text is None or str(text).strip() == "":
            return 1, _OPEN, *UNKNOWN_DAY
        try:
            return 1, _KNOWN, *parse_date(str(text))
        except ValueError:
            return 0, _OPEN, *UNKNOWN_DAY

    def _end(self, row: tuple[Value, ...]) -> Meaning:
        text = row[0]
        if text is not None and self._names.is_value("ongoing", "ongoing", str(text)):
            return 1, _ONGOING, FOREVER, FOREVER
        return self._day(row)


class Listed:
    """The entries of one list of all people of a batch, each with the number of its person."""

    def __init__(self, batch: Batch, name: str) -> None:
        pa, compute = need("pyarrow", "pyarrow.compute")
        people = batch.num_rows
        self.unlisted: Flags = np.ones(people, np.bool_)
        self.person: Numbers = np.zeros(0, np.int32)
        self._entries: Column = None
        self._fields: list[str] = []
        if name in batch.schema.names and not pa.types.is_null(batch.schema.field(name).type):
            column = batch.column(name)
            lengths = compute.fill_null(compute.list_value_length(column), 0)
            self.person = np.repeat(np.arange(people, dtype=np.int32), lengths.to_numpy(zero_copy_only=False))
            self.unlisted = column.is_null().to_numpy(zero_copy_only=False).copy()
            self._entries = column.flatten()
            self._fields = _names_within(column.type, name)
        if (complete := f"{name}_complete") in batch.schema.names:
            flags = batch.column(complete).cast(pa.bool_()).fill_null(fill_value=True)
            flags = flags.to_numpy(zero_copy_only=False)
            self.unlisted |= ~flags

    @property
    def empty(self) -> Flags:
        """Marks the entries that hold nothing at all, not even fields that are not known."""
        if self._entries is None:
            return np.zeros(0, np.bool_)
        marks: Flags = self._entries.is_null().to_numpy(zero_copy_only=False)
        return marks

    def words(self, *fields: str) -> list[Words]:
        """The columns of some fields."""
        nothing = Words(np.zeros(self.person.size, np.int32), (None,))
        return [words(self._entries.field(one)) if one in self._fields else nothing for one in fields]


def words(column: Column) -> Words:
    """An Arrow column of texts, truth values or dates as numbers and distinct values."""
    (pa,) = need("pyarrow")
    kind = column.type
    if pa.types.is_null(kind):
        return Words(np.zeros(len(column), np.int32), (None,))
    if pa.types.is_boolean(kind):
        codes = column.cast(pa.int8()).fill_null(2).to_numpy(zero_copy_only=False)
        return Words(codes, (False, True, None))
    if pa.types.is_timestamp(kind):
        column = column.cast(pa.date32())
    encoded = column if pa.types.is_dictionary(kind) else column.dictionary_encode()
    values = encoded.dictionary.cast(pa.string()).to_pylist()
    codes = encoded.indices.cast(pa.int32())
    if codes.null_count:
        codes = codes.fill_null(len(values))
    return Words(codes.to_numpy(zero_copy_only=False), (*values, None))


def plain_days(values: Sequence[Value]) -> Ints:
    """For each text that is a day written as 2019-05-31 its day number, and 0 for every other."""
    pa, compute = need("pyarrow", "pyarrow.compute")
    days = np.zeros(len(values), np.int64)
    texts = pa.array(values[:-1], pa.string())
    likely = compute.match_substring_regex(texts, PLAIN_DAY).fill_null(fill_value=False)
    try:
        read = texts.filter(likely).cast(pa.date32())
    except pa.ArrowInvalid:
        return days  # a day that does not exist is among them
    places = np.flatnonzero(likely.to_numpy(zero_copy_only=False))
    days[places] = read.cast(pa.int32()).to_numpy(zero_copy_only=False) + EPOCH
    return days


def input_schema() -> Any:  # noqa: ANN401 - a pyarrow schema
    """The schema of a staff record in Arrow: texts, truth values, and the three lists of structs."""
    (pa,) = need("pyarrow")
    kinds = {name: pa.list_(pa.struct(_fields(model))) for name, model in LISTS.items()}
    kinds["attested"] = pa.struct(_fields(Attested))
    return pa.schema([(name, kinds.get(name, kind)) for name, kind in _fields(StaffRecord)])


def _fields(model: type[RecordModel]) -> list[tuple[str, Any]]:
    """The fields of a model, as text or truth value; those of another kind are replaced by the caller."""
    (pa,) = need("pyarrow")
    truths = (bool, bool | None)
    return [
        (name, pa.bool_() if field.annotation in truths else pa.string())
        for name, field in model.model_fields.items()
    ]


def check_fields(schema: Any) -> None:  # noqa: ANN401 - a pyarrow schema
    """Raise `InputError` for a field that the staff record does not have, or for a list that is none."""
    (pa,) = need("pyarrow")
    _known(schema.names, StaffRecord, "the table")
    for name, model in LISTS.items():
        if name in schema.names:
            _known(_names_within(schema.field(name).type, name), model, name)
        if (complete := f"{name}_complete") in schema.names:
            given = schema.field(complete).type
            if not (pa.types.is_boolean(given) or pa.types.is_null(given)):
                raise InputError(
                    "the type {given} is not bool.", complete, "Give true, false or null.", given=given
                )


def _names_within(kind: Any, name: str) -> list[str]:  # noqa: ANN401 - a pyarrow type
    """The names of the fields of a list of structs; of a list that is always empty, or null, there are none."""
    (pa,) = need("pyarrow")
    if pa.types.is_null(kind):
        return []
    if pa.types.is_list(kind) or pa.types.is_large_list(kind):
        entry = kind.value_type
        if pa.types.is_struct(entry):
            return [entry.field(place).name for place in range(entry.num_fields)]
        if pa.types.is_null(entry):
            return []
    raise InputError("the type {kind} holds no list of structs.", name, "Give list<struct<…>>.", kind=kind)


def _known(names: Iterable[str], model: type[RecordModel], where: str) -> None:
    for name in names:
        if name not in model.model_fields:
            listed = ", ".join(model.model_fields)
            raise InputError(
                "there is no field {name!r}.",
                where,
                "Leave the column out, or name it one of: {listed}.",
                name=name,
                listed=listed,
            )


def without_nulls(value: Any) -> Any:  # noqa: ANN401 - what Arrow gives for one record
    """A record from Arrow as a record from a file: a field that is null is absent."""
    if isinstance(value, dict):
        return {key: without_nulls(one) for key, one in value.items() if one is not None}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [without_nulls(one) for one in value]
    return value


__all__ = ["ArrowEncoder", "check_fields", "input_schema", "without_nulls"]
