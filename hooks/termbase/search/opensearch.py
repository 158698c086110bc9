"""The description from which a browser can add this site to its search engines (OpenSearch 1.1, draft 6)."""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

ADDRESS = "opensearch.xml"
# "The value must contain 16 or fewer characters", and 1024 for the description.
_SHORT, _LONG = 16, 1024


def opensearch(name: str, about: str, site_url: str) -> str:
    """Return the description of a site whose first page is at the absolute address ``site_url``."""
    start = site_url.rstrip("/") + "/"
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
  <ShortName>{escape(name[:_SHORT].strip())}</ShortName>
  <Description>{escape((about or name)[:_LONG])}</Description>
  <InputEncoding>UTF-8</InputEncoding>
  <Image type="image/svg+xml">{escape(start)}assets/favicon.svg</Image>
  <Url type="text/html" template={quoteattr(f"{start}?q={{searchTerms}}")}/>
</OpenSearchDescription>
"""
