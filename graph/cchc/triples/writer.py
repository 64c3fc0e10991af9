"""Writes the quads of one source graph: single statements, and the things that claims are about."""

from __future__ import annotations

from dataclasses import replace

from cchc import vocabulary as v
from cchc.claims import Concept, Edition, Quote, Source, Unit
from cchc.triples.collected import Statements
from cchc.triples.people import People
from cchc.vietnamese import fingerprint, sort_key

_PAR_INDEX = Concept("par-index", "Chỉ số cải cách hành chính", "Public administration reform index", True)
"""How a province's own index is called that follows no other."""
_STATUS = {"stated": "Stated", "candidate": "Candidate", "retracted": "Retracted"}
_UNIT_OF_MEASURE = {"percent": "Percent", "points": "Points"}


class SourceGraph(Statements):
    """Collects the quads of one source. Methods that describe a thing return its IRI."""

    def __init__(self, source: Source, people: People) -> None:
        super().__init__(v.source_graph(source.id))
        self.source_id = source.id
        self.source_node = v.source_iri(source.id)
        self.document = source
        self.people = people
        self.in_review = False
        """Whether a person said what is being written: such a claim has an IRI of its own beside the reader's."""
        self._named: dict[str, str] = {}
        self._described: set[object] = set()

    def name_for(self, path: str, text: str) -> str:
        """The IRI below ``id/`` for a thing that is told apart by its text only; a second text gets a number."""
        node, number = v.ID + path, 1
        while self._named.setdefault(node, text) != text:
            number += 1
            node = f"{v.ID}{path}-{number}"
        return node

    def first(self, thing: object) -> bool:
        """Whether something (its IRI, or all that is known of it) is met for the first time, and so is to be
        described."""
        if thing in self._described:
            return False
        self._described.add(thing)
        return True

    def path(self, kind: str, rest: str) -> str:
        """The path below ``id/`` of something that this source says."""
        return f"{kind}/{self.source_id}/{'review/' if self.in_review else ''}{rest}"

    def node(self, kind: str, rest: str) -> str:
        """The IRI of something that this source says."""
        return v.ID + self.path(kind, rest)

    def retraction(self, path: str, words: str, quotes: tuple[Quote, ...]) -> str:
        """Keeps what the reader understood, in words, where the thing itself must not be said any more."""
        node = self.name_for(self.path("retraction", path), words)
        self.type(node, v.CCHC + "Retraction", v.PROV + "Entity")
        self.label(node, words)
        self.status(node, "retracted", ())
        self.evidence(node, quotes)
        return node

    # -- sources and quotes ------------------------------------------------------------------------------------------

    def source(self, source: Source) -> None:
        node = self.source_node
        self.type(node, v.CCHC + "Source", v.PROV + "Entity", v.SCHEMA + "CreativeWork")
        self.label(node, source.title or source.name)
        self.value(node, v.CCHC + "fileName", source.name, "string")
        self.value(node, v.CCHC + "sha256", source.sha256, "string")
        words = source.long.fingerprint if source.long else fingerprint(source.text)
        length = source.long.characters if source.long else len(source.text)
        self.value(node, v.CCHC + "fingerprint", words, "string")
        self.value(node, v.CCHC + "characterCount", length, "integer")
        if source.encoding:
            self.value(node, v.CCHC + "encoding", source.encoding, "string")
        if source.title:
            self.text(node, v.DCTERMS + "title", source.title)
        if source.publisher:
            self.text(node, v.SCHEMA + "publisher", source.publisher)
        if source.published:
            self.value(node, v.DCTERMS + "issued", source.published, "date")
        if source.page_date:
            self.value(node, v.CCHC + "pageDate", source.page_date, "date")
        if source.url:
            self.link(node, v.SCHEMA + "url", source.url)
        for number, (sheet, name) in enumerate(source.sheets, 1):
            if sheet:
                self._sheet(v.table_iri(source.id, sheet), name, number)

    def _sheet(self, node: str, name: str, number: int) -> None:
        self.type(node, v.CCHC + "Sheet", v.SCHEMA + "CreativeWork")
        self.label(node, name)
        self.link(node, v.DCTERMS + "isPartOf", self.source_node)
        self.value(node, v.CCHC + "sheetNumber", number, "integer")

    def evidence(self, subject: str, quotes: tuple[Quote, ...]) -> None:
        """Says that the source says so, and where."""
        self.link(subject, v.CCHC + "source", self.source_node)
        for quote in quotes:
            node = v.quote_iri(self.source_id, quote.start, quote.end)
            self.link(subject, v.CCHC + "quote", node)
            if not self.first(node):
                continue
            self.type(node, v.CCHC + "Quote", v.OA + "SpecificResource")
            self.link(node, v.OA + "hasSource", self.source_node)
            page = self.document.page_at(quote.start)
            if page is not None:
                self.value(node, v.CCHC + "pageNumber", page, "integer")
            place = f"{self.source_node}/place/{quote.start}-{quote.end}"
            self.link(node, v.OA + "hasSelector", place + "/text", place + "/position")
            self.type(place + "/text", v.OA + "TextQuoteSelector")
            for name, text in (("exact", quote.exact), ("prefix", quote.prefix), ("suffix", quote.suffix)):
                if text:
                    self.value(place + "/text", v.OA + name, text, "string")
            self.type(place + "/position", v.OA + "TextPositionSelector")
            self.value(place + "/position", v.OA + "start", quote.start, "integer")
            self.value(place + "/position", v.OA + "end", quote.end, "integer")

    # -- things that claims are about --------------------------------------------------------------------------------

    def unit(self, unit: Unit) -> str:
        node = v.unit_iri(unit.path)
        if not unit.known and self.first(unit):
            self.type(node, v.CCHC + unit.kind, v.ORG + "FormalOrganization")
            self.label(node, unit.name, unit.name_en)
            self.value(node, v.CCHC + "sortKey", sort_key(unit.name), "string")
            if unit.within:
                self.link(node, v.ORG + "subOrganizationOf", v.unit_iri(unit.within))
        return node

    def concept(self, kind: str, concept: Concept, cls: str, index: str | None = None) -> str:
        """A component, grade, region or class of units; declared here where the reference data does not."""
        node = f"{v.ID}{kind}/{concept.path}"
        if not concept.known and self.first((node, concept, cls, index)):
            self.type(node, v.CCHC + cls, v.SKOS + "Concept")
            self.label(node, concept.name, concept.name_en)
            if index:
                self.link(node, v.CCHC + "index", v.index_iri(index))
        return node

    def edition(self, edition: Edition) -> str:
        node = v.edition_iri(edition.index, edition.year, edition.population)
        if not self.first(edition):
            return node
        self.type(node, v.CCHC + "IndexEdition", v.DCAT + "Dataset")
        self.link(node, v.CCHC + "index", v.index_iri(edition.index))
        self.value(node, v.CCHC + "year", edition.year, "gYear")
        self.link(node, v.CCHC + "population", f"{v.ID}population/{edition.population}")
        if edition.owner:
            index, owner = v.index_iri(edition.index), edition.owner
            self.type(index, v.CCHC + "ReformIndex", v.SKOS + "Concept")
            model = edition.model or _PAR_INDEX
            self.label(
                index,
                f"{model.name} của {owner.name}",
                f"{model.name_en or model.name} of {owner.name_en or owner.name}",
            )
            self.link(index, v.CCHC + "owner", self.unit(owner))
        return node

    def earlier(self, edition: Edition, year: int | None) -> None:
        """Declares the edition that a change is measured against, so that rules can speak of it."""
        before = replace(edition, year=year or edition.year - 1)
        node = self.edition(before)
        if before.year == edition.year - 1:
            self.link(v.edition_iri(edition.index, edition.year, edition.population), v.CCHC + "previousEdition", node)

    def status(self, node: str, status: str, interpretation: tuple[str, ...]) -> None:
        self.link(node, v.CCHC + "status", v.CCHC + _STATUS[status])
        self.link(node, v.CCHC + "interpretation", *(f"{v.ID}interpretation/{rule}" for rule in interpretation))

    def measured_in(self, node: str, unit_of_measure: str | None) -> None:
        name = _UNIT_OF_MEASURE.get(unit_of_measure or "")
        if name:
            self.link(node, v.CCHC + "unitOfMeasure", v.CCHC + name)

    def compared(self, node: str, edition: Edition, year: int | None) -> None:
        self.earlier(edition, year)
        if year is not None and year != edition.year - 1:
            before = v.edition_iri(edition.index, year, edition.population)
            self.link(node, v.CCHC + "comparedWith", before)

    def official(self, name: str, quotes: tuple[Quote, ...] = (), *units: Unit) -> str:
        """The person whom a name means at a place of this source, or as one of these units has them.

        See :mod:`cchc.triples.people`.
        """
        node = f"{v.ID}official/{self.people.path(name, quotes, units)}"
        if self.first((node, name)):
            self.type(node, v.CCHC + "Official", v.FOAF + "Person")
            self.label(node, name)
            self.value(node, v.FOAF + "name", name, "string")
        return node
