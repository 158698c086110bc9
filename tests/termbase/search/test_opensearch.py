"""The description by which a browser adds the site to its search engines."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest
from termbase.search.opensearch import opensearch

NAMESPACE = "{http://a9.com/-/spec/opensearch/1.1/}"


@pytest.mark.parametrize("site_url", ["https://example.org/glossary/", "https://example.org/glossary"])
def test_the_description_leads_to_the_first_page(site_url: str) -> None:
    found = ET.fromstring(opensearch("Terms <&>", 'About "it"', site_url))  # noqa: S314 - our own text
    assert found.tag == f"{NAMESPACE}OpenSearchDescription"
    assert found.findtext(f"{NAMESPACE}ShortName") == "Terms <&>"
    assert found.findtext(f"{NAMESPACE}Description") == 'About "it"'
    address = found.find(f"{NAMESPACE}Url")
    assert address is not None
    assert address.attrib == {"type": "text/html", "template": "https://example.org/glossary/?q={searchTerms}"}


def test_names_are_as_long_as_the_specification_allows() -> None:
    found = ET.fromstring(opensearch("A very long name of a site", "x" * 2_000, "https://e.org/"))  # noqa: S314
    assert found.findtext(f"{NAMESPACE}ShortName") == "A very long name"
    assert len(found.findtext(f"{NAMESPACE}Description") or "") == 1024
