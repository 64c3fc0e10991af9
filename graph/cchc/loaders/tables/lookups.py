"""What the cells that say which value it is mean: index, population, component, unit of measure, grade."""

from __future__ import annotations

import re
from decimal import Decimal

from cchc.claims import Concept
from cchc.errors import CchcError
from cchc.loaders.articles.editions import model_of, own_component
from cchc.loaders.articles.grades import grade_named, group_with_bounds
from cchc.loaders.tables.columns import MEASURES, component_named, meaning, new_component
from cchc.loaders.tables.model import Column
from cchc.loaders.tables.names import TableNames
from cchc.loaders.tables.surroundings import population_of
from cchc.loaders.tables.values import band, without_footnote
from cchc.vietnamese import slug

_GRADE_HEAD = re.compile(r"^(?:nhóm|loại|xếp loại|mức|hạng|group|class)\s*:?\s+", re.I)
_GRADE_BOUNDS = re.compile(r"\s*[(\[].*|[<>≥≤=]+.*|(?<=\w)\s*[:–-]?\s+(?:từ|trên|dưới|from|above|below)\s.*\d.*", re.I)

_GRADE_NUMBERING = re.compile(r"^\s*\w{1,4}[.)]\s*")

_OF_ROWS = (
    "rank", "grade", "rank-change", "score-change", "change", "standing", "self-assessed", "maximum", "rank-of",
)  # fmt: skip
"""What a row may measure that stands among those of components or indices."""
STANDINGS = ("among-highest", "among-lowest", "last")


class Lookups:
    """Names of one table's cells; each text is looked up once."""

    def __init__(self, names: TableNames) -> None:
        self.names = names
        self._components: dict[tuple[str, str], Concept | None] = {}
        self._indices: dict[str, str] = {}
        self._populations: dict[str, str] = {}
        self._measures: dict[str, tuple[str, Decimal | None]] = {}
        self._quantities: dict[tuple[str, str | None], Column] = {}
        self._labels: dict[tuple[str, str | None], Column | None] = {}
        self._grades: dict[tuple[str, str, str], Concept] = {}

    def index(self, text: str) -> str:
        """The index that a text names.

        :raises CchcError: TABLE_INDEX.
        """
        if text not in self._indices:
            found = self.names.named("index", text) or [entry for entry, *_ in self.names.within("index", text)]
            if not found:
                near = ", ".join(self.names.nearest("index", text))
                raise CchcError("TABLE_INDEX", values={"name": text, "nearest": near or "–"})
            self._indices[text] = found[0].path
        return self._indices[text]

    def population(self, text: str) -> str:
        """The population that a text names, or ``region``.

        :raises CchcError: TABLE_POPULATION.
        """
        if text not in self._populations:
            found = "region" if self.names.term(text, "region") else population_of(text, self.names)
            if found is None:
                raise CchcError("TABLE_POPULATION", values={"name": text})
            self._populations[text] = found
        return self._populations[text]

    def component(self, text: str, index: str) -> Concept | None:
        """The component of an index that a text names; None where it says that all is meant."""
        key = (text, index)
        if key not in self._components:
            found = None
            if not self.names.term(text, "overall"):
                known = component_named(self.names, index, text)
                if known is None and (model := model_of(self.names.articles, index)):
                    # A province's own index scores the components of the national one.
                    known = component_named(self.names, model, text)
                found = own_component(self.names.articles, known, index) if known else new_component(index, text)
            self._components[key] = found
        return self._components[key]

    def measure(self, text: str) -> tuple[str, Decimal | None]:
        """The unit of measure that a text names, and a maximum: "points of 13.5".

        :raises CchcError: TABLE_MEASURE.
        """
        if text not in self._measures:
            whole = self.names.term(text, "percent", "points")
            found = [entry.path for entry, *_ in self.names.within("table-term", text, "percent", "points")]
            if not whole and not found:
                raise CchcError("TABLE_MEASURE", values={"name": text})
            measure = whole or found[0]
            figures = re.findall(r"\d+(?:[.,]\d+)?", text)
            maximum = Decimal(figures[0].replace(",", ".")) if measure == "points" and len(figures) == 1 else None
            self._measures[text] = measure, maximum
        return self._measures[text]

    def quantity(self, text: str, index: str | None) -> Column:
        """What the values of a row measure, where a cell says it as headings do: "Điểm", "Xếp hạng", "rank change".

        The role ``self-assessed`` says that it is no result: what a unit gives itself.

        :raises CchcError: TABLE_QUANTITY, with the nearest measures.
        """
        key = (text, index)
        if key not in self._quantities:
            found = meaning(0, [without_footnote(text)], index, self.names)
            if found.role is None and self.names.term(text, "mean"):
                found.role = "score"
            roles = [role for role in MEASURES if role not in ("value", "rank-of")]
            if found.role not in (*roles, "change", "maximum", "self-assessed"):
                near = self.names.nearest("table-term", text, among=(*roles, "change"))
                known = [(self.names.labels("table-term", role)) for role in roles]
                values = {
                    "name": text,
                    "nearest_vi": ", ".join(near or [vi for vi, _ in known]),
                    "nearest_en": ", ".join(near or [en for _, en in known]),
                }
                raise CchcError("TABLE_QUANTITY", values=values)
            self._quantities[key] = found
        return self._quantities[key]

    def label(self, text: str, index: str | None) -> Column | None:
        """What the values of a row measure whose cell stands among names of components or indices, and is none: "Xếp
        hạng", "Điểm số", "Xếp hạng PAR INDEX". None where it names a component, an index or all of it.
        """
        key = (text, index)
        if key not in self._labels:
            found = meaning(0, [without_footnote(text)], index, self.names)
            measures = found.role in _OF_ROWS or (found.role == "score" and found.index in (None, index))
            if self.names.term(text, "extreme"):
                found, measures = Column(0, text, None), True
            self._labels[key] = found if measures and found.component is None else None
        return self._labels[key]

    def grade(self, index: str, population: str, text: str) -> Concept:
        """The grade of an index that a cell names by a letter, a word or its bounds: "A", "Tốt", "70-80", "tốt (>80)".

        :raises ValueError: if the text is neither.
        """
        key = (index, population, text)
        if key not in self._grades:
            self._grades[key] = self._grade(*key)
        return self._grades[key]

    def is_grade(self, index: str, text: str) -> bool:
        """Whether a heading over rows names a grade that is known: "Nhóm B", "II. Xếp loại Tốt (5 đơn vị)"."""
        named = _GRADE_NUMBERING.sub("", text)
        word = slug(_GRADE_HEAD.sub("", _GRADE_BOUNDS.sub("", named).rstrip(" :")))
        known = self.names.articles.by_path
        return bool(_GRADE_HEAD.match(named)) and (
            ("grade", f"{index}/{word}") in known or ("grade-class", word) in known
        )

    def standing(self, text: str) -> str:
        """A place at one end of a ranking, told without its number: one of :data:`STANDINGS`.

        :raises ValueError: if the text is none.
        """
        found = self.names.term(text, *STANDINGS)
        if found is None:
            raise ValueError(text)
        return found

    def _grade(self, index: str, population: str, text: str) -> Concept:
        word = _GRADE_HEAD.sub("", _GRADE_BOUNDS.sub("", _GRADE_NUMBERING.sub("", text)).strip(" :"))
        if any(c.isalpha() for c in word):
            return grade_named(self.names.articles, index, slug(word), word)
        bounds = band(text)
        if bounds is None:
            raise ValueError(text)
        return group_with_bounds(self.names.articles, index, population, bounds)
