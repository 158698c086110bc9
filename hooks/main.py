"""The MkDocs adapter: the only file that imports mkdocs. It moves the core's results in and out of the engine."""

from __future__ import annotations

import gc
import logging
import re
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any, Literal
from urllib.parse import quote

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as EnginePage
from mkdocs.structure.toc import AnchorLink, TableOfContents
from mkdocs.utils import write_file
from termbase.bundles import Bundle, bundles, style_sheet
from termbase.checks import check
from termbase.exports import Publication, feed
from termbase.exports.publication import LICENSE_URL
from termbase.fonts import maths_characters, maths_font
from termbase.glossary import Glossary, build
from termbase.load import DOCS, NotAProject, load
from termbase.offline.worker import WORKER, build_id, first, names, worker
from termbase.pages import Around, Page, Site, site
from termbase.pages.handwritten import prepare
from termbase.pages.structured import handwritten
from termbase.problems import Severity, counted, failed
from termbase.render import framed
from termbase.search import opensearch
from termbase.styles import FRAME_CLASSES, classes_of, purged

# Only loggers under `mkdocs.` count for --strict.
log = logging.getLogger("mkdocs.hooks.glossary")

TEMPLATES = Path(__file__).parent / "templates" / "pages"
MATHS_FONT = "assets/fonts/stix-two-math.woff2"
PROGRESS_SECONDS = 2.0
# What the theme publishes: our pages have scripts of their own, and of its style sheet what they use.
THEME_ASSETS = ("assets/javascripts/", "assets/stylesheets/", "assets/images/")
THEME_STYLES = re.compile(r"assets/stylesheets/main\.\w+\.min\.css")


class _State:
    """What one build knows. The module outlives a build under `mkdocs serve`, so each build makes a new one."""

    def __init__(self) -> None:
        self.site: Site | None = None
        self.theme = ""
        self.assets: dict[str, str] = {}
        self.written = 0
        self.told = time.monotonic()

    def page(self, page: EnginePage) -> Page | None:
        return self.site.pages.get(page.file.src_uri) if self.site else None


_state = _State()
_preview = False


