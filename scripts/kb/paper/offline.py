"""A whole language that opens from a memory stick, and what a browser keeps of it."""

import hashlib
import json
import posixpath
import re
from collections.abc import Iterator
from html import unescape
from itertools import chain
from pathlib import Path

from kb.model.addresses import landing
from kb.model.output import Output
from kb.paper.article import OUTSIDE, TARGET
from kb.paper.names import SLIDES
from kb.paper.plan import Shelf

LEFT_OUT = re.compile(r"\.(?:zip|gz|br)$")
NOT_ON_A_STICK = re.compile(r"<meta http-equiv=\"(?:Content-Security-Policy|refresh)\"[^>]*>")
"""Some browsers take no file for a neighbour of another; a page that moved shows its link."""
KEPT_BY_BROWSER = re.compile(r"\.(?:html|css|js|json|svg|txt|png|bin)$")
START = (
    '<!doctype html><html lang="{language}"><head><meta charset="utf-8"><title>Birge</title>'
    '<meta http-equiv="refresh" content="0; url={language}/index.html"></head>'
    '<body><p><a href="{language}/index.html">Birge</a></p></body></html>\n'
)


def parts(site: Output, language: str) -> dict[str, bytes]:
    """Return the files of the site that belong to a language, as they stand."""
    names = _names(site, language)
    return {name: site.read(name) for name in names if not LEFT_OUT.search(name)}


def fingerprint(raw: dict[str, bytes], site_url: str) -> str:
    """Return the same for the same files and the same code, so that a zip is made once."""
    whole = hashlib.sha256(Path(__file__).read_bytes() + site_url.encode())
    for name in sorted(raw):
        whole.update(f"{name} {hashlib.sha256(raw[name]).hexdigest()}\n".encode())
    return whole.hexdigest()


def stick(raw: dict[str, bytes], language: str, site_url: str) -> dict[str, bytes]:
    """Return the files with links that work without a server, and a page that opens first."""
    files = {
        name: _for_files(NOT_ON_A_STICK.sub("", text.decode()), name, set(raw), site_url).encode()
        if name.endswith(".html")
        else text
        for name, text in raw.items()
    }
    files["index.html"] = START.format(language=language).encode()
    return files


def _names(site: Output, language: str) -> list[str]:
    """Return the files of a language, and those that all languages share."""
    shared = (name for name in site.below("search") if name.count("/") == 1)
    own = (site.below(part) for part in (language, "assets", f"search/{language}"))
    return [*chain.from_iterable(own), *shared]


def _for_files(html: str, name: str, names: set[str], site_url: str) -> str:
    """Return the page with each folder's link ending in index.html, all others on the site."""
    here = posixpath.dirname(name)

    def placed(match: re.Match[str]) -> str:
        target = unescape(match["target"])
        path, sign, rest = target.partition("#")
        if OUTSIDE.match(target) or not path:
            return match[0]
        path, _, question = path.partition("?")
        whole = posixpath.normpath(posixpath.join(here, path))
        if path.endswith(("/", ".")):
            if posixpath.join(whole, "index.html") in names:
                way = posixpath.join(path, "index.html")
                return f'{match["name"]}="{way}{sign}{rest}"'
            whole += "/"
        if whole in names:
            return match[0]
        asked = f"?{question}" if question else ""
        return f'{match["name"]}="{site_url}{whole}{asked}{sign}{rest}"'

    return TARGET.sub(placed, html)


def kept_list(shelf: Shelf) -> str:
    """Return what a browser keeps of a language, and what it says where it kept nothing.

    The addresses of all files, their size together in bytes, the page behind each short address,
    and two sentences for a page that was not kept.
    """
    site, language = shelf.site, shelf.language
    files = [
        name
        for name in _names(site, language)
        # Of all papers, slides alone are kept: a browser shows them, wherever the room is.
        if KEPT_BY_BROWSER.search(name) and ("/paper/" not in name or name.endswith(SLIDES))
    ]
    listed = {
        "language": language,
        "size": sum(map(site.size, files)),
        "files": [name.removesuffix("index.html") for name in files],
        "shorts": dict(_shorts(shelf)),
        **{key: shelf.library.word(language, key) for key in ("not-kept", "to-kept")},
    }
    return json.dumps(listed, ensure_ascii=False, separators=(",", ":")) + "\n"


def _shorts(shelf: Shelf) -> Iterator[tuple[str, str]]:
    """Yield each short address with what it leads to in the language."""
    for short, target in shelf.library.short_links.items():
        path, section = landing(target, shelf.library.moved)
        if (article := shelf.articles.get(path)) is not None:
            yield short, f"{article.address}#{section}".removesuffix("#")
