"""Sends the named graphs of a store to a SPARQL server, by the SPARQL 1.1 Graph Store HTTP Protocol
(https://www.w3.org/TR/sparql11-http-rdf-update/)."""

from cchc.publish.run import Published, publish

__all__ = ["Published", "publish"]
