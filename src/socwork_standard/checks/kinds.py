"""Every kind of problem that `validate` can find, as data."""

from typing import NamedTuple

from socwork_standard.checks.problem import Severity


class Kind(NamedTuple):
    """One kind of problem.  `meaning` is one or two sentences, `mend` says what to do."""

    code: str
    title: str
    meaning: str
    mend: str
    severity: Severity = "error"


KINDS = (
    Kind(
        "D101",
        "a file cannot be read",
        "It is empty, not UTF-8, not YAML, or uses a part of YAML that is refused: "
        "a key twice, anchors and aliases, tags, several documents, deep nesting.",
        "Do what the message says on the line it names.",
    ),
    Kind(
        "D102",
        "the file's model refuses a key or a value",
        "A key is unknown or missing, or a value is not of its type.",
        "Correct the key or the value; the format's reference page lists both.",
    ),
    Kind(
        "D103",
        "the text is not in Unicode form NFC",
        "The same letter can be stored as one sign or as a letter with "
        "a mark; comparing words needs one form.",
        "Save the file in form NFC.",
    ),
    Kind(
        "D104",
        "personal data",
        "The line holds what looks like an ИИН (12 digits), an e-mail address or a telephone "
        "number. The data names no persons.",
        "Leave it out, and list it under `omissions` in order.yaml.",
    ),
    Kind(
        "D105", "a file is missing", "A file that others need is not in the directory.", "Restore the file."
    ),
    Kind(
        "D106",
        "a file is not part of the standard",
        "A YAML file stands where nothing reads it, mostly because its name is misspelt.",
        "Correct its name or folder, or remove it.",
        "warning",
    ),
    Kind(
        "D107",
        "a card file's name disagrees with its content",
        "The name is `NN-slug.yaml`, with the card's point and slug.",
        "Rename the file, or correct `point` and `slug`.",
    ),
    Kind(
        "D201", "an id stands twice", "Ids are unique within an edition.", "Give one of the two another id."
    ),
    Kind(
        "D202",
        "an item's id disagrees with its place",
        "An item's id is card.function.skill, then `a` or `k` and its position in the list, from 1.",
        "Write the id that the message gives.",
    ),
    Kind(
        "D203",
        "a function or skill has a wrong id or number",
        "A function's id is card.number, a skill's card.function.number; numbers rise.",
        "Write the id or number that the message gives.",
    ),
    Kind(
        "D204",
        "an id belongs to another card",
        "Every id in a card's file begins with the card's point.",
        "Begin it with the point of this card.",
    ),
    Kind(
        "D205",
        "a card does not exist",
        "A link, an entry of point 8, a reading or a post names a card that no edition holds.",
        "Correct the number, or remove it.",
    ),
    Kind(
        "D206",
        "levels disagree with point 8",
        "The card and the list of cards (point 8) give different levels, and no defect names both places.",
        "Correct the levels, or add a defect with both ids.",
    ),
    Kind(
        "D207",
        "point 8 and the card files disagree",
        "A card is listed in point 8 and has no file, or has a file and is not listed.",
        "Add the entry or the file.",
    ),
    Kind(
        "D301",
        "words that a rule quotes do not exist",
        "`words` must name ids of this edition.",
        "Name an id that exists.",
    ),
    Kind(
        "D302",
        "an education row is not used",
        "Each row of the education table must be named by a `diploma` node.",
        "Name it in the rule, or remove it.",
    ),
    Kind(
        "D303",
        "a clause of experience is not quoted",
        "Each clause of experience must be quoted by a node.",
        "Quote it under `words` of the node that means it.",
    ),
    Kind(
        "D304",
        "categories are missing from a rule",
        "`by_category` must answer none, second, first and highest.",
        "Add a child for each category that is missing.",
    ),
    Kind(
        "D305",
        "a rule names a reading that does not exist",
        "`by_reading` must name an entry of readings.yaml.",
        "Correct the name, or add the reading.",
    ),
    Kind(
        "D306",
        "a rule's answers are not the reading's",
        "`answers` must hold exactly the answers of the reading, in their order, lenient first.",
        "Write the answers that the message gives.",
    ),
    Kind(
        "D307",
        "a vocabulary has no such term",
        "A card or competency names an id that its vocabulary lacks.",
        "Correct the id, or add the term.",
    ),
    Kind(
        "D308",
        "a kind of training does not exist",
        "`training` must be a value of `training_kind`.",
        "Use a kind that the message lists.",
    ),
    Kind(
        "D309",
        "a diploma node names no education row",
        "`diploma` and `after_diploma` name rows of the education table, or clauses with `education`.",
        "Name such a row or clause of this card.",
    ),
    Kind(
        "D310",
        "a part of a rule is a proposal",
        "An import proposed it from the words, and nobody has reviewed it: `proposed` says how sure it was.",
        "Compare it with its words, correct it, and drop the key `proposed`.",
        "notice",
    ),
    Kind(
        "D311",
        "words were not read into a rule",
        "The node says `unread`: every answer is `not known` there.",
        "Write the rule that the words mean in place of the node.",
        "notice",
    ),
    Kind(
        "D401",
        "an id of a reading stands twice",
        "Readings, presets, and the answers of one reading have ids of their own.",
        "Give one of the two another id.",
    ),
    Kind(
        "D402",
        "presets do not agree with the answers",
        "`presets` must choose, for each preset, one of the reading's answers.",
        "Correct the answer, or add or remove the preset.",
    ),
    Kind(
        "D403",
        "the settled answer is wrong",
        "A settled reading names one of its answers under `settled`; an open one names none.",
        "Correct `settled` or `standing`.",
    ),
    Kind(
        "D404",
        "a reading's cards are not those that use it",
        "`cards` must list exactly the cards whose rules use the reading.",
        "Write the cards that the message gives.",
    ),
    Kind(
        "D405",
        "no rule uses a reading",
        "A reading on which no outcome can depend does not belong.",
        "Use it in a rule, or remove it.",
        "warning",
    ),
    Kind(
        "D406",
        "words that a reading names do not exist",
        "`words` must name ids of the data.",
        "Name an id that exists.",
    ),
    Kind(
        "D501",
        "a term's id stands twice",
        "Ids are unique within a vocabulary.",
        "Give one of the two another id.",
    ),
    Kind(
        "D502",
        "a wider term does not exist",
        "`broader` must name terms of the same vocabulary.",
        "Correct the id, or add the term.",
    ),
    Kind(
        "D503",
        "terms are wider than each other",
        "`broader` must lead upwards and never back.",
        "Remove the `broader` that closes the circle.",
    ),
    Kind(
        "D504",
        "a name stands under two terms",
        "A name would mean two things, after normalising (case, quotes, hyphens, spaces).",
        "Keep it under one term, or list it under `ambiguous`.",
    ),
    Kind(
        "D505",
        "a proved level does not exist",
        "`proves` must name terms of the same vocabulary.",
        "Correct the id, or add the term.",
    ),
    Kind(
        "D506",
        "a code's act does not exist",
        "`act` must be one of `acts` at the top of the same file.",
        "Correct the act, or add it to `acts`.",
    ),
    Kind(
        "D507",
        "a qualification's speciality does not exist",
        "`speciality` must be an id of specialities.yaml.",
        "Correct the id, or add the speciality.",
    ),
    Kind(
        "D508",
        "ambiguous words point to no term",
        "`may_be` must name terms of the same vocabulary.",
        "Correct the id, or add the term.",
    ),
    Kind(
        "D509",
        "a vocabulary's name disagrees with its file",
        "`vocabulary` must be the file's name.",
        "Correct the name, or rename the file.",
    ),
    Kind("D510", "a code stands under two terms", "A code would mean two things.", "Keep it under one term."),
    Kind(
        "D601",
        "an item has no competency",
        "Each item names the competency whose text it prints, and that competency must exist.",
        "Name a competency, or add one.",
    ),
    Kind(
        "D602",
        "a competency's item does not exist",
        "`items` must name items of the cards.",
        "Correct the id.",
    ),
    Kind(
        "D603",
        "an item and a competency do not name each other",
        "The item's `competency` (or `also`) and the competency's `items` must agree.",
        "Add the missing half, or remove the other.",
    ),
    Kind(
        "D604",
        "a competency's id stands twice",
        "Slugs of competencies are unique for ever.",
        "Give one of the two another slug.",
    ),
    Kind(
        "D605",
        "the replacement of a competency does not exist",
        "`replaced_by` must name another competency.",
        "Correct the slug.",
    ),
    Kind(
        "D606",
        "a competency has the wrong kind",
        "An ability stands for items of kind `a`, knowledge for `k`.",
        "Correct `kind`, or move the item.",
    ),
    Kind(
        "D701",
        "the place of a defect does not exist",
        "`id` must be an id of the data, a point or note of the order, or a whole card.",
        "Correct the id.",
    ),
    Kind(
        "D702",
        "a defect's quote is not in the words",
        "The quote must stand, word for word, in the order's words at its id; `…` stands for words left out.",
        "Correct the quote or the id.",
    ),
    Kind(
        "D703",
        "a repair and its defect do not go together",
        "`kk_repaired` needs `defect`, and `defect` beside words needs `kk_repaired`.",
        "Add the missing half, or remove the other.",
    ),
    Kind(
        "D704",
        "a defect does not exist",
        "`defect` must name an entry of defects.yaml.",
        "Correct the id, or add the defect.",
    ),
    Kind(
        "D705",
        "a defect's reading does not exist",
        "`reading` must name an entry of readings.yaml.",
        "Correct the id, or add the reading.",
    ),
    Kind(
        "D706", "a defect's id stands twice", "Ids of defects are unique.", "Give one of the two another id."
    ),
    Kind(
        "D801",
        "the days of an edition are in the wrong order",
        "A wording ends on or after its first day, and editions stand oldest first.",
        "Correct the days or the order.",
    ),
    Kind(
        "D802",
        "two wordings of one point overlap",
        "On each day a point has one wording.",
        "End the older wording on the day before the newer one begins.",
    ),
    Kind(
        "D803",
        "the edition that follows is wrong",
        "`replaced_by` must name an edition that words the same points from the day after.",
        "Correct `replaced_by`, the points or the days.",
    ),
    Kind(
        "D804",
        "a held edition lacks a card file",
        "The edition says that its text of a card is held, and the file is not there.",
        "Restore the file, or correct `points` or `held`.",
    ),
    Kind(
        "D805",
        "a card file has no wording",
        "No held edition words the card that this file gives.",
        "Add the point to the edition in editions.yaml, or remove the file.",
    ),
    Kind(
        "D806",
        "an edition's id stands twice",
        "Ids of editions are unique.",
        "Give one of the two another id.",
    ),
    Kind(
        "D807",
        "an edition is a draft",
        "Its rules are proposals that nobody has reviewed, and every answer by them says so.",
        "Review what D310 and D311 name; when nothing is left, drop the key `draft`.",
        "notice",
    ),
    Kind(
        "D808",
        "an edition hides that it is a draft",
        "Proposals that nobody has reviewed stand in its cards, and the edition does not say `draft`.",
        "Review them, or write `draft: true` for the edition.",
    ),
    Kind(
        "D901",
        "a crosswalk names what does not exist, or says it twice",
        "A row names a card, words of that card, and an entry of the crosswalk's own list; "
        "a card and an entry meet once.",
        "Correct the name, or remove the row.",
    ),
)
