"""Which edition figures are of: that of a national index, or of a province's own where its own units are ranked.

A province ranks its departments, districts and communes among themselves, so theirs is another ranking in each
province, whatever national index it follows.
"""

from __future__ import annotations

from cchc.claims import Concept, Edition, Unit
from cchc.loaders.articles.gazetteer import Gazetteer

LOCAL = ("department", "district", "commune")
"""The populations that a province ranks in an index of its own."""
PAR_INDEX = "par-index"
SATISFACTION = "sipas"
"""The index of how many people are satisfied."""
_SHORT = {PAR_INDEX: "cchc"}


def own_index(index: str, province: str) -> str:
    """The slug of a province's own index that follows a national one.

    >>> own_index("par-index", "dong-thap"), own_index("sipas", "dong-thap")
    ('dong-thap-cchc', 'dong-thap-sipas')
    """
    return f"{province}-{_SHORT.get(index, index)}"


def is_national(names: Gazetteer, index: str) -> bool:
    """Whether an index is known, and no province's own."""
    entry = names.by_path.get(("index", index))
    return entry is not None and entry.owner is None


def model_of(names: Gazetteer, index: str) -> str | None:
    """The national index that a province's own one follows; None for any other index."""
    if is_national(names, index):
        return None
    nationals = [path for kind, path in names.by_path if kind == "index" and is_national(names, path)]
    found = [path for path in nationals if index.endswith(own_index(path, ""))]
    return max(found, key=len, default=None)


def own_component(names: Gazetteer, concept: Concept, index: str) -> Concept:
    """The component of the same name of another index: that of a province's own."""
    path = f"{index}/{concept.path.rsplit('/', 1)[-1]}"
    return Concept(path, concept.name, concept.name_en, ("component", path) in names.by_path)


def ranking_index(names: Gazetteer, index: str, population: str, province: Unit | None) -> str:
    """The index that ranks a population where a national one is named: the province's own for its own units."""
    own = population in LOCAL and province is not None and is_national(names, index)
    return own_index(index, province.path) if own and province else index


def edition_of(names: Gazetteer, index: str, year: int, population: str, province: Unit | None) -> Edition:
    """The edition of an index that ranks a population; the province's own where it ranks its own units."""
    index = ranking_index(names, index, population, province)
    follows = model_of(names, index)
    if population not in LOCAL or follows is None:
        return Edition(index, year, population)
    entry = names.by_path["index", follows]
    model = Concept(entry.path, entry.label, entry.label_en, True) if follows != PAR_INDEX else None
    return Edition(index, year, population, province, model)
