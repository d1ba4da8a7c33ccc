"""Every reader of the project: what it is given to begin with, how that is changed, what is done with it."""

from collections.abc import Callable
from dataclasses import dataclass

import calls
import seeds
from containers import (
    either,
    json_changed,
    lines_changed,
    parquet_changed,
    pdf_changed,
    xml_changed,
    yaml_changed,
    zip_changed,
)
from shaking import Change, bytes_changed, mixed, text_changed

from socwork_standard.data.parts import part_model
from socwork_standard.model.aliases import Aliases

YAML = mixed((0.5, text_changed), (0.5, yaml_changed))
JSON = mixed((0.4, text_changed), (0.6, json_changed))
LINES = mixed((0.5, text_changed), (0.5, lines_changed(json_changed)))
HTML = mixed((0.4, text_changed), (0.6, xml_changed))
FORM = either(
    text_changed, mixed((0.7, text_changed), (0.3, bytes_changed)), lambda raw: raw.startswith(b"--AaB")
)


@dataclass(frozen=True, slots=True)
class Reader:
    """A reader; `inputs` are so many as a whole run gives it, `few` as the tests give it."""

    name: str
    seeds: Callable[[], list[bytes]]
    change: Change
    call: calls.Call
    inputs: int = 4_000
    few: int = 150


def _data(name: str, part: str, *files: str) -> Reader:
    """A reader of a file of the standard's own data."""
    return Reader(f"data-{name}", lambda: seeds.files(*files), YAML, calls.yaml_of(part_model(part)))


def _folder(name: str, file: str) -> Reader:
    """A reader of a whole directory of which one file is changed."""
    given = lambda: [(seeds.SMALL / file).read_bytes()]  # noqa: E731 - a value of the table
    return Reader(f"folder-{name}", given, YAML, calls.folder_with(file), 1_000, 25)


