"""What the columns of a table say of each other: whose change "Tăng/giảm" is, which numbers in brackets are maxima."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import pairwise

from cchc.claims import Concept
from cchc.loaders.tables.columns import BETWEEN, MEASURES, new_component
from cchc.loaders.tables.model import Column, Row, Value, cell_text
from cchc.loaders.tables.names import TableNames
from cchc.loaders.tables.unit_columns import at
from cchc.loaders.tables.values import is_blank, is_figure, rank, score

_AMONG = 3
"""So many columns of components there are, where words are names of some that elsewhere mean the score."""
_CHANGED = ("rank", "score")
_PLACES = re.compile(r"\b(?:bậc|hạng|places?|ranks?)\b", re.I)
_POINTS = re.compile(r"%|\b(?:điểm|points?|pts?)\b", re.I)
_FRACTION = re.compile(r"\d[.,]\d")
_IN_A_GROUP = re.compile(
    r"\b(?:trong|theo|tại|của|ở)\s+(?:từng\s+|mỗi\s+|cùng\s+)?(?:khối|nhóm|cụm|vùng|khu vực)\b"
    r"|\b(?:khối|nhóm|cụm|vùng)\s*$|\b(?:in|within|by)\s+(?:the\s+|each\s+)?(?:group|block|cluster|region)\b",
    re.I,
)
_IN_BRACKETS = re.compile(r"(?P<name>.*\S)\s*[(\[]\s*(?P<points>\d+(?:[.,]\d+)?)\s*[)\]]")


def settle_changes(columns: list[Column], rows: list[Row], names: TableNames) -> None:
    """Decides which columns of changes are of ranks and which of scores; where nothing tells, a column is not
    understood, for a change of one taken for one of the other makes false results.
    """
    changes = [column for column in columns if column.role == "change"]
    for column in changes:
        values = [value for row in rows if not is_blank(value := at(row, column), names)]
        column.role = _by_itself(column, values) or _by_years(column, columns) or _by_place(column, changes, columns)
    within_a_year = any(column.period for column in columns)
    for place, column in enumerate(columns):
        if column.role == "score-change" and _of_other_figures(
            column, columns[max(place - 2, 0) : place], columns, rows
        ):
            column.role = None
        elif within_a_year and column.role in ("rank-change", "score-change"):
            # From one quarter to the next.
            column.role = None
        elif column.role in ("rank-change", "score-change") and column.year is None and column.compared_with is None:
            _of_the_later_year(column, columns)


def settle_places_in_groups(columns: list[Column]) -> None:
    """Leaves out the places within a group ("Hạng trong khối") beside those among all ("Hạng chung"): two ranks of one
    unit, of which only the second is its rank in the edition. Alone, such a column is the rank among the table's."""
    ranks = [column for column in columns if column.role == "rank" and column.component is None]
    for column in ranks:
        alike = (c for c in ranks if (c.index, c.year, c.period) == (column.index, column.year, column.period))
        if _IN_A_GROUP.search(column.heading) and not all(_IN_A_GROUP.search(other.heading) for other in alike):
            column.role = None


def _of_other_figures(column: Column, left: list[Column], columns: list[Column], rows: list[Row]) -> bool:
    """Whether a difference is to what no year says: "Tự chấm | Thẩm định | Chênh lệch", "Mục tiêu | Kết quả | Chênh
    lệch"."""
    years = {c.year for c in columns if c.role == "score" and c.component == column.component}
    if len(years) > 1 or column.year is not None or column.compared_with is not None:
        return False
    unknown = [c for c in left if c.role is None and c.heading and any(is_figure(at(row, c)) for row in rows)]
    return bool(unknown) or any(c.role == "self-assessed" for c in columns)


def _of_the_later_year(column: Column, columns: list[Column]) -> None:
    """Gives a change that names no year the later one of the two that its measure is told of."""
    of = str(column.role).removesuffix("-change")
    compared = [c for c in columns if c.role == of and c.component == column.component]
    if len({c.index for c in compared}) > 1:
        compared = [c for c in compared if c.index == column.index]
    years = {c.year for c in compared if c.year}
    if len(years) == 2 and all(c.year for c in compared):
        column.year = max(years)
        column.compared_with = None if max(years) - min(years) == 1 else min(years)


def _by_itself(column: Column, values: list[Value]) -> str | None:
    """What unit of measure, words or fractions in the column's own cells tell."""
    texts = [cell_text(value) for value in values]
    if column.unit_of_measure or any(_POINTS.search(text) or _FRACTION.search(text) for text in texts):
        return "score-change"
    return "rank-change" if any(_PLACES.search(text) for text in texts) else None


def _by_years(column: Column, columns: list[Column]) -> str | None:
    """The one measure that the table has of two years, or else the one measure that it has at all."""
    of_same = [c for c in columns if c.role in _CHANGED and c.component == column.component]
    several = [role for role in _CHANGED if len({c.year for c in of_same if c.role == role}) > 1]
    found = several or [role for role in _CHANGED if any(c.role == role for c in of_same)]
    return f"{found[0]}-change" if len(found) == 1 else None


def _by_place(column: Column, changes: list[Column], columns: list[Column]) -> str | None:
    """What stands on the left, where each of several changes stands right of its own measure."""
    left = {change.number: next((c for c in columns if c.number == change.number - 1), None) for change in changes}
    roles = [c.role if c else None for c in left.values()]
    beside = left[column.number]
    if len(changes) > 1 and set(roles) == set(_CHANGED) and beside is not None:
        return f"{beside.role}-change"
    return None


