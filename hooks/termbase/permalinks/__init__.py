"""Addresses that never die: what is published, what redirects where, and the ledger of all that ever was."""
