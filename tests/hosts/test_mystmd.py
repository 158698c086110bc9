"""mystmd links to terms, takes their names for link texts, and embeds them. Collected where ``myst`` is installed."""

from __future__ import annotations

import json
from pathlib import Path

from hosting import host, mystmd, said
from myst_tree import Node, nodes, words


def target(node: Node, address: str) -> str:
    """Return where in the glossary a link leads to."""
    if node["type"] == "link":
        return str(node["url"]).removeprefix(address)
    assert f"{node['remoteBaseUrl']}/" == address
    return f"{node['url']}#{node['html_id']}".removeprefix("/")


def test_a_mystmd_project_links_to_terms_and_embeds_them(tmp_path: Path, address: str) -> None:
    project = host("mystmd", tmp_path, address)
    done = mystmd(project)
    assert done.returncode == 0, said(done)
    page = json.loads((project / "_build" / "site" / "content" / "index.json").read_text(encoding="utf-8"))
    found = list(nodes(page["mdast"]))
    links = [(words(n), target(n, address)) for n in found if n["type"] in ("link", "crossReference")]
    assert links == [
        ("Backpropagation", "terms/backpropagation/#backpropagation"),
        ("gradient", "terms/gradient/#gradient"),
        ("loss", "terms/loss-function/#loss-function"),
        ("GAN", "terms/generative-adversarial-network/#generative-adversarial-network"),
        ("neural net", "terms/neural-network/#neural-network"),
        ("Softmax: common mistake", "terms/softmax/#common-mistake"),
        ("the quiz", "terms/softmax/#quiz"),
        ("Minimax loss", "terms/minimax-loss/"),
        ("Study glossary", ""),
        # The source of each of the two terms that are embedded.
        ("Study glossary", "terms/cross-entropy/#cross-entropy"),
        ("Study glossary", "terms/minimax-loss/#minimax-loss"),
    ]
    terms = [words(node) for node in found if node["type"] == "definitionTerm"]
    assert terms == ["Cross-entropy", "minimax objective"]
    first, _ = (words(node) for node in found if node["type"] == "definitionDescription")
    assert "how surprised a guesser is" in first


def test_an_unknown_name_stops_the_build_and_is_named(tmp_path: Path, address: str) -> None:
    project = host("mystmd", tmp_path, address)
    with (project / "index.md").open("a", encoding="utf-8") as file:
        file.write("\n[](xref:glossary#gradient-ascend)\n")
    done = mystmd(project)
    assert done.returncode != 0
    assert '"xref:glossary#gradient-ascend" not found' in said(done)
