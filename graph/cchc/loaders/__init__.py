"""Readers of sources: each turns one kind of document into claims, and knows nothing of RDF."""
