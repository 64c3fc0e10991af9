"""A validation report: rows that say what is wrong, where, and what to do."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, serialize

from cchc import vocabulary as v


@dataclass(frozen=True, slots=True)
class Finding:
    """One result of validation.

    ``focus`` is the node that does not conform; ``path`` the property (as SPARQL writes a path) and ``value`` the value
    in question, each empty where there is none; nodes and values are written as N-Triples writes terms. ``constraint``
    is the local name of the SHACL constraint component, ``shape`` the IRI of the shape. ``message`` and ``fix`` are by
    language.
    """

    code: str
    severity: str
    focus: str
    path: str
    value: str
    constraint: str
    shape: str
    message: dict[str, str]
    fix: dict[str, str]

    @property
    def key(self) -> tuple[str, str, str, str, str]:
        """What two engines must agree upon."""
        return self.focus, self.shape, self.constraint, self.path, self.value

    @property
    def place(self) -> tuple[str, ...]:
        """The order of a report: violations first, then by code and node, so that a report is always the same."""
        return ("0" if self.severity == "Violation" else "1", self.code, *self.key)


@dataclass(frozen=True, slots=True)
class Report:
    """The findings, sorted; data conforms if none of them is a violation (warnings are shown, and do not block)."""

    findings: tuple[Finding, ...]

    @classmethod
    def of(cls, findings: Iterable[Finding]) -> Report:
        """The report of findings in any order."""
        return cls(tuple(sorted(findings, key=lambda finding: finding.place)))

    def also_in(self, other: Report) -> Report:
        """The findings that another report has too, in the same words."""
        said = {finding.place: finding.message for finding in other.findings}
        return Report(tuple(one for one in self.findings if said.get(one.place) == one.message))

    def besides(self, other: Report) -> Report:
        """The findings at places where another report has none."""
        known = {finding.place for finding in other.findings}
        return Report(tuple(one for one in self.findings if one.place not in known))

    @property
    def conforms(self) -> bool:
        return not self.violations

    @property
    def violations(self) -> tuple[Finding, ...]:
        return tuple(finding for finding in self.findings if finding.severity == "Violation")

    @property
    def warnings(self) -> tuple[Finding, ...]:
        return tuple(finding for finding in self.findings if finding.severity != "Violation")

    def rows(self, lang: str = "vi") -> list[dict[str, str]]:
        """Rows of ``severity, code, focus, path, value, message, fix``, for a table."""
        return [
            {
                "severity": finding.severity,
                "code": finding.code,
                "focus": finding.focus,
                "path": finding.path,
                "value": finding.value,
                "message": finding.message[lang],
                "fix": finding.fix[lang],
            }
            for finding in self.findings
        ]

    def as_dict(self) -> dict[str, Any]:
        """The report as JSON gives it, with both languages."""
        return {
            "conforms": self.conforms,
            "violations": len(self.violations),
            "warnings": len(self.warnings),
            "results": [
                {
                    "code": finding.code,
                    "severity": finding.severity,
                    "focus": finding.focus,
                    "path": finding.path,
                    "value": finding.value,
                    "constraint": finding.constraint,
                    "shape": finding.shape,
                    "message": finding.message,
                    "fix": finding.fix,
                }
                for finding in self.findings
            ],
        }

    def to_turtle(self) -> str:
        """An ``sh:ValidationReport``. Its nodes are named ``urn:cchc:report`` and ``urn:cchc:report:N``."""
        report = NamedNode("urn:cchc:report")
        boolean = Literal("true" if self.conforms else "false", datatype=NamedNode(v.XSD + "boolean"))
        triples = [
            Triple(report, NamedNode(v.RDF + "type"), NamedNode(v.SH + "ValidationReport")),
            Triple(report, NamedNode(v.SH + "conforms"), boolean),
        ]
        for number, finding in enumerate(self.findings, 1):
            node = NamedNode(f"urn:cchc:report:{number}")
            triples.append(Triple(report, NamedNode(v.SH + "result"), node))
            triples.append(Triple(node, NamedNode(v.RDF + "type"), NamedNode(v.SH + "ValidationResult")))
            for name, term in _described(finding):
                triples.append(Triple(node, NamedNode(name), term))
        written = serialize(triples, format=RdfFormat.TURTLE, prefixes=v.PREFIXES)
        return (written or b"").decode("utf-8")


def _described(finding: Finding) -> list[tuple[str, Any]]:
    said: list[tuple[str, Any]] = [
        (v.SH + "resultSeverity", NamedNode(v.SH + finding.severity)),
        (v.SH + "focusNode", _term(finding.focus)),
        (v.SH + "sourceShape", NamedNode(finding.shape)),
        (v.SH + "sourceConstraintComponent", NamedNode(v.SH + finding.constraint)),
        (v.CCHC + "code", Literal(finding.code)),
    ]
    prefix, colon, name = finding.path.partition(":")
    if colon and name.isalnum() and prefix in v.PREFIXES:
        said.append((v.SH + "resultPath", NamedNode(v.PREFIXES[prefix] + name)))
    if finding.value:
        said.append((v.SH + "value", _term(finding.value)))
    for predicate, texts in ((v.SH + "resultMessage", finding.message), (v.CCHC + "fix", finding.fix)):
        said.extend((predicate, Literal(text, language=language)) for language, text in sorted(texts.items()))
    return said


def _term(text: str) -> Any:
    """The term that N-Triples text stands for."""
    from pyoxigraph import parse

    (quad,) = parse(f"<urn:x> <urn:x> {text} .", format=RdfFormat.N_TRIPLES)
    return quad.object