def on_startup(command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    """Note whether this is a preview."""
    global _preview  # noqa: PLW0603 - as above
    _preview = command == "serve"


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Start a build with nothing left of the one before."""
    global _state  # noqa: PLW0603 - MkDocs keeps hook modules, not hook objects
    _state = _State()
    gc.enable()
    gc.unfreeze()
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Read and check the glossary, and add its pages."""
    root = Path(config.config_file_path or ".").resolve().parent
    # What is read stays until the next build: the collector need not walk through it again and again.
    gc.disable()
    try:
        glossary = build(load(root))
    except NotAProject as failure:
        raise Abort(str(failure)) from None
    _report(glossary, strict=config.strict)
    base_url = f"{config.site_url.rstrip('/')}/" if config.site_url else ""
    _state.theme = _without_theme(files, config)
    for bundle in bundles(_reader(config)):
        _serve(bundle, files, config)
    publication = Publication(config.site_name, config.site_description or "", base_url)
    _state.site = site(glossary, TEMPLATES, publication, _state.assets)
    for page in _state.site.pages.values():
        if files.get_file_from_path(page.uri) is None:
            files.append(_generated(config, page))
    for uri, held in (*_state.site.files.items(), *_described(config)):
        files.append(File.generated(config, uri, content=held, inclusion=InclusionLevel.INCLUDED))
    drawn = maths_characters(glossary)
    if drawn:
        files.append(File.generated(config, MATHS_FONT, content=maths_font(drawn)))
    gc.freeze()
    gc.enable()
    log.info("%s in %s", counted(len(glossary.entries), "entry", "entries"), counted(len(_state.site.pages), "page"))
    return files


def _without_theme(files: Files, config: MkDocsConfig) -> str:
    """Take the theme's scripts and styles out of ``files``, not those of the project; return its style sheet."""
    of_theme = [file for file in files if file.src_uri.startswith(THEME_ASSETS) and file.src_dir != config.docs_dir]
    for file in of_theme:
        files.remove(file)
    sheets = [file for file in of_theme if THEME_STYLES.fullmatch(file.src_uri)]
    if len(sheets) != 1:
        raise Abort(
            f"Expected one style sheet of Material's, found {len(sheets)}: is `theme: name` in mkdocs.yml material?"
        )
    return sheets[0].content_string


def _reader(config: MkDocsConfig) -> Callable[[str], str]:
    return lambda part: Path(config.docs_dir, part).read_text("utf-8")


def _serve(bundle: Bundle, files: Files, config: MkDocsConfig) -> None:
    _state.assets[bundle.name] = bundle.address
    files.append(File.generated(config, bundle.address, content=bundle.text, inclusion=InclusionLevel.INCLUDED))


def _described(config: MkDocsConfig) -> Iterator[tuple[str, str]]:
    # A browser takes absolute addresses only.
    if config.site_url:
        yield (
            opensearch.ADDRESS,
            opensearch.opensearch(config.site_name, config.site_description or "", config.site_url),
        )


def _report(glossary: Glossary, *, strict: bool) -> None:
    problems = check(glossary)
    for problem in problems:
        log.log(logging.WARNING if problem.severity is Severity.ERROR else logging.INFO, "%s", problem)
    if strict and failed(problems):
        raise Abort("The glossary has errors, so nothing was built. Mend them, or preview with `make serve`.")


def _generated(config: MkDocsConfig, page: Page) -> File:
    file = File.generated(config, page.uri, content="", inclusion=InclusionLevel.NOT_IN_NAV)
    file.edit_uri = f"../{page.source}" if page.source else None
    return file


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Make the style sheet now that every text is known, and tell every page what it needs to know of the site."""
    written = (classes_of(page.content or "") for file in files.documentation_pages() if (page := file.page))
    theme = purged(_state.theme, FRAME_CLASSES.union(*written))
    _serve(style_sheet(_reader(config), theme), files, config)
    env.globals["asset"] = lambda name: _state.assets.get(name, name)
    env.globals["search_start"] = _state.site.search.start if _state.site else ""
    env.globals["license_url"] = LICENSE_URL
    env.globals["feed"] = feed.ADDRESS if config.site_url else ""
    return env


def on_page_markdown(markdown: str, page: EnginePage, config: MkDocsConfig, files: Files) -> str:
    """Give a page of the core its title and header data; ready a hand-written one for the engine."""
    ours = _state.page(page)
    if _state.site:
        page.update_date = (ours.updated if ours else "") or _state.site.glossary.updated or page.update_date
    if ours is None:
        if _state.site is None:
            return markdown
        figures, base_url = _state.site.glossary.figures, _state.site.publication.base_url
        return prepare(f"{DOCS}/{page.file.src_uri}", markdown, figures, base_url)
    page.title = ours.title
    page.meta = _meta(ours)
    return ""


def _meta(page: Page) -> dict[str, Any]:
    return {
        "title": page.title,
        "description": page.description,
        "sidebar": [asdict(group) for group in page.sidebar],
        "hide": ["navigation", "toc"] if page.wide else [] if page.toc else ["toc"],
        "kind": str(page.kind),
        "scripts": list(page.scripts),
        "robots": "" if page.listed else "noindex",
    }


def on_page_content(html: str, page: EnginePage, config: MkDocsConfig, files: Files) -> str:
    """Give a page of the core its own contents, and the tables of a hand-written one the frames that ours have."""
    ours = _state.page(page)
    if ours is None:
        return _state.site.anchored(page.url, framed(html)) if _state.site else html
    page.toc = TableOfContents([AnchorLink(item.title, item.anchor, level=2) for item in ours.toc])
    return html


def on_page_context(context: dict[str, Any], page: EnginePage, config: MkDocsConfig, nav: Any) -> dict[str, Any]:
    """Set a page of the core just before it is written, so that pages are never all in memory."""
    ours = _state.page(page)
    if ours and _state.site:
        made = _state.site.made(ours, _around(page, config))
        page.content = made.html
        context.update(structured=made.structured, alternates=made.alternates)
        for uri, held in made.files.items():
            write_file(held.encode() if isinstance(held, str) else held, str(Path(config.site_dir, uri)))
        _tell_progress(len(_state.site.pages))
    elif _state.site:
        about = str(page.meta.get("description") or config.site_description or "")
        context["structured"] = handwritten(_state.site.publication, str(page.title), page.url, about)
    return context


def _around(page: EnginePage, config: MkDocsConfig) -> Around:
    report = str(config.extra.get("report_url", ""))
    return Around(
        site_name=config.site_name,
        canonical_url=page.canonical_url or "",
        edit_url=page.edit_url or "",
        report_url=report.replace("{title}", quote(str(page.title), safe="")),
    )


def _tell_progress(pages: int) -> None:
    _state.written += 1
    if time.monotonic() - _state.told > PROGRESS_SECONDS:
        _state.told = time.monotonic()
        log.info("%s of %s written", f"{_state.written:,}", counted(pages, "page"))


def on_post_page(output: str, page: EnginePage, config: MkDocsConfig) -> str:
    """Let go of a page that is written."""
    if _state.page(page):
        page.content = ""
    return output


def on_post_build(config: MkDocsConfig) -> None:
    """Tell the service worker which build it belongs to; a preview, or `offline: false`, has one that goes away."""
    folder = Path(config.site_dir)
    script = folder / WORKER
    if _preview or not config.extra.get("offline", True):
        write_file(worker(script.read_text("utf-8"), "", (), ()).encode(), str(script))
        return
    files = sorted((path.relative_to(folder).as_posix(), path) for path in folder.rglob("*") if path.is_file())
    build = build_id((address, path.read_bytes()) for address, path in files)
    wanted = first({address: path.stat().st_size for address, path in files})
    top = names(address for address, _ in files)
    write_file(worker(script.read_text("utf-8"), build, wanted, top).encode(), str(script))
