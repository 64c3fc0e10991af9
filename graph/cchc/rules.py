"""Conclusions: the CONSTRUCT files of ``ontology/rules/``, run to their fixpoint into the graph of derived claims.

A conclusion is a file. Its ``#+`` header says in both languages what it concludes and what it assumes; its text makes
claims of status ``cchc:Derived`` that name the rule and their premises. Rules read claims, never accepted values, so
that a conclusion rests on what sources say and not on how a disagreement between them was settled. A rule whose
pattern asks for ``cchc:status cchc:Stated`` and for no other status or rule reads stated claims only: from what others
conclude nothing follows by it, and it is applied once.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pyoxigraph import Literal, NamedNode, Quad, QueryTriples, Store

from cchc import vocabulary as v
from cchc.errors import CchcError
from cchc.resources import resource
from cchc.store.scratch import empty, is_merged, write

_RULE = NamedNode(v.CCHC + "rule")
MAX_ROUNDS = 100
"""A round of a chain of rules goes back one edition; an index has no hundred editions, so more rounds are a circle."""

_KEYS = {"title", "description", "assumes", "example"}
_LANGUAGES = {"vi", "en"}
_CONCLUSIONS = re.compile(r"cchc:(Derived|rule)\b|cchc:status\s+[?$]")
_DESCRIBED_BY = (
    ("title", v.RDFS + "label"),
    ("description", v.SKOS + "definition"),
    ("assumes", v.SKOS + "scopeNote"),
    ("example", v.SKOS + "example"),
)


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule file: its name, the texts of its header by language, and its CONSTRUCT query."""

    name: str
    title: dict[str, str]
    description: dict[str, str]
    assumes: dict[str, str]
    example: dict[str, str]
    text: str

    @property
    def iri(self) -> str:
        return f"{v.ID}rule/{self.name}"

    @property
    def reads_conclusions(self) -> bool:
        """Whether its pattern may match what rules conclude."""
        pattern = self.text[self.text.find("WHERE") :]
        return "cchc:status cchc:Stated" not in pattern or _CONCLUSIONS.search(pattern) is not None


def rules(folder: Path | None = None) -> tuple[Rule, ...]:
    """All rules, by name.

    :param folder: where the ``.rq`` files lie; by default those of the product.
    :raises CchcError: RULE_HEADER if a header lacks a text, or holds what no header has.
    """
    return tuple(_read(file) for file in sorted((folder or resource("ontology") / "rules").glob("*.rq")))


def _read(file: Path) -> Rule:
    import yaml

    text = file.read_text(encoding="utf-8")
    header = "\n".join(line[3:] for line in text.splitlines() if line.startswith("#+"))
    try:
        said: Any = yaml.load(header, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except yaml.YAMLError as error:
        raise CchcError("RULE_HEADER", where=file.name, values={"reason": str(error).splitlines()[0]}) from error
    wrong = _KEYS ^ set(said) if isinstance(said, dict) else _KEYS
    for key in sorted(_KEYS - wrong):
        if not isinstance(said[key], dict) or set(said[key]) != _LANGUAGES:
            wrong.add(key)
    if wrong:
        raise CchcError("RULE_HEADER", where=file.name, values={"reason": ", ".join(sorted(wrong))})
    return Rule(name=file.stem, text=text, **{key: dict(said[key]) for key in _KEYS})


def conclude(store: Store, applied: tuple[Rule, ...] | None = None) -> dict[str, int]:
    """Writes ``graph/derived`` anew: what the rules conclude from the claims in ``store``, and the rules themselves.

    ``graph/results`` is emptied as well, for what was settled before may rest on conclusions that no longer hold:
    settle after this (:func:`cchc.settle.settle`). The same claims give the same quads, whatever was in the two graphs.

    A claim that several rules conclude is the first one's, for a conclusion has one rule.

    :param store: a writable store; the claims may lie in any of its graphs. Its default graph is empty, or
        the merge of all, which is kept in step.
    :param applied: the rules to apply; by default :func:`rules`.
    :returns: the number of claims that each rule derived, by the rule's name.
    :raises CchcError: RULES_ENDLESS if conclusions still follow after :data:`MAX_ROUNDS` rounds.
    """
    chosen = rules() if applied is None else applied
    graph = NamedNode(v.DERIVED_GRAPH)
    for written in (v.DERIVED_GRAPH, v.RESULTS_GRAPH):
        empty(store, written)
    write(store, (quad for rule in chosen for quad in described(rule)))

    due, union = chosen, not is_merged(store)
    drawn_by: dict[object, str] = {}
    for _ in range(MAX_ROUNDS):
        concluded = {quad for rule in due for quad in _of_its_own(rule, _apply(rule, store, graph, union), drawn_by)}
        new = [quad for quad in concluded if quad not in store]
        if not new:
            break
        write(store, new)
        due = tuple(rule for rule in chosen if rule.reads_conclusions)
    else:
        raise CchcError("RULES_ENDLESS", where=str(new[0].subject), values={"rounds": MAX_ROUNDS})
    return {
        rule.name: sum(1 for _ in store.quads_for_pattern(None, _RULE, NamedNode(rule.iri), graph)) for rule in chosen
    }


def _apply(rule: Rule, store: Store, graph: NamedNode, union: bool) -> set[Quad]:
    triples = store.query(rule.text, use_default_graph_as_union=union)
    if not isinstance(triples, QueryTriples):
        raise CchcError("RULE_HEADER", where=f"{rule.name}.rq", values={"reason": "CONSTRUCT"})
    return {Quad(triple.subject, triple.predicate, triple.object, graph) for triple in triples}


def _of_its_own(rule: Rule, quads: set[Quad], drawn_by: dict[object, str]) -> set[Quad]:
    """The conclusions of a rule that no other one has drawn. Two ways may lead to one claim (the last of 19 has moved
    up from 19th); it names the first, in the order of the rules. Adds to ``drawn_by``: the rule of each claim."""
    claims = {quad.subject for quad in quads if quad.predicate == _RULE}
    return {
        quad for quad in quads if quad.subject not in claims or drawn_by.setdefault(quad.subject, rule.iri) == rule.iri
    }


def described(rule: Rule) -> list[Quad]:
    """The rule as a thing that derived claims can point to."""
    node, graph = NamedNode(rule.iri), NamedNode(v.DERIVED_GRAPH)
    quads = [Quad(node, NamedNode(v.RDF + "type"), NamedNode(v.CCHC + "Rule"), graph)]
    for key, predicate in _DESCRIBED_BY:
        for language, words in getattr(rule, key).items():
            quads.append(Quad(node, NamedNode(predicate), Literal(words, language=language), graph))
    return quads
