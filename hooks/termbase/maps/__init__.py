"""Pictures of how terms hang together, as positions and lines: a term among its neighbours, a course as a path.

Nothing here knows HTML: the templates draw what these functions work out.
"""
