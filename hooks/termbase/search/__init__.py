"""The search index: what a reader's browser needs to find a term, computed at build."""

from termbase.search.documents import document
from termbase.search.files import SearchFiles, searchable

__all__ = ["SearchFiles", "document", "searchable"]
