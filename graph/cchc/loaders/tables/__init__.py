"""Tables of figures as people publish them (.csv, .tsv, .xlsx) to claims.

The way of a cell: :mod:`files` gives sheets of rows; :mod:`headers` finds the heading and :mod:`columns` says what each
column is; :mod:`surroundings` reads titles and blocks of key and value; :mod:`rows` makes claims of each row, by
:mod:`values` and :mod:`units`. What each word of a table means is data: ``ontology/tables.ttl``.
"""
