"""What the cards require, written down by hand in plain tables, and known records made near to it by chance.

Nothing here comes from the program or its data.
"""

import random
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

Entry = dict[str, Any]
Choices = dict[str, str]

RANK = {
    "primary": 1,
    "basic_secondary": 2,
    "general_secondary": 3,
    "tve_worker": 4,
    "tve_specialist": 5,
    "post_secondary": 6,
    "higher": 7,
    "residency": 8,
    "master": 8,
    "doctoral_studies": 9,
    "phd": 10,
    "candidate_of_science": 10,
    "doctor_of_science": 10,
}

# What each speciality is: itself, and the groups and fields around it.
FIELDS = {
    "social-work": {"social-work", "services"},
    "tourism": {"services"},
    "preschool-education": {"preschool-education", "pedagogical-sciences"},
    "additional-education": {"additional-education", "pedagogical-sciences"},
    "primary-school-pedagogy": {"primary-school-pedagogy", "pedagogical-sciences"},
    "physical-education-and-sport": {"physical-education-and-sport", "pedagogical-sciences"},
    "language-and-literature-teaching": {"language-and-literature-teaching", "pedagogical-sciences"},
    "kazakh-language-and-literature": {"language-and-literature-teaching", "pedagogical-sciences"},
    "vocational-training": {"vocational-training", "pedagogical-sciences"},
    "pedagogy-and-psychology": {"pedagogy-and-psychology", "pedagogical-sciences"},
    "nursing": {"nursing", "health-care"},
    "general-medicine": {"health-care"},
    "sociology": {"social-sciences", "social-sciences-journalism-information"},
    "psychology": {"social-sciences", "social-sciences-journalism-information"},
    "journalism": {"social-sciences-journalism-information"},
    "law": set(),
    "economics": set(),
}

# Cards 13 and 14: the specialities in the table of education, and the qualifications that each row names.
ROWS: dict[int, dict[str, set[str]]] = {
    13: {
        "social-work": {"social-worker"},
        "preschool-education": {"preschool-organisation-educator"},
        "additional-education": {
            "additional-education-teacher",
            "teacher-organiser",
            "education-organisation-mentor",
        },
        "primary-school-pedagogy": {"primary-school-teacher", "primary-foreign-language-teacher"},
        "physical-education-and-sport": {"adaptive-pe-instructor"},
        "language-and-literature-teaching": {"kazakh-language-teacher", "russian-language-teacher"},
        "nursing": {"general-practice-nurse"},
    },
    14: {
        "social-work": {"applied-bachelor-social-work"},
        "preschool-education": {"applied-bachelor-preschool"},
        "primary-school-pedagogy": {"applied-bachelor-primary"},
        "physical-education-and-sport": {"applied-bachelor-adaptive-pe"},
        "language-and-literature-teaching": {
            "applied-bachelor-kazakh-language",
            "applied-bachelor-russian-language",
            "applied-bachelor-foreign-language",
        },
        "vocational-training": {"applied-bachelor-vocational-training"},
        "nursing": {"applied-bachelor-nursing"},
    },
}
SOCIAL_WORKERS = {"social-work", "master-of-social-work", "social-worker"}
SOCIAL_SCIENTISTS = {"social-sciences", "master-of-social-sciences", "master-of-sociology"}
QUALIFICATIONS = sorted(
    set().union(
        *ROWS[13].values(), *ROWS[14].values(), SOCIAL_WORKERS, SOCIAL_SCIENTISTS, {"lawyer", "journalist"}
    )
)

# The level of the specialist's post, and the card whose post it is.
POSTS = {
    "personal-assistant": ("none", 9),
    "social-helper": ("none", 10),
    "sign-language-specialist": ("none", 11),
    "social-worker-assistant": ("mid", 12),
    "social-worker": ("mid", 13),
    "case-manager": ("high", 14),
    "social-work-specialist": ("high", 15),
    "head-of-unit": ("none", 16),
    "centre-director": ("none", 17),
    "cook": (None, None),
    "personal-care-worker": (None, None),
    "sign-language-interpreter": (None, None),
}
THIS_WORK = {
    9: {"personal-assistant", "personal-care-worker"},
    10: {"personal-assistant", "social-helper", "personal-care-worker"},
    11: {"sign-language-specialist", "sign-language-interpreter"},
}
LADDER = ("none", "second", "first", "highest")
STEP = {"second": ("none", 1), "first": ("second", 2), "highest": ("first", 3)}
KINDS = ("short_course", "retraining", "management_certificate", "other")
READINGS = {
    "higher-diploma": ("accept", "reject"),
    "qualification-named": ("speciality_enough", "both"),
    "counted-posts": ("named_level", "own_profession"),
    "higher-category-service": ("counts", "does_not_count"),
    "head-education": ("experience_row", "education_row"),
    "retraining-15": ("others_only", "everyone"),
    "retraining-14": ("of_the_six", "everyone"),
    "retraining-residency": ("not_required", "required"),
    "retraining-above": ("not_required", "required"),
    "nonformal-row": ("informative", "binding"),
    "tve-kind-13": ("any", "specialist_only"),
    "practice-kind": ("any", "this_work"),
    "doctorate-field": ("any_field", "same_field"),
    "doctoral-studies": ("enough", "degree_only"),
    "service-after-diploma": ("not_required", "required"),
}


