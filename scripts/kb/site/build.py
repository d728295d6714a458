"""The whole site: every page of every language, side by side on all processors.

A page is kept under a key of all that it is made from, and made again only when that changes.
The result is what `mkdocs build` makes from the same mkdocs.yml.
"""

import gzip
import os
import tempfile
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import nullcontext
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from mkdocs.exceptions import Abort, MkDocsException

from kb.model.kept import Kept, key_of
from kb.model.known import KEPT as READ
from kb.model.languages import LANGUAGES, LATIN, SOURCE, twin_file
from kb.model.library import Library, load
from kb.model.output import Output
from kb.model.side_by_side import meanwhile, side_by_side
from kb.site.cyrillic import GLOSSARY, twin
from kb.site.edition import CHOOSER, Edition, edition, warnings
from kb.site.ground import Ground
from kb.site.leaf import Leaf, fingerprint, leaf
from kb.site.short_links import address_pages
from kb.site.standing import BESIDE, SEARCH, Made, Standing

KEPT = Path(".cache/pages")
AT_ONCE = 40
"""How many pages a process takes at a time."""

Place = tuple[str, str]
"""Language and path of a page, or BESIDE."""
First = Callable[[Library, Iterable[str]], None]
"""Makes and keeps what pages of languages do not ask for, but what stands beside them does."""
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
    root: Path,
    site: Path,
    languages: Iterable[str] = LANGUAGES,
    first: First | None = None,
    then: Then | None = None,
) -> bool:
    """Write *site*, or leave the old one as it was and raise `BuildError`.

    Return whether anything has changed. What no build of today writes is removed from *site*.
    *first* works beside the making of pages.
    *then* adds papers and packed copies before any of it is shown, so that a site is of one piece.
    """
    languages = tuple(languages)
    _must_take(site, languages)
    with tempfile.TemporaryDirectory(dir=_beside(site), prefix=".site-") as folder:
        fresh = Path(folder, "fresh")
        output = Output(site, fresh, links_follow=then is not None)
        library = load(root, Kept(root / READ))
        if library.problems:
            raise BuildError("\n".join(map(str, library.problems)))
        options = [*languages, "with papers" if then else "without papers"]
        try:
            told, made = _write(library, output, languages, options, first)
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


def _must_take(site: Path, languages: Collection[str]) -> None:
    """Raise `BuildError` where a build of these languages would remove what it does not make."""
    if site.exists() and any(site.iterdir()) and not (site / "index.html").is_file():
        raise BuildError(f"'{site}' holds no site, but other files; name another with --site")
    standing = [code for code in LANGUAGES if (site / code / "index.html").exists()]
    if others := [code for code in standing if code not in languages]:
        raise BuildError(
            f"'{site}' holds {', '.join(others)} too, which would be removed;"
            " build all languages, or name another folder with --site"
        )


def _write(
    library: Library,
    output: Output,
    languages: Iterable[str],
    options: Iterable[str],
    first: First | None,
) -> tuple[list[str], Standing]:
    """Give *output* the chooser and the languages; return what MkDocs warns of, and all of it."""
    now = Standing(output.site)
    with warnings() as told:
        with meanwhile(partial(first, library, languages)) if first else nullcontext():
            last = Standing.last(library.root, output.site)
            ground = Ground(library, *options)
            codes = dict.fromkeys((CHOOSER, *languages))
            stand = {code for code in codes if last.has_edition(code, ground.edition(code))}
            now.made = {code: last.made[code] for code in stand}
            work = _Work(library, output, (code for code in codes if code not in stand), ground)
            done = list(side_by_side(work.do, list(work.pieces(last, now))))
        done += side_by_side(work.do, list(work.searches(last, now)))
        for piece in done:
            told.extend(piece.told)
            now.add(piece.made)
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
        """Yield what is to be made, some pages at a time; *now* takes over what stands."""
        yield from ([(code, BESIDE)] for code in self.editions)
        paths = dict.fromkeys(path for one in self.editions.values() for path in one.pages)
        todo = [
            (code, path)
            for path in paths
            for code, one in self.editions.items()
            if path in one.pages and not self._stands(last, now, code, path)
        ]
        for start in range(0, len(todo), AT_ONCE):
            yield todo[start : start + AT_ONCE]

    def searches(self, last: Standing, now: Standing) -> Iterator[list[Place]]:
        """Yield the same for what hooks add to each language."""
        for code in self.editions:
            if not self._stands(last, now, code, SEARCH):
                yield [(code, SEARCH)]

    def _stands(self, last: Standing, now: Standing, code: str, path: str) -> bool:
        made = last.page(code, path, self._key(code, path))
        now.add([made] if made else [])
        return made is not None

    def _key(self, code: str, path: str) -> str:
        if path == BESIDE:
            return self.ground.edition(code)
        return self.ground.search(code) if path == SEARCH else self.ground.page(code, path)

    def do(self, piece: list[Place]) -> Done:
        """Do one piece of work."""
        done = Done([], [])
        with warnings() as done.told:
            done.made = [self._made(self.editions[code], path) for code, path in piece]
        return done

    def _made(self, one: Edition, path: str) -> Made:
        found = None
        if path == BESIDE:
            self._finish(one)
        elif path == SEARCH:
            one.config.plugins.on_post_build(config=one.config)  # the search, by its hook
        else:
            found = self._write(one, path)
        key, files = self._key(one.language, path), tuple(sorted(self.output.taken()))
        if found is None:
            return Made(one.language, path, key, files)
        return Made(one.language, path, key, files, found.anchors, found.links)

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

    def _write(self, one: Edition, path: str) -> Leaf:
        found = leaf(one, path, self.grounds[one.language], self.kept)
        file = one.pages[path].file.dest_uri
        self.output.put(file, found.html)
        if one.language == LATIN:
            self.output.put(twin_file(file), self._twin(one, found.html, file))
        return found

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
