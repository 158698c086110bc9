"""The drawings of ``docs/assets/figures``: a small part of SVG that is safe in any page and follows its colours.

A drawing is read by a list of what may stand in it, and made anew from what was read: what is not on the list is
reported and never reaches a page, whatever the file holds.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from html import escape
from xml.parsers import expat

from termbase.model import Figure
from termbase.problems import Problem, did_you_mean, error, shorten

BAD_FIGURE = error("bad-figure")

WIDEST, HIGHEST = 400, 800
_CLASS = "g-fig"
_ROOT: Mapping[str, str] = {"xmlns": "http://www.w3.org/2000/svg", "class": _CLASS}
# SVG 2, 9.3.9, without exponents and with at most six digits before the point. Nothing can be read in two ways,
# so that a long value is looked through once.
_NUMBER = r"[+-]?(?:[0-9]{1,6}+(?![0-9])(?:\.[0-9]*+)?|\.[0-9]++)"
_SPACES = r"[ \t\r\n]*+"
_NEXT = rf"{_SPACES},?{_SPACES}{_NUMBER}"
_FIRST = rf"{_SPACES}{_NUMBER}"
_PAIR = rf"{_NEXT}{_NEXT}"
_ARC = rf"{_NEXT * 3}(?:{_SPACES},?{_SPACES}[01]){{2}}{_PAIR}"
_COMMAND = (
    rf"(?:[LlMmTt](?:{_PAIR})++|[HhVv](?:{_NEXT})++|[Cc](?:{_PAIR * 3})++|[QqSs](?:{_PAIR * 2})++|[Aa](?:{_ARC})++)"
)
_PATH = rf"{_SPACES}(?=[Mm])(?:(?![A-Za-z]{_SPACES},)(?:{_COMMAND}|[Zz]){_SPACES})++"
_POINTS = rf"{_FIRST}{_NEXT}(?:{_PAIR})*+{_SPACES}"
_FUNCTION = (
    rf"(?:(?:translate|scale)\({_FIRST}(?:{_NEXT})?|rotate\({_FIRST}(?:{_PAIR})?|skew[XY]\({_FIRST}"
    rf"|matrix\({_FIRST}(?:{_NEXT}){{5}}){_SPACES}\)"
)
_VIEW_BOX = re.compile(r"0 0 ([0-9]{1,3}(?:\.[0-9]+)?) ([0-9]{1,3}(?:\.[0-9]+)?)")
_VALUES: Mapping[str, re.Pattern[str]] = {
    **dict.fromkeys(("x", "y", "x1", "y1", "x2", "y2", "dx", "dy", "width", "height"), re.compile(_NUMBER)),
    **dict.fromkeys(("cx", "cy", "r", "rx", "ry", "opacity"), re.compile(_NUMBER)),
    "class": re.compile(r"[a-z][a-z0-9-]*(?: [a-z][a-z0-9-]*)*"),
    "d": re.compile(_PATH),
    "points": re.compile(_POINTS),
    "text-anchor": re.compile(r"start|middle|end"),
    "transform": re.compile(rf"(?:{_SPACES}{_FUNCTION})++{_SPACES}"),
}
_SHAPES = frozenset(["path", "line", "polyline", "polygon", "circle", "ellipse", "rect"])
_WORDS = frozenset(["text", "tspan"])
_DRAWN = _SHAPES | {"g", "text"}
# Which elements may stand in which.
_INSIDE: Mapping[str, frozenset[str]] = {
    "": frozenset(["svg"]),
    "svg": _DRAWN | {"style"},
    "g": _DRAWN,
    "text": frozenset(["tspan"]),
    "tspan": frozenset(["tspan"]),
}
_SPACE = re.compile(r"\s+")
# The renderer marks places by some of these.
_PRIVATE = re.compile("[\ue000-\uf8ff]")
# A style sheet without functions, escapes and rules but `@media` can ask for nothing.
_SCHEME = re.compile(r"@media *\(prefers-color-scheme: *(?:dark|light)\)")
_ASKS = re.compile(r"[@(\\]")
_STYLED = re.compile(r"\.([a-z][a-z0-9-]*)")


@lru_cache(maxsize=2_048)
def parse_figure(path: str, text: str) -> tuple[Figure, tuple[Problem, ...]]:
    """Return the drawing that ``text`` holds and the problems met. One that cannot be shown has no markup."""
    reader = _Reader(path)
    size = len(text.encode())
    try:
        reader.parser.Parse(text.encode(), True)
    except expat.ExpatError as failure:
        reader.report(f"the drawing is not well-formed: {expat.ErrorString(failure.code)}", line=failure.lineno)
        return Figure(path, size), tuple(reader.problems)
    except _NotRead:
        return Figure(path, size), tuple(reader.problems)
    if not reader.parts:
        reader.report("nothing is drawn", "draw something, or delete the file")
    markup = "".join(reader.parts) if reader.width else ""
    return Figure(path, size, reader.width, reader.height, markup), tuple(reader.problems)


class _NotRead(Exception):
    """The drawing holds what is not read on."""


class _Reader:
    """Writes down the elements of a drawing that are on the list, and reports all others."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.width = self.height = 0.0
        self.parts: list[str] = []
        self.problems: list[Problem] = []
        self.open: list[str] = []
        # What is not on the list is left out with all that stands in it: how many such elements are open.
        self.left_out = 0
        self.sheet = ""
        self.classes: frozenset[str] | None = None
        # A browser goes by the encoding that a file declares: one that declares none cannot be read as something else.
        self.parser = expat.ParserCreate("utf-8")
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end
        self.parser.CharacterDataHandler = self.words
        self.parser.StartDoctypeDeclHandler = self.doctype
        self.parser.XmlDeclHandler = lambda *_: self.instruction("xml")
        self.parser.ProcessingInstructionHandler = self.instruction

    def report(self, message: str, hint: str = "", line: int = 0) -> None:
        self.problems.append(BAD_FIGURE.at(self.path, line or self.parser.CurrentLineNumber, message, hint))

    def doctype(self, *_: object) -> None:
        self.report("a drawing declares no document type", "remove `<!DOCTYPE …>`")
        raise _NotRead

    def instruction(self, target: str, *_: object) -> None:
        self.report(f"a drawing holds no `<?{shorten(target)} …?>`", "remove it")

    def start(self, name: str, attributes: dict[str, str]) -> None:
        parent = self.open[-1] if self.open else ""
        self.open.append(name)
        if self.left_out or name not in _INSIDE.get(parent, ()):
            if not self.left_out:
                self.misplaced(name, parent)
            self.left_out += 1
        elif name == "svg":
            self.root(attributes)
        elif name == "style":
            self.style(attributes)
        else:
            if self.classes is None and not self.parts:
                self.report("the drawing does not start with its `<style>`", "make it by `docs/assets/figures/draw.py`")
            self.parts.append(f"<{name}{self.kept(name, attributes)}{'/' if name in _SHAPES else ''}>")

    def misplaced(self, name: str, parent: str) -> None:
        place = f"in `<{shorten(parent)}>`" if parent else "as the whole drawing"
        hint = did_you_mean(name, _INSIDE.get(parent, ()), f"a drawing is made of {', '.join(sorted(_DRAWN))}")
        self.report(f"`<{shorten(name)}>` may not stand {place}", hint)

    def root(self, attributes: dict[str, str]) -> None:
        view = _VIEW_BOX.fullmatch(attributes.get("viewBox", ""))
        if view and 0 < float(view[1]) <= WIDEST and 0 < float(view[2]) <= HIGHEST:
            self.width, self.height = float(view[1]), float(view[2])
        else:
            hint = f"write `0 0 {WIDEST} 250`: the text of a wider drawing is too small on a phone"
            self.report(f"the `viewBox` is not `0 0 width height`, at most {WIDEST} wide and {HIGHEST} high", hint)
        for name, value in _ROOT.items():
            if attributes.get(name) != value:
                self.report(f"`<svg>` has no `{name}` or a wrong one", f'write `{name}="{value}"`')
        for name in sorted(attributes.keys() - _ROOT.keys() - {"viewBox"}):
            self.report(f"`<svg>` may not have `{shorten(name)}`", "remove it")

    def style(self, attributes: dict[str, str]) -> None:
        if self.classes is not None or self.parts:
            self.report("`<style>` stands once, as the first element", "remove this one")
        for name in attributes:
            self.report(f"`<style>` may not have `{shorten(name)}`", "remove it")

    def kept(self, element: str, attributes: dict[str, str]) -> str:
        """Return the attributes that are on the list, and report the others."""
        kept = ""
        for name, value in attributes.items():
            pattern = _VALUES.get(name)
            if pattern is None:
                hint = did_you_mean(name, _VALUES, "remove it; a `class` carries the look")
                self.report(f"`<{element}>` may not have `{shorten(name)}`", hint)
            elif not pattern.fullmatch(value):
                self.report(f"`{name}` of `<{element}>` may not be `{shorten(value)}`")
            else:
                kept += f' {name}="{value}"'
                if name == "class":
                    self.styled(value)
        return kept

    def styled(self, names: str) -> None:
        for name in names.split():
            if self.classes is not None and name not in self.classes:
                hint = did_you_mean(name, self.classes, "use one that it has")
                self.report(f"the style sheet of the drawing has no class `{shorten(name)}`", hint)

    def words(self, text: str) -> None:
        if self.left_out:
            return
        if self.open[-1] == "style":
            self.sheet += text
        elif self.open[-1] in _WORDS:
            if _PRIVATE.search(text):
                self.report(f"`{shorten(text)}` holds a character that no font has", "remove it")
            self.parts.append(escape(_PRIVATE.sub("\ufffd", _SPACE.sub(" ", text)), quote=False))
        elif text.strip():
            self.report(f"the words `{shorten(text)}` stand in no `<text>`", "put them into one, or remove them")

    def end(self, name: str) -> None:
        self.open.pop()
        if self.left_out:
            self.left_out -= 1
        elif name == "style":
            self.classes = frozenset(_STYLED.findall(self.sheet)) - {_CLASS}
            if _ASKS.search(_SCHEME.sub("", self.sheet)):
                hint = "use colours and lengths only, and `@media (prefers-color-scheme: dark)`"
                self.report("the style sheet of the drawing may ask for something elsewhere", hint)
        elif name != "svg" and name not in _SHAPES:
            self.parts.append(f"</{name}>")
