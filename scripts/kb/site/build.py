"""The whole site: every page of every language, side by side on all processors.

A page is kept under a key of all that it is made from, and made again only when that changes.
The result is what `mkdocs build` makes from the same mkdocs.yml.
"""

import gzip
import os
import tempfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from mkdocs.exceptions import Abort, MkDocsException

from kb.model.kept import Kept, key_of
from kb.model.languages import LANGUAGES, LATIN, SOURCE, twin_file
from kb.model.library import Library, load
from kb.model.output import Output
from kb.model.side_by_side import side_by_side
from kb.site.cyrillic import GLOSSARY, twin
from kb.site.edition import CHOOSER, Edition, edition, warnings
from kb.site.ground import Ground
from kb.site.leaf import fingerprint, leaf
from kb.site.short_links import address_pages
from kb.site.standing import BESIDE, Made, Standing

KEPT = Path(".cache/pages")
AT_ONCE = 40
"""How many pages a process takes at a time."""

Place = tuple[str, str]
"""Language and path of a page, or BESIDE."""
Then = Callable[[Library, Output], None]
"""Gives a site what rests on its pages."""


class BuildError(RuntimeError):
    """The site cannot be built; the text says why."""


@dataclass
class Done:
    """What a piece of work brought."""

    made: list[Made]
    told: list[str]
    """What MkDocs warns of."""


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
        ground = Ground(library, *languages, "with papers" if then else "without papers")
        try:
            told, made = _write(library, output, languages, ground)
        except (MkDocsException, Abort) as error:
            raise BuildError(str(error)) from error
        if told:
            raise BuildError("\n".join(told))
        whole = Output(site, fresh, made.files())
        if then is not None:
            then(library, whole)
        changed = whole.publish()
        made.keep(root)
        return changed


def _write(
    library: Library, output: Output, languages: Iterable[str], ground: Ground
) -> tuple[list[str], Standing]:
    """Give *output* the chooser and the languages; return what MkDocs warns of, and all of it."""
    last, now = Standing.last(library.root, output.site), Standing(output.site)
    changed = []
    for code in dict.fromkeys((CHOOSER, *languages)):
        if last.has_edition(code, ground.edition(code)):
            now.made[code] = last.made[code]
        else:
            changed.append(code)
    with warnings() as told:
        work = _Work(library, output, changed, ground)
        pieces = list(work.pieces(last, now))
        for done in side_by_side(work.do, pieces):
            told.extend(done.told)
            for made in done.made:
                now.add(made)
        for one in work.editions.values():
            work.validate_links(one, now)
        work.kept.forget()
    return told, now


class _Work:
    """The pieces of a build, none of which needs another."""

    def __init__(
        self, library: Library, output: Output, languages: Iterable[str], ground: Ground
    ) -> None:
        self.library = library
        self.output = output
        self.ground = ground
        self.kept = Kept(library.root / KEPT)
        self.editions: dict[str, Edition] = {}
        env = None
        for code in languages:
            self.editions[code] = one = edition(library, code, output, env=env)
            env = one.env
        self.grounds = {code: fingerprint(one) for code, one in self.editions.items()}

    def pieces(self, last: Standing, now: Standing) -> Iterator[list[Place]]:
        """Yield the longest first: each language's search, then pages.

        What stands since the last build is no work: *now* takes it over.
        """
        yield from ([(code, BESIDE)] for code in self.editions)
        todo = []
        for path in dict.fromkeys(path for one in self.editions.values() for path in one.pages):
            for code in (code for code, one in self.editions.items() if path in one.pages):
                if (made := last.page(code, path, self.ground.page(code, path))) is None:
                    todo.append((code, path))
                else:
                    now.add(made)
        for start in range(0, len(todo), AT_ONCE):
            yield todo[start : start + AT_ONCE]

    def do(self, piece: list[Place]) -> Done:
        """Do one piece of work."""
        done = Done([], [])
        with warnings() as done.told:
            for language, path in piece:
                one = self.editions[language]
                done.made.append(self._write(one, path) if path else self._finish(one))
        return done

    def validate_links(self, one: Edition, now: Standing) -> None:
        """Warn of links, when the pages know what copies of this process have found in them."""
        for path, page in one.pages.items():
            made = now.made[one.language][path]
            page.present_anchor_ids = set(made.anchors)
            page.links_to_anchors = {
                file: dict(leads)
                for uri, leads in made.links.items()
                if (file := one.files.src_uris.get(uri)) is not None
            }
        one.validate_links()

    def _write(self, one: Edition, path: str) -> Made:
        found = leaf(one, path, self.grounds[one.language], self.kept)
        file = one.pages[path].file.dest_uri
        self.output.put(file, found.html)
        if one.language == LATIN:
            self.output.put(twin_file(file), self._twin(one, found.html, file))
        key = self.ground.page(one.language, path)
        files = tuple(sorted(self.output.taken()))
        return Made(one.language, path, key, files, found.anchors, found.links)

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

    def _finish(self, one: Edition) -> Made:
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
        files = tuple(sorted(self.output.taken()))
        return Made(one.language, BESIDE, self.ground.edition(one.language), files)


def environment(language: str) -> dict[str, str]:
    """Return the variables that make mkdocs.yml build one language alone."""
    switches = {f"KB_BUILD_{code.upper()}": str(code == language).lower() for code in LANGUAGES}
    return {**os.environ, **switches, "NO_MKDOCS_2_WARNING": "1"}


def _beside(site: Path) -> Path:
    site.resolve().parent.mkdir(parents=True, exist_ok=True)
    return site.resolve().parent
