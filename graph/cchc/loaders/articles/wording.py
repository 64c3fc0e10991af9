"""What a claim is of, in the words of its own sentence: a component, or the units that a mean is of."""

from __future__ import annotations

import re

from cchc.claims import Concept, Quote
from cchc.loaders.articles import patterns as p
from cchc.loaders.articles.context import population_of
from cchc.loaders.articles.editions import LOCAL, PAR_INDEX, SATISFACTION
from cchc.loaders.articles.gazetteer import Gazetteer
from cchc.loaders.articles.terms import factor_of, short_factors, short_parts
from cchc.vietnamese import fold, same_tone_place, slug

_ANY = re.compile(r"(?:(?:cac|nhung)-)?(?:dia-phuong|don-vi|tinh|bo)|ca-nuoc|toan-quoc")
"""Words for units of any kind, or for all of a kind in short, which tell no more than which units are ranked."""

_SHORTEST = 2
_MUCH_SHORTER = 3
_OTHERS = re.compile(r"\s+(?:khác|bạn|còn lại|lân cận|xung quanh)\b")
"""Behind some of the units: not those of which a mean is told beside them."""
_OF_A_CLASS = re.compile(r"\s+(?:(?:được|xếp|đạt|thuộc|đánh giá|ở|vào)\s+)+(?:loại|mức|nhóm|hạng)\b")
"""Behind a number of units: those of a class, and not all."""
_OF_ALL = re.compile(r"^\d+\s*/\s*(?=\d)")
_GOES_ON = re.compile(r"\s+(?:đến|tới|lên|đối với)\b", re.I)
"""What makes a short name the beginning of the long one: "Tác động của CCHC đến người dân, tổ chức"."""


_SHORT_FACTOR = re.compile(
    r"(?:^|[;,(:]|\b(?:và|là|còn)\s|[-+•*–])\s*(?P<name>[^\W\d]+\s[^\W\d]+)\s*(?:[:(–-]\s*)?"
    r"(?:(?:đạt|được|là|với|chỉ|mới|cũng)\s+)*\d[\d.,]*(?:\s*%|\s*điểm)?(?:\s*\([^()]*\)?)?$",
    re.I,
)
"""Before the figure that words end with: two words, which name what it is of."""


def component_as_said(component: Concept, quotes: tuple[Quote, ...], names: Gazetteer) -> str:
    """The name that a sentence calls a component by; its own name where the sentence does not name it."""
    if not quotes or not (component.known or _is_of_its_own_index(component, names)):
        return component.name
    sentence = quotes[0].prefix + quotes[0].exact + quotes[0].suffix
    matches = [m for m in names.find(same_tone_place(sentence)) if any(e.kind == "component" for e in m.entries)]
    step = component.path.rsplit("/", 1)[-1]
    said = [m for m in matches if any(e.path.rsplit("/", 1)[-1] == step for e in m.entries)]
    whole = bool(said) and not _GOES_ON.match(sentence, said[-1].end)
    words = (
        sentence[said[-1].start : said[-1].end]
        if whole
        else _short_name(component, step, quotes[0].prefix + quotes[0].exact)
        or _short_factor(component, quotes[0].prefix + quotes[0].exact)
        or component.name
    )
    return component.name if fold(words) == fold(component.name) else words


def _is_of_its_own_index(component: Concept, names: Gazetteer) -> bool:
    """Whether a component of a province's own index has the name of that of the index of the nation."""
    national = names.by_path.get(("component", f"{PAR_INDEX}/{component.path.rsplit('/', 1)[-1]}"))
    return national is not None and national.label == component.name


def _short_name(component: Concept, step: str, words: str) -> str | None:
    """The short name that words call a component by, where its own name has not that one in it, or is the nation's for
    a province's own and so many times as long; else None."""
    name = component.name
    folded = fold(words)
    for short, of in sorted(short_parts().items(), key=lambda named: -len(named[0])):
        whole = len(short.split()) > _SHORTEST  # "TTHC" is no name to show.
        much_shorter = not component.known and len(short.split()) * _MUCH_SHORTER <= len(name.split())
        told = fold(short) not in fold(name) or much_shorter
        if whole and slug(of) == step and fold(short) in folded and told:
            return short
    return None


def _short_factor(component: Concept, words: str) -> str | None:
    """The short name of a factor of satisfaction that words end with before a figure: "Công chức: 83,7%"."""
    if not component.path.startswith(f"{SATISFACTION}/"):
        return None
    short = _SHORT_FACTOR.search(words)
    if short is None or short["name"].casefold() in short_factors():
        return None  # "Kết quả" alone is no name to show.
    factor = factor_of(short["name"])
    return short["name"] if factor and slug(factor) == component.path.rsplit("/", 1)[-1] else None


def units_as_said(population: str, quotes: tuple[Quote, ...]) -> str | None:
    """The words for the units that a mean is of, as the sentence has them before it; None where it has none."""
    if not quotes:
        return None
    sentence = quotes[0].prefix + quotes[0].exact
    lower = same_tone_place(sentence).lower()
    local = population in LOCAL
    # "11 địa phương" of a province are its districts; of the nation it may be said of any.
    said = [
        (m.start(), m.end(), "" if local else slug(m["noun"]))
        for m in p.COUNT.finditer(lower)
        if not _OF_A_CLASS.match(lower, m.end())
    ]
    said += [
        (m.start(), m.end(), slug(m[0])) for m in p.POPULATION.finditer(lower) if not _OTHERS.match(lower, m.end())
    ]
    # "Khối bộ: trung bình đạt …" heads what is told of all ministries.
    said = [s for s in said if local or not s[2].startswith(("khoi-", "cap-"))]
    telling = [s for s in said if not _ANY.fullmatch(s[2]) and population_of(s[2], local, population) == population]
    # "xếp thứ 12/124 xã, phường": how many they are is behind the bar.
    return _OF_ALL.sub("", sentence[slice(*max(telling)[:2])]) if telling else None
