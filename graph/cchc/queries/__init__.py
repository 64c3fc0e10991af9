"""Stored queries: the catalogue, binding of parameters, and running one."""

from cchc.queries.binding import bind
from cchc.queries.catalogue import Catalogue
from cchc.queries.header import Parameter, StoredQuery
from cchc.queries.run import run

__all__ = ["Catalogue", "Parameter", "StoredQuery", "bind", "run"]
