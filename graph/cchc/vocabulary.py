"""Namespaces, and the IRIs of things: what a thing is about determines its IRI, so nobody has to look it up."""

from __future__ import annotations

BASE = "https://w3id.org/cchc/"
CCHC = BASE + "ontology#"
ID = BASE + "id/"
GRAPH = BASE + "graph/"

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
OWL = "http://www.w3.org/2002/07/owl#"
XSD = "http://www.w3.org/2001/XMLSchema#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
DCTERMS = "http://purl.org/dc/terms/"
DCAT = "http://www.w3.org/ns/dcat#"
PROV = "http://www.w3.org/ns/prov#"
ORG = "http://www.w3.org/ns/org#"
FOAF = "http://xmlns.com/foaf/0.1/"
SCHEMA = "https://schema.org/"
DQV = "http://www.w3.org/ns/dqv#"
OA = "http://www.w3.org/ns/oa#"
SH = "http://www.w3.org/ns/shacl#"

PREFIXES = {
    "cchc": CCHC,
    "dcat": DCAT,
    "dcterms": DCTERMS,
    "dqv": DQV,
    "foaf": FOAF,
    "oa": OA,
    "org": ORG,
    "owl": OWL,
    "prov": PROV,
    "rdf": RDF,
    "rdfs": RDFS,
    "schema": SCHEMA,
    "sh": SH,
    "skos": SKOS,
    "xsd": XSD,
}
"""The prefixes of every file that the product writes."""

ONTOLOGY_GRAPH = GRAPH + "ontology"
REFERENCE_GRAPH = GRAPH + "reference"
DERIVED_GRAPH = GRAPH + "derived"
RESULTS_GRAPH = GRAPH + "results"
SOURCE_GRAPHS = GRAPH + "source/"


def source_graph(source_id: str) -> str:
    """The named graph that holds all that one source says."""
    return SOURCE_GRAPHS + source_id


def source_iri(source_id: str) -> str:
    return f"{ID}source/{source_id}"


def quote_iri(source_id: str, start: int, end: int) -> str:
    """A place in a text, by the fragment syntax of RFC 5147."""
    return f"{source_iri(source_id)}#char={start},{end}"


def table_iri(source_id: str, sheet: str) -> str:
    """A sheet of a workbook; without a sheet the source itself, which is one table."""
    return f"{source_iri(source_id)}/{sheet}" if sheet else source_iri(source_id)


def page_iri(host: str, digest: str) -> str:
    """A page that sources cite: its address is no IRI of ours, so a digest of it is part of the name."""
    return f"{ID}page/{host}/{digest}"


def index_iri(index: str) -> str:
    return f"{ID}index/{index}"


def edition_path(index: str, year: int, population: str) -> str:
    return f"{index}/{year}/{population}"


def edition_iri(index: str, year: int, population: str) -> str:
    return f"{ID}edition/{edition_path(index, year, population)}"


def unit_iri(path: str) -> str:
    return f"{ID}unit/{path}"


def result_path(edition: str, unit: str, component: str | None = None) -> str:
    """``INDEX/YEAR/POPULATION/UNIT[/COMPONENT]``; a component loses its index, which the path names already."""
    return f"{edition}/{unit}/{component.rsplit('/', 1)[-1]}" if component else f"{edition}/{unit}"


def result_iri(edition: str, unit: str, component: str | None = None) -> str:
    return f"{ID}result/{result_path(edition, unit, component)}"
