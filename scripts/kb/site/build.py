"""The whole site: every page of every language, side by side on all processors.

A page is kept under a key of all that it is made from, and made again only when that changes.
The result is what `mkdocs build` makes from the same mkdocs.yml.
"""

import gzip
import os
import tempfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from mkdocs.exceptions import Abort, MkDocsException

from kb.model.kept import Kept, key_of
from kb.model.languages import LANGUAGES, LATIN, SOURCE, twin_file
from kb.model.library import Library, load
from kb.model.output import Output
from kb.model.side_by_side import side_by_side
from kb.site.cyrillic import GLOSSARY, twin
from kb.site.edition import CHOOSER, Edition, edition, warnings
from kb.site.leaf import fingerprint, leaf
from kb.site.short_links import address_pages

KEPT = Path(".cache/pages")
GLOSSARY_PAGE = "glossary"
"""Is rendered once beforehand: the templates are compiled then, for all copies of the process."""
AT_ONCE = 8
"""How many pages, each in all languages, a process takes at a time."""

Then = Callable[[Library, Output], None]
"""Gives a site what rests on its pages."""


class BuildError(RuntimeError):
    """The site cannot be built; the text says why."""


@dataclass(frozen=True)
class Written:
    """A page that was written: where links can lead in it, and where its own lead."""

    language: str
    path: str
    anchors: tuple[str, ...]
    links: dict[str, dict[str, str]]


@dataclass
class Done:
    """What a piece of work brought."""

    written: list[Written]
    told: list[str]
    """What MkDocs warns of."""
    names: set[str]
    """The files that belong to the site."""


def build(
    root: Path, site: Path, languages: Iterable[str] = LANGUAGES, then: Then | None = None
) -> bool:
    """Write *site*, or leave the old one as it was and raise `BuildError`.

    Return whether anything has changed. What no build of today writes is removed from *site*.
    *then* adds papers and packed copies before any of it is shown, so that a site is of one piece.
    """
    languages = tuple(languages)
    if site.exists() and any(site.iterdir()) and not (site / "index.html").is_file():
        raise BuildError(f"'{site}' holds no site, but other files; name another with --site")
    standing = [code for code in LANGUAGES if (site / code / "index.html").exists()]
    if others := [code for code in standing if code not in languages]:
        raise BuildError(
            f"'{site}' holds {', '.join(others)} too, which would be removed;"
            " build all languages, or name another folder with --site"
        )
    with tempfile.TemporaryDirectory(dir=_beside(site), prefix=".site-") as folder:
        fresh = Path(folder, "fresh")
        output = Output(site, fresh, links_follow=then is not None)
        library = load(root)
        if library.problems:
            raise BuildError("\n".join(map(str, library.problems)))
        try:
            told, names = _write(library, output, languages)
        except (MkDocsException, Abort) as error:
            raise BuildError(str(error)) from error
        if told:
            raise BuildError("\n".join(told))
        whole = Output(site, fresh, names)
        if then is not None:
            then(library, whole)
        return whole.publish()


def _write(
    library: Library, output: Output, languages: Iterable[str]
) -> tuple[list[str], set[str]]:
    """Give *output* the chooser and the languages; return what MkDocs warns of, and the names."""
    names: set[str] = set()
    with warnings() as told:
        first = edition(library, CHOOSER, output)
        editions = [first]
        editions += [
            edition(library, code, output, env=first.env) for code in dict.fromkeys(languages)
        ]
        editions[-1].render(GLOSSARY_PAGE, "", editions[-1].view(GLOSSARY_PAGE))
        work = _Work(library, output, editions)
        for done in side_by_side(work.do, work.pieces()):
            told.extend(done.told)
            names |= done.names
            for written in done.written:
                work.note(written)
        for one in editions:
            one.validate_links()
        work.kept.forget()
    return told, names


class _Work:
    """The pieces of a build, none of which needs another."""

    def __init__(self, library: Library, output: Output, editions: list[Edition]) -> None:
        self.library = library
        self.output = output
        self.editions = {one.language: one for one in editions}
        self.grounds = {one.language: fingerprint(one) for one in editions}
        self.kept = Kept(library.root / KEPT)

    def pieces(self) -> Iterator[list[str]]:
        """Yield the longest first: each language's search, then pages."""
        yield from ([code] for code in self.editions)
        paths = iter(dict.fromkeys(path for one in self.editions.values() for path in one.pages))
        while some := list(islice(paths, AT_ONCE)):
            yield ["", *some]

    def do(self, piece: list[str]) -> Done:
        """Do one piece of work."""
        language, *paths = piece
        done = Done([], [], set())
        with warnings() as done.told:
            if language:
                self._finish(self.editions[language])
            for path in paths:
                done.written += [
                    self._write(one, path) for one in self.editions.values() if path in one.pages
                ]
        done.names = self.output.taken()
        return done

    def note(self, written: Written) -> None:
        """Tell a page of this process what a copy of it has found."""
        one = self.editions[written.language]
        page = one.pages[written.path]
        page.present_anchor_ids = set(written.anchors)
        page.links_to_anchors = {
            file: leads
            for uri, leads in written.links.items()
            if (file := one.files.src_uris.get(uri)) is not None
        }

    def _write(self, one: Edition, path: str) -> Written:
        made = leaf(one, path, self.grounds[one.language], self.kept)
        file = one.pages[path].file.dest_uri
        self.output.put(file, made.html)
        if one.language == LATIN:
            self.output.put(twin_file(file), self._twin(one, made.html, file))
        return Written(one.language, path, made.anchors, made.links)

    def _twin(self, one: Edition, html: str, file: str) -> str:
        """Return an Uzbek page in Cyrillic letters, made anew where the Latin one has changed."""
        spelling = self.library.cyrillic.ground
        terms = self.library.terms if GLOSSARY.search(html) else {}
        key = key_of([self.grounds[LATIN], html, file, spelling, repr(terms)])
        if (found := self.kept.get(key)) is None:
            site_url = one.config.site_url or "/"
            found = twin(self.library, one.env, html, file, site_url).encode()
            self.kept.put(key, found)
        return found.decode()

    def _finish(self, one: Edition) -> None:
        """Write what stands beside the pages of a language."""
        for file in one.beside_pages():
            self.output.put(file.dest_uri, file.content_bytes)
        one.config.plugins.on_post_build(config=one.config)  # the search, by its hook
        if one.language == CHOOSER:
            for name, text in one.templates():
                self.output.put(name, text)
                if name.endswith(".xml"):
                    self.output.put(f"{name}.gz", gzip.compress(text.encode(), mtime=0))
        if one.language == SOURCE:
            for name, text in address_pages(self.library, one.env, one.config):
                self.output.put(name, text)


def environment(language: str) -> dict[str, str]:
    """Return the variables that make mkdocs.yml build one language alone."""
    switches = {f"KB_BUILD_{code.upper()}": str(code == language).lower() for code in LANGUAGES}
    return {**os.environ, **switches, "NO_MKDOCS_2_WARNING": "1"}


def _beside(site: Path) -> Path:
    site.resolve().parent.mkdir(parents=True, exist_ok=True)
    return site.resolve().parent
