"""What a built site has of its theme: the rules of its style sheet that are used, and nothing else."""

from __future__ import annotations

from pathlib import Path

from engine import built, configure, run_engine
from lxml import html
from project import copy_base


def test_nothing_of_the_theme_is_published_but_rules_within_our_sheet(real_site: Path) -> None:
    assert {path.name for path in (real_site / "assets").iterdir()} <= {
        *("css", "js", "fonts", "figures", "icons", "favicon.svg"),
    }
    (sheet,) = (real_site / "assets" / "css").glob("site.*.css")
    text = sheet.read_text(encoding="utf-8")
    assert ".md-typeset" in text
    assert ".md-search" not in text
    assert ".md-nav" not in text


def test_files_of_the_publisher_stay_whatever_their_folder(tmp_path: Path) -> None:
    project = copy_base(tmp_path)
    config = configure(project)
    config.write_text(config.read_text(encoding="utf-8") + "extra_css: [assets/stylesheets/extra.css]\n", "utf-8")
    for name in ("stylesheets/extra.css", "images/logo.png", "javascripts/extra.js"):
        file = project / "docs" / "assets" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(b"p{}")
    site = built(config, tmp_path / "site")
    assert (site / "assets" / "images" / "logo.png").is_file()
    assert (site / "assets" / "javascripts" / "extra.js").is_file()
    page = html.document_fromstring((site / "terms" / "alpha" / "index.html").read_text(encoding="utf-8"))
    (*_, last) = page.xpath("//link[@rel='stylesheet']/@href")
    assert (site / "terms" / "alpha" / last).read_bytes() == b"p{}"


def test_a_theme_without_the_sheet_is_refused_in_words(tmp_path: Path) -> None:
    config = configure(copy_base(tmp_path))
    config.write_text(config.read_text(encoding="utf-8").replace("theme: {", "theme: {name: mkdocs, "), "utf-8")
    done = run_engine(config, tmp_path / "site")
    assert done.returncode == 1
    assert "Expected one style sheet of Material's, found 0" in done.stdout + done.stderr
    assert "Traceback" not in done.stdout + done.stderr


def test_titles_lose_nothing_that_looks_like_markup(tmp_path: Path) -> None:
    project = copy_base(tmp_path)
    alpha = project / "glossary" / "alpha.md"
    alpha.write_text(alpha.read_text(encoding="utf-8").replace("# Alpha", "# Alpha `<unk>`", 1), encoding="utf-8")
    site = built(configure(project), tmp_path / "site", strict=False)
    page = html.document_fromstring((site / "terms" / "alpha" / "index.html").read_text(encoding="utf-8"))
    assert page.xpath("string(//title)").startswith("Alpha <unk> ·")
    assert page.xpath("string(//meta[@property='og:title']/@content)") == "Alpha <unk>"
