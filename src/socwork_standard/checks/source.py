"""Does the data hold the order word for word?  An official text, as saved from its page, against the data."""

from collections import Counter
from collections.abc import Iterable, Sequence

from socwork_standard.checks.alignment import Alignment, Placed, align
from socwork_standard.checks.report import Difference, LeftOut, PartReport, Place, SourceReport, WordAt
from socwork_standard.checks.splitting import ORDER, language_of, split
from socwork_standard.checks.tokens import Token, has_letter, plain_lines, tokenise, words_of
from socwork_standard.checks.wordings import Field, Wording, card_wordings, order_wordings
from socwork_standard.data.load import load_standard
from socwork_standard.data.standard import Standard
from socwork_standard.errors import InputError
from socwork_standard.model.order import Omission


def decode_source(raw: bytes, name: str) -> str:
    """`raw` as text (UTF-8, or UTF-16 with its mark); any other is an `InputError` about the file `name`."""
    encoding = "utf-16" if raw.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as failure:
        line = raw[: failure.start].count(b"\n") + 1
        raise InputError(
            "the text is not UTF-8.", f"{name}:{line}", "Save the page again as UTF-8."
        ) from None


def verify_source(text: str, standard: Standard | None = None) -> SourceReport:
    """Compare the official text of the order with the data, part by part and word by word.

    `text` is the whole order as a person saves it from a page: tables may be flattened, rows split, cells out of
    order, tags left.  Words are compared in lower case without punctuation; the numbers of list entries are set
    aside, all other numbers count.  Words that the data leaves out on purpose (`omissions` of order.yaml) are
    listed, never counted as missing.  A text that is not this order is an `InputError`.
    """
    standard = standard or load_standard()
    language = language_of(text)
    field: Field = "kk" if language == "kk" else "ru_official"
    if field == "ru_official" and not any(card.heading.ru_official for card in standard.cards):
        raise InputError(
            "the text is Russian, and no official Russian text is held in the data yet.",
            mend="Give the Kazakh text; a Russian one can be compared once `ru_official` is filled.",
        )
    parts = split(list(tokenise(plain_lines(text))), standard, field)
    reports: list[PartReport] = []
    omitted: tuple[LeftOut, ...] = ()
    for name, tokens in parts.parts.items():
        if name == ORDER:
            report, omitted = _compare_order(tokens, standard, field)
        else:
            card = standard.card(int(name))
            report = compare_part(
                name, tokens, card_wordings(card, field), heading_found=card.point not in parts.lost
            )
        reports.append(report)
    return SourceReport(language, tuple(reports), omitted)


def compare_part(
    part: str, tokens: Sequence[Token], wordings: Sequence[Wording], *, heading_found: bool = True
) -> PartReport:
    """Compare one part of the text with the wordings of the data that belong to it."""
    return _report(part, align(tokens, wordings), heading_found=heading_found)


def _compare_order(
    tokens: Sequence[Token], standard: Standard, field: Field
) -> tuple[PartReport, tuple[LeftOut, ...]]:
    alignment = align(tokens, order_wordings(standard.order, field))
    omitted = tuple(_omissions(alignment, standard.order.omissions)) if field == "kk" else ()
    return _report(ORDER, alignment, heading_found=True), omitted


def _report(part: str, alignment: Alignment, *, heading_found: bool) -> PartReport:
    lacking = Counter(word for placed in alignment.placed for word in placed.lacking)
    left = [alignment.tokens[at] for at in alignment.left_over() if not alignment.tokens[at].marker]
    surplus = Counter(token.word for token in left)
    in_text = sum(map(alignment.counts, range(len(alignment.tokens))))
    missing = _words_at(left, surplus - lacking)
    return PartReport(
        part=part,
        heading_found=heading_found,
        words_in_text=in_text - len(alignment.set_aside),
        missing=tuple(one for one in missing if has_letter(one.word)),
        missing_numbers=tuple(one for one in missing if not has_letter(one.word)),
        invented=_invented(alignment.placed, lacking - surplus, letters=True),
        invented_numbers=_invented(alignment.placed, lacking - surplus, letters=False),
        unbroken=sum(placed.state == "unbroken" for placed in alignment.placed),
        broken=tuple(_place(alignment, placed) for placed in alignment.placed if placed.state == "broken"),
        differing=tuple(
            _difference(alignment, placed)
            for placed in alignment.placed
            if placed.state in {"differing", "absent"}
        ),
    )


def _words_at(left: Iterable[Token], surplus: Counter[str]) -> list[WordAt]:
    found = []
    for token in left:
        if surplus[token.word] > 0:
            surplus[token.word] -= 1
            found.append(WordAt(token.word, token.line))
    return found


def _invented(placed: Iterable[Placed], surplus: Counter[str], *, letters: bool) -> tuple[Place, ...]:
    """The words of the data that the text lacks, each with the wording that has it."""
    found = []
    for one in placed:
        words = []
        for word in one.lacking:
            if has_letter(word) is letters and surplus[word] > 0:
                surplus[word] -= 1
                words.append(word)
        if words:
            found.append(Place(one.wording.id, tuple(words), ()))
    return tuple(found)


def _place(alignment: Alignment, placed: Placed) -> Place:
    return Place(placed.wording.id, placed.wording.words, _lines(alignment, placed))


def _lines(alignment: Alignment, placed: Placed) -> tuple[int, ...]:
    return tuple(sorted({alignment.tokens[at].line for at in placed.positions if at is not None}))


def _difference(alignment: Alignment, placed: Placed) -> Difference:
    instead = alignment.instead(placed)
    return Difference(
        id=placed.wording.id,
        wording=placed.wording.text,
        data_words=placed.lacking,
        text_words=tuple(alignment.tokens[at].word for at in instead),
        lines=_lines(alignment, placed),
    )


def _omissions(alignment: Alignment, omissions: Iterable[Omission]) -> Iterable[LeftOut]:
    """Set aside the words behind each anchor: to the end of its line, or the next line where it ends its own."""
    start = 0
    words = [token.word for token in alignment.tokens]
    for omission in omissions:
        anchor = words_of(omission.after)
        ends = [
            at + len(anchor)
            for at in range(start, len(words) - len(anchor) + 1)
            if tuple(words[at : at + len(anchor)]) == anchor
        ]
        behind = {end: _behind(alignment, end) for end in ends}
        end = next((one for one in ends if behind[one]), ends[0] if ends else None)
        if end is None:
            continue
        start = end
        alignment.set_aside.extend(behind[end])
        for at in behind[end]:
            alignment.free[at] = False
        line = alignment.tokens[behind[end][0] if behind[end] else end - 1].line
        yield LeftOut(omission.id, omission.what, line, len(behind[end]))


def _behind(alignment: Alignment, end: int) -> list[int]:
    """The words behind an anchor, to the end of its line, that no wording of the data has taken.

    Where the anchor ends its line, the next line is meant, if the data has taken no word of it.
    """
    tokens = alignment.tokens
    if end >= len(tokens):
        return []
    line = tokens[end].line
    found = []
    for at in range(end, len(tokens)):
        if not alignment.free[at] or tokens[at].line != line:
            break
        found.append(at)
    stopped = end + len(found)
    whole = stopped == len(tokens) or tokens[stopped].line != line
    return found if whole or tokens[end - 1].line == line else []
