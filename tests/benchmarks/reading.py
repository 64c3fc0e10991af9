"""Reading articles: articles of 5 kB a second on one core, the share of each step, and what a second process gains."""

from __future__ import annotations

import gc
import shutil
import statistics
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from benchmarks.measure import table
from cchc.batches import read_all
from cchc.inputs import Item, Wanted
from cchc.loaders.articles.document import paragraphs
from cchc.loaders.articles.files import read_source
from cchc.loaders.articles.gazetteer import gazetteer
from cchc.loaders.articles.merging import merge
from cchc.loaders.articles.reader import Article
from cchc.resources import resource
from cchc.triples import quads
from cchc.vietnamese import fold, slug

_ARTICLE = 5000
"""The bytes of text that count as one article."""
_COPIES = 40
"""How often the texts stand in the folder that is read by one process and by two."""
_DENSE = Path(__file__).parent.parent / "articles" / "texts"
_T = TypeVar("_T")


def run(store: str, rounds: int) -> str:
    """A table: articles a second and the milliseconds of each step, for the seeds (pages as they are published) and for
    texts that consist of facts only. Seconds are those of the processor, which other processes do not lengthen; but the
    gain of a second process is one of elapsed time, so the machine must do nothing else."""
    seeds = resource("seeds") / "articles"
    taken = {"seeds": _steps(seeds, rounds), "facts only": _steps(_DENSE, rounds)}
    rows = [["articles of 5 kB a second", *(f"{1000 / sum(steps.values()):.0f}" for steps in taken.values())]]
    for step in taken["seeds"]:
        shares = (f"{steps[step]:.2f} ({100 * steps[step] / sum(steps.values()):.0f} %)" for steps in taken.values())
        rows.append([f"{step}, ms an article", *shares])
    rows.append(
        ["two processes read a folder so many times as fast as one", f"{_gain(seeds, max(3, rounds // 5)):.2f}", ""]
    )
    return table(["", *taken], rows)


def _steps(folder: Path, rounds: int) -> dict[str, float]:
    """The median milliseconds of each step for 5 kB of the texts in a folder."""
    names = gazetteer()
    paths = sorted(folder.glob("*.txt"))
    size = sum(path.stat().st_size for path in paths) / _ARTICLE
    seconds: dict[str, list[float]] = defaultdict(list)
    for _ in range(rounds + 1):
        gc.collect()
        # Other articles would share names with these, but not whole lines.
        fold.cache_clear()
        slug.cache_clear()
        spent: dict[str, float] = defaultdict(float)
        for path in paths:
            source = _timed(spent, "file to text", lambda path=path: read_source(path))
            _timed(spent, "furniture", lambda source=source: paragraphs(source.text))
            article = _timed(spent, "mentions", lambda source=source: Article(source, names))
            reading = _timed(spent, "attachment", article.read)
            _timed(spent, "merging", lambda article=article: merge(article.claims))
            _timed(spent, "claims to quads", lambda reading=reading: quads(reading))
        # The first two of these steps contain another one each.
        spent["mentions"] -= spent["furniture"]
        spent["attachment"] -= spent["merging"]
        for step, sum_of_step in spent.items():
            seconds[step].append(sum_of_step)
    # The first round warms up.
    return {step: 1000 * statistics.median(taken[1:]) / size for step, taken in seconds.items()}


def _gain(folder: Path, rounds: int) -> float:
    """The median ratio of the seconds that one process takes to read copies of the texts, and two; with their start."""
    with tempfile.TemporaryDirectory() as copies:
        for number in range(_COPIES):
            for path in folder.glob("*.txt"):
                shutil.copy(path, Path(copies) / f"{number}-{path.name}")
        items = Wanted([Path(copies)]).items
        return statistics.median(_elapsed(items, 1) / _elapsed(items, 2) for _ in range(rounds))


def _elapsed(items: list[Item], jobs: int) -> float:
    begun = time.perf_counter()
    for _ in read_all(items, frozenset(), jobs):
        pass
    return time.perf_counter() - begun


def _timed(spent: dict[str, float], step: str, run: Callable[[], _T]) -> _T:
    begun = time.process_time()
    result = run()
    spent[step] += time.process_time() - begun
    return result