READERS: tuple[Reader, ...] = (
    _data(
        "card",
        "x/card/y",
        "tests/checks/small/editions/*/cards/*.yaml",
        "tests/other_standard/data/editions/*/cards/*.yaml",
    ),
    _data(
        "order",
        "x/order",
        "tests/checks/small/editions/*/order.yaml",
        "tests/other_standard/data/editions/*/order.yaml",
    ),
    _data(
        "editions", "editions", "tests/checks/small/editions.yaml", "tests/other_standard/data/editions.yaml"
    ),
    _data("readings", "readings", "tests/checks/small/readings.yaml"),
    _data("defects", "defects", "tests/checks/small/defects.yaml"),
    _data(
        "competencies",
        "competencies",
        "tests/checks/small/competencies.yaml",
        "examples/editions/*/competencies.yaml",
    ),
    _data("study-lengths", "study-lengths", "tests/other_standard/data/study-lengths.yaml"),
    _data("vocabulary", "vocabulary/posts", "tests/checks/small/vocabularies/[lpqs]*.yaml"),
    _data("values", "vocabulary/values", "tests/checks/small/vocabularies/values.yaml"),
    _data("crosswalk", "crosswalk/isco08", "tests/checks/small/crosswalks/*.yaml"),
    _folder("card", "editions/2024-125/cards/09-personal-assistant.yaml"),
    _folder("editions", "editions.yaml"),
    _folder("readings", "readings.yaml"),
    _folder("competencies", "competencies.yaml"),
    _folder("specialities", "vocabularies/specialities.yaml"),
    Reader("record-yaml", lambda: seeds.files("examples/people/*.yaml"), YAML, calls.record_file, 3_000),
    Reader(
        "record-json",
        lambda: seeds.encoded(*seeds.people(), {"staff": seeds.people()[:2]}),
        JSON,
        calls.record_file,
        3_000,
    ),
    Reader(
        "cases",
        lambda: [seeds.start_of(seeds.ROOT / "tests/cases/09-personal-assistant.yaml", 36)],
        YAML,
        calls.case_file,
        2_000,
    ),
    Reader("policy", lambda: seeds.files("examples/policy.yaml"), YAML, calls.policy_file, 5_000),
    Reader(
        "aliases-yaml",
        lambda: seeds.texts("specialities: {соцработа: social-work}\nposts:\n  сиделка: carer\n"),
        YAML,
        calls.yaml_of(Aliases),
        5_000,
    ),
    Reader("stored-decisions", seeds.decisions, JSON, calls.stored_decisions, 2_500, 80),
    Reader(
        "staff-yaml", lambda: seeds.files("examples/people/*.yaml"), YAML, calls.staff_list(".yaml"), 2_500
    ),
    Reader(
        "staff-json",
        lambda: seeds.encoded(*seeds.people(), {"staff": seeds.people()[:2]}),
        JSON,
        calls.staff_list(".json"),
        2_500,
    ),
    Reader(
        "staff-jsonl",
        lambda: [b"\n".join(one.replace(b"\n", b"") for one in seeds.encoded(*seeds.people()))],
        LINES,
        calls.staff_list(".jsonl"),
        2_000,
        60,
    ),
    Reader(
        "staff-csv",
        lambda: [
            seeds.start_of(seeds.EXAMPLES / "register/staff-kk.csv"),
            seeds.delimited(seeds.STAFF, ";"),
            seeds.delimited(seeds.STAFF, "\t").decode().encode("cp1251"),
        ],
        text_changed,
        calls.staff_list(".csv"),
        3_000,
        60,
    ),
    Reader(
        "staff-xlsx",
        lambda: [
            seeds.workbook({"Staff": seeds.STAFF}, merged=True),
            *seeds.files("examples/register/*.xlsx"),
        ],
        zip_changed,
        calls.staff_list(".xlsx"),
        2_500,
        60,
    ),
    Reader("staff-parquet", seeds.columns, parquet_changed, calls.staff_list(".parquet"), 2_500, 80),
    Reader("staff-sqlite", lambda: [seeds.database()], bytes_changed, calls.staff_database, 2_500, 80),
    Reader("aliases-xlsx", lambda: [seeds.aliases_book()], zip_changed, calls.alias_sheet, 2_500, 50),
    Reader("review-xlsx", lambda: [seeds.review_book()], zip_changed, calls.review_sheet, 3_000, 50),
    Reader(
        "mapping-decisions",
        lambda: [seeds.start_of(seeds.EXAMPLES / "programmes/social-work.decisions.yaml", 38)],
        YAML,
        calls.mapping_decisions,
        5_000,
    ),
    Reader("curriculum-yaml", lambda: [seeds.CURRICULUM], YAML, calls.curriculum_file(".yaml"), 6_000),
    Reader(
        "curriculum-json",
        lambda: seeds.encoded(
            {
                "programme": {"title": "A"},
                "courses": [{"code": "1", "title": "A", "outcomes": [{"id": "1", "text": "B"}]}],
            }
        ),
        JSON,
        calls.curriculum_file(".json"),
        6_000,
    ),
    Reader(
        "curriculum-text",
        lambda: seeds.texts(seeds.SYLLABUS, "Know the law.\nPlan services.\n"),
        text_changed,
        calls.curriculum_file(".txt"),
        8_000,
        120,
    ),
    Reader(
        "curriculum-csv",
        lambda: [seeds.delimited(seeds.COURSES, ";"), seeds.delimited(seeds.COURSES, ",")],
        text_changed,
        calls.curriculum_file(".csv"),
        8_000,
        120,
    ),
    Reader(
        "curriculum-xlsx",
        lambda: [seeds.workbook({"Courses": seeds.COURSES}), *seeds.files("examples/programmes/*.xlsx")],
        zip_changed,
        calls.curriculum_file(".xlsx"),
        3_000,
        50,
    ),
    Reader(
        "curriculum-docx",
        lambda: [seeds.word(seeds.SYLLABUS, seeds.COURSES)],
        zip_changed,
        calls.curriculum_file(".docx"),
        2_500,
        25,
    ),
    Reader(
        "curriculum-html",
        lambda: [seeds.page(seeds.SYLLABUS, seeds.COURSES)],
        HTML,
        calls.curriculum_file(".html"),
        5_000,
        80,
    ),
    Reader("curriculum-pdf", seeds.prints, pdf_changed, calls.curriculum_file(".pdf"), 2_000, 15),
    Reader("order-text", lambda: seeds.orders("text"), text_changed, calls.official_text(".txt"), 1_000, 15),
    Reader("order-html", lambda: seeds.orders("html"), HTML, calls.official_text(".html"), 1_000, 12),
    Reader("order-docx", lambda: seeds.orders("docx"), zip_changed, calls.official_text(".docx"), 2_000, 10),
    Reader("cv-json", lambda: seeds.cvs()["json"], JSON, calls.cv, 2_500),
    Reader("cv-xml", lambda: seeds.cvs()["xml"], HTML, calls.cv, 4_000),
    Reader("web-form", seeds.forms, FORM, calls.web_form, 3_000, 80),
)

BY_NAME = {one.name: one for one in READERS}
