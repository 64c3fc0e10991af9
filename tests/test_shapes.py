"""Each shape lets good data pass and finds bad data: a shape that no bad case kills is a defect."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import NamedNode, Quad, RdfFormat, Store, parse

from cchc import vocabulary as v
from cchc.resources import resource
from cchc.validation import validate
from cchc.validation.shapes import load

CASES = Path(__file__).parent / "shapes"
BAD = sorted((CASES / "bad").glob("*.ttl"))
FAILS = NamedNode("urn:cchc:test#fails")

COMPONENTS = {
    "class": "Class",
    "datatype": "Datatype",
    "nodeKind": "NodeKind",
    "minCount": "MinCount",
    "maxCount": "MaxCount",
    "minExclusive": "MinExclusive",
    "minInclusive": "MinInclusive",
    "maxExclusive": "MaxExclusive",
    "maxInclusive": "MaxInclusive",
    "minLength": "MinLength",
    "maxLength": "MaxLength",
    "pattern": "Pattern",
    "languageIn": "LanguageIn",
    "uniqueLang": "UniqueLang",
    "equals": "Equals",
    "disjoint": "Disjoint",
    "lessThan": "LessThan",
    "lessThanOrEquals": "LessThanOrEquals",
    "not": "Not",
    "and": "And",
    "or": "Or",
    "xone": "Xone",
    "node": "Node",
    "qualifiedMinCount": "QualifiedMinCount",
    "qualifiedMaxCount": "QualifiedMaxCount",
    "hasValue": "HasValue",
    "in": "In",
    "sparql": "SPARQL",
}
"""SHACL 1.0, part 1, section 4 and part 2: the parameter that makes a constraint, and the name of its component."""

NOT_CONSTRAINTS = {
    "path",
    "property",
    "severity",
    "message",
    "targetClass",
    "targetSubjectsOf",
    "qualifiedValueShape",
}


def data(*files: Path) -> tuple[Store, set[tuple[str, str]]]:
    """The triples of some files, and what the files say must be found: node and ``CODE Component``."""
    store, expected = Store(), set()
    for file in files:
        for quad in parse(path=str(file)):
            if quad.predicate == FAILS:
                expected.add((str(quad.subject), quad.object.value))
            else:
                store.add(quad)
    return store, expected


GOOD = (resource("ontology") / "cchc.ttl", CASES / "good.ttl")


def constraints_of_shapes() -> set[str]:
    """``CODE Component`` for each constraint of each shape with a code."""
    store = Store()
    store.extend(parse(load().ntriples, format=RdfFormat.N_TRIPLES))
    found = set()
    for shape, texts in load().texts.items():
        for quad in store.quads_for_pattern(NamedNode(shape), None, None):
            name = quad.predicate.value.removeprefix(v.SH)
            if quad.predicate.value.startswith(v.SH) and name not in NOT_CONSTRAINTS:
                found.add(f"{texts.code} {COMPONENTS[name]}")
    return found


@pytest.mark.parametrize("engine", ["turbo", "reference"])
def test_well_formed_data_passes_every_shape_without_a_warning(engine: str) -> None:
    assert validate(data(*GOOD)[0], engine=engine).findings == ()


def test_well_formed_data_has_an_instance_for_every_shape() -> None:
    shapes = Store()
    shapes.extend(parse(load().ntriples, format=RdfFormat.N_TRIPLES))
    good = data(*GOOD)[0]
    types = {quad.object for quad in good.quads_for_pattern(None, NamedNode(v.RDF + "type"), None)}
    for quad in list(good.quads_for_pattern(None, NamedNode(v.RDFS + "subClassOf"), None)):
        if quad.subject in types:
            types.add(quad.object)
    targets = {quad.object for quad in shapes.quads_for_pattern(None, NamedNode(v.SH + "targetClass"), None)}
    assert targets <= types


@pytest.mark.parametrize("file", BAD, ids=lambda file: file.stem)
def test_bad_data_is_found_where_it_is_bad(file: Path) -> None:
    _, expected = data(file)
    blank = {what for node, what in expected if node.startswith("_:")}
    found = {
        (finding.focus, f"{finding.code} {finding.constraint.removesuffix('ConstraintComponent')}")
        for finding in validate(data(*GOOD, file)[0]).findings
    }
    missing = {(node, what) for node, what in expected if not node.startswith("_:")} - found
    assert not missing
    assert blank <= {what for node, what in found if node.startswith("_:")}


def test_no_constraint_survives_all_bad_cases() -> None:
    killed = {what for file in BAD for _, what in data(file)[1]}
    assert constraints_of_shapes() - killed == set()


def test_bad_cases_name_only_constraints_that_exist() -> None:
    assert {what for file in BAD for _, what in data(file)[1]} <= constraints_of_shapes()


def test_every_shape_has_code_messages_and_fix_in_both_languages() -> None:
    shapes = load()
    codes = [texts.code for texts in shapes.texts.values()]
    assert len(codes) == len(set(codes))
    for shape, texts in shapes.texts.items():
        assert texts.code.startswith("CCHC-"), shape
        assert set(texts.message) == {"vi", "en"} == set(texts.fix), shape
        assert texts.severity in ("Violation", "Warning"), shape
        assert "".join(texts.message.values()) != texts.message["vi"] * 2, shape


def test_every_finding_comes_from_a_named_shape_with_a_code() -> None:
    """A constraint in an unnamed shape would be reported without a code."""
    store = Store()
    store.extend(parse(load().ntriples, format=RdfFormat.N_TRIPLES))
    reporting = {q.object for q in store.quads_for_pattern(None, NamedNode(v.SH + "property"), None) if named(q)}
    reporting |= {q.subject for q in store.quads_for_pattern(None, NamedNode(v.SH + "sparql"), None)}
    assert {node.value for node in reporting} <= set(load().texts)


def named(quad: Quad) -> bool:
    return isinstance(quad.subject, NamedNode)


def test_shapes_conform_to_the_shapes_of_shacl() -> None:
    """The W3C's shapes for shapes, as pySHACL ships them."""
    from importlib.resources import files

    import pyshacl
    from rdflib import Graph

    shapes = Graph().parse(data=load().ntriples, format="nt")
    of_shacl = Graph().parse(data=(files("pyshacl") / "assets" / "shacl-shacl.ttl").read_text(), format="turtle")
    conforms, _, text = pyshacl.validate(shapes, shacl_graph=of_shacl, max_validation_depth=40)
    assert conforms, text