def settle_parts(columns: list[Column], names: TableNames) -> None:
    """Makes the one part of a score that a table of components tells, what a council appraised, its score; of several
    parts of each component, nothing can be said."""
    components = any(column.role == "component" for column in columns)
    parts = [c for c in columns if c.role == "score" and c.component and _is_part(c, names)]
    scores = [c for c in columns if c.role == "score" and c not in parts and c.unit_of_measure != "percent"]
    assessed = any(column.role == "self-assessed" for column in columns)
    if assessed and not components and not scores and len({c.component.path for c in parts if c.component}) == 1:
        # Beside what units gave themselves, what a council gave them is the result.
        for column in parts:
            column.component = None
        return
    if not components or not parts:
        return
    for column in parts:
        column.component = None
        column.role = "score" if len(parts) == 1 and not scores else None


def settle_short_names(columns: list[Column], index: str | None, names: TableNames) -> None:
    """Gives columns the components that their headings name only among others of the index: "Kết quả" beside other
    factors and the score of all."""
    known = [c for c in columns if c.role == "score" and c.component and c.component.known]
    of: set[str | None] = {c.component.path.partition("/")[0] for c in known if c.component}
    of = of or {index}
    model = of.pop()
    short = {column.number: found for column in columns if (found := _short_name(column, model, names))}
    if of or len(known) + len(short) < _AMONG:
        return
    totals = [c for c in columns if c.role == "score" and c.component is None and c.number not in short]
    for column in columns:
        if column.number in short and (column.role is None or totals):
            column.role, column.component = "score", short[column.number]


def _short_name(column: Column, index: str | None, names: TableNames) -> Concept | None:
    """The component that a heading names by a word that says it only beside others of the index."""
    free = column.role is None or (column.role == "score" and column.index is None and column.year is None)
    if column.component is not None or column.left_out or not free:
        return None
    text = _IN_BRACKETS.sub(r"\g<name>", column.heading.rpartition(BETWEEN)[2])
    for entry in names.named("heading-word", text):
        head, _, path = entry.path.partition("/")
        found = names.articles.by_path.get(("component", path)) if head == "among-components" else None
        if found and path.startswith(f"{index}/"):
            return Concept(found.path, found.label, found.label_en, True)
    return None


def _is_part(column: Column, names: TableNames) -> bool:
    return bool(column.component and not column.component.known and names.within("table-term", column.heading, "part"))


def settle_beside_means(columns: list[Column], names: TableNames) -> None:
    """Takes no difference for a change whose left neighbour is of all units, or of nobody: it is one to that."""
    for left, column in pairwise(columns):
        if column.role in ("score-change", "rank-change", "change") and column.compared_with is None:
            of_all = names.means_of_all(left.heading) or names.term(left.heading, "mean", "extreme")
            column.role = None if of_all else column.role


def settle_indices(columns: list[Column]) -> None:
    """Gives columns that name no index that of the column on their left, where of each index one such column stands
    right behind the one that names it: "PAR INDEX | Hạng | SIPAS | Hạng"."""
    measured = [column for column in columns if column.role in (*MEASURES, "change") and column.component is None]
    named = {column.index for column in measured if column.index}
    for role in {column.role for column in measured if column.index is None}:
        bare = [place for place, c in enumerate(measured) if c.index is None and c.role == role]
        left = [_named_before(measured, place) for place in bare]
        if len(named) > 1 and len(bare) == len(named) and set(left) == named:
            for place, index in zip(bare, left, strict=True):
                measured[place].index = index


def _named_before(columns: list[Column], place: int) -> str | None:
    return next((column.index for column in reversed(columns[:place]) if column.index), None)


def bracketed_maxima(columns: list[Column], rows: list[Row], names: TableNames) -> None:
    """Takes the numbers of "Bộ máy (10)" for maxima, where they hold for all cells and do not just count the columns.

    A heading that is not understood, with such a number beside components that have one, is a component too.
    """
    found: list[tuple[Column, Decimal, str]] = []
    for column in columns:
        match = _IN_BRACKETS.fullmatch(column.heading.rpartition(BETWEEN)[2])
        if match is None or column.maximum is not None or column.left_out:
            continue
        if column.role is None or (column.role == "score" and column.component is not None):
            most = Decimal(match["points"].replace(",", "."))
            values = [value for row in rows if not is_blank(value := at(row, column), names)]
            if values and all(is_figure(value) and within(value, most) for value in values):
                found.append((column, most, match["name"]))
    known = any(column.role == "score" and column.component and column.maximum is not None for column in columns)
    numbers = [most for _, most, _ in found]
    if not known and (len(found) < 2 or numbers == list(range(int(numbers[0]), int(numbers[0]) + len(numbers)))):
        return
    for column, most, name in found:
        if column.role is None:
            column.role, column.component = "score", new_component(column.index or "unknown", name)
        column.maximum = most


def highest_rank(column: Column, rows: list[Row], names: TableNames) -> int:
    """The largest rank in a column of ranks; 0 in any other."""
    found = [0]
    for row in rows if column.role == "rank" else ():
        try:
            found.append(rank(at(row, column), names)[0])
        except (ValueError, TypeError):
            continue
    return max(found)


def within(value: Value, most: Decimal) -> bool:
    """Whether a cell holds a score that a maximum allows."""
    try:
        read = score(value, ",")
    except (ValueError, TypeError, ArithmeticError):
        return False
    return read.unit_of_measure == "percent" or read.value <= most