# ---- records -----------------------------------------------------------------------------------


class Maker:
    """Makes known records by chance, near to what the cards ask for."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)  # noqa: S311 - no secret

    def day(self, first: int, last: int) -> date:
        """A day between the first days of two years."""
        begin, end = date(first, 1, 1).toordinal(), date(last, 1, 1).toordinal()
        return date.fromordinal(self.chance.randrange(begin, end))

    def diploma(self, card: int) -> Entry:
        """One diploma, often of the kind that the card asks for."""
        pick = self.chance.choice
        levels = {12: "tve_worker", 13: "tve_specialist", 14: "post_secondary", 15: "higher", 18: "phd"}
        level = pick([*RANK, *[levels.get(card, "master")] * 20, "higher", "master", "residency"])
        name = pick([*FIELDS, *["social-work"] * 15, *ROWS.get(card, {})])
        rows = ROWS.get(card, {}).get(name, SOCIAL_WORKERS | SOCIAL_SCIENTISTS)
        words = pick(sorted(rows)) if self.chance.random() < 0.7 else pick(QUALIFICATIONS)
        return {
            "level": level,
            "speciality": name,
            "qualification": words,
            "completed": self.day(1995, pick((2010, 2015, 2027))).isoformat(),
        }

    def education(self, card: int) -> list[Entry]:
        """Diplomas; with one above higher education always a higher one before it, so that nothing stays open."""
        listed = [self.diploma(card) for _ in range(self.chance.choice((0, 1, 1, 1, 1, 2, 2, 3)))]
        above = [one["completed"] for one in listed if RANK[one["level"]] > RANK["higher"]]
        if above:
            before = (
                date.fromisoformat(min(above)) - timedelta(days=self.chance.randrange(1, 1500))
            ).isoformat()
            listed.append({**self.diploma(card), "level": "higher", "completed": before})
        return listed

    def spells(self, card: int, category: str, day: date) -> Iterator[Entry]:
        """Spells that nearly make the years asked for, with gaps of a day or two, overlaps and other posts."""
        pick = self.chance.choice
        years = {9: 0, 10: 1, 11: 1, 16: pick((3, 5)), 17: pick((3, 5)), 18: 7}.get(
            card, STEP.get(category, ("", 1))[1]
        )
        below = STEP[category][0] if category in STEP else "highest" if card in {16, 17} else "none"
        at = day - timedelta(days=365 * years + years // 4 + pick((-400, -40, -3, -2, -1, 0, 0, 1, 2, 3, 30)))
        own = next((post for post, (_, point) in POSTS.items() if point == card), "social-worker")
        for _ in range(pick((0, 1, 1, 2, 2, 3, 4, 5))):
            position = pick([own] * 20 + [*POSTS])
            start = at + timedelta(days=pick((-40, -1, 0, 0, 1, 1, 2, 2, 3, 45)))
            last = start + timedelta(days=pick((0, 27, 30, 58, 88, 200, 364, 365, 500, 1100, 2000)))
            made = {
                "position": position,
                "category": pick([below] * 12 + [*LADDER]),
                "social_protection": self.chance.random() < 0.9,
                "start": start.isoformat(),
                "end": "ongoing" if self.chance.random() < 0.3 else last.isoformat(),
            }
            if POSTS[position][0] is None:
                made["qualification_level"] = pick(("mid", "high"))
            yield made
            at = last + timedelta(days=1)

    def question(self) -> tuple[Entry, int, str, date, Choices]:
        """A record, a card, a category, a day, and an answer to every reading."""
        pick = self.chance.choice
        card = pick(range(9, 19))
        category = pick(LADDER) if card in {12, 13, 14, 15} else "none"
        day = self.day(2025, 2027)
        needed = "retraining" if card in {13, 14, 15} else KINDS[2] if card == 18 else KINDS[0]
        record = {
            "education": self.education(card),
            "experience": list(self.spells(card, category, day)),
            "training": [
                {"kind": pick([*KINDS, *[needed] * 4]), "completed": self.day(2015, 2027).isoformat()}
                for _ in range(pick((0, 1, 1, 2)))
            ],
        }
        return record, card, category, day, {name: pick(answers) for name, answers in READINGS.items()}