@pytest.mark.parametrize("constraint", load().constraints, ids=lambda constraint: constraint.shape.rsplit("/", 1)[-1])
def test_sparql_constraints_keep_the_rules_of_prebinding(constraint) -> None:  # type: ignore[no-untyped-def]
    """SHACL 1.0, appendix A: no MINUS, VALUES or SERVICE; every sub-select projects $this. And no ``AS ?this``."""
    from rdflib.plugins.sparql.parser import parseQuery
    from rdflib.plugins.sparql.parserutils import CompValue

    head = "".join(f"PREFIX {prefix}: <{iri}>\n" for prefix, iri in constraint.prefixes.items())
    seen: list[CompValue] = []

    def walk(node: object) -> None:
        if isinstance(node, CompValue):
            seen.append(node)
            for child in node.values():
                walk(child)
        elif hasattr(node, "__iter__") and not isinstance(node, str | dict):
            for child in node:
                walk(child)

    walk(parseQuery(head + constraint.select))
    assert not {"MinusGraphPattern", "InlineData", "ServiceGraphPattern"} & {node.name for node in seen}
    for node in seen:
        if node.name in ("SelectQuery", "SubSelect"):
            assert "this" in {str(variable.get("var")) for variable in node.projection}


def test_the_page_on_shapes_is_what_the_script_makes() -> None:
    from importlib.machinery import SourceFileLoader
    from importlib.util import module_from_spec, spec_from_loader

    root = Path(__file__).parent.parent
    spec = spec_from_loader("make_docs", SourceFileLoader("make_docs", str(root / "scripts" / "make_docs")))
    assert spec is not None
    assert spec.loader is not None
    script = module_from_spec(spec)
    spec.loader.exec_module(script)
    page = (root / "docs" / "shapes.md").read_text("utf-8")
    assert script.made("shapes") == page
    assert all(texts.code in page for texts in load().texts.values())
