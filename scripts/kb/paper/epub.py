"""All pages of a language as one book."""

import hashlib
import re
import tempfile
from collections.abc import Sequence
from datetime import date
from html import escape
from pathlib import Path

from kb.model.languages import NAMES
from kb.paper.article import ANCHOR, Article
from kb.paper.pandoc import converted

CONTENTS_DEPTH = 2
TOP_ID = re.compile(r"(?P<tag><h1\b[^>]*) id=\"[^\"]*\"")


def book(articles: Sequence[Article], language: str, site_url: str, title: str) -> str:
    """Return all pages as one document; links between them stay inside it."""
    names = {article.address: f"p-{article.name}" for article in articles}
    chapters = "\n".join(_chapter(article, names, site_url) for article in articles)
    return (
        f'<!doctype html><html lang="{language}"><head><meta charset="utf-8">'
        f"<title>{escape(title)} · {NAMES[language]}</title></head><body>{chapters}</body></html>"
    )


def _chapter(article: Article, names: dict[str, str], site_url: str) -> str:
    own = names[article.address]

    def place(address: str, anchor: str) -> str:
        if address not in names:
            return escape(f"{site_url}{address}{f'#{anchor}' if anchor else ''}")
        ending = f"--{_plain(anchor)}" if anchor and anchor != "top" else ""
        return f"#{names[address]}{ending}"

    text = article.linked(place)
    text = ANCHOR.sub(lambda match: f'{match["name"]}="{own}--{_plain(match["id"])}"', text)
    return TOP_ID.sub(lambda match: f'{match["tag"]} id="{own}"', text, count=1)


def _plain(anchor: str) -> str:
    # A colon in an id is no mistake in HTML, and one in a book.
    return anchor.replace(":", "-")


def epub(html: str, day: date) -> bytes:
    """Return the document as EPUB 3."""
    identifier = f"urn:sha256:{hashlib.sha256(html.encode()).hexdigest()[:32]}"
    with tempfile.NamedTemporaryFile(
        "w", suffix=".yml", prefix="kb-", encoding="utf-8"
    ) as metadata:
        metadata.write(f"identifier: '{identifier}'\ndate: {day}\nrights: CC BY 4.0\n")
        metadata.flush()
        return converted(
            html,
            "epub3",
            day,
            "--split-level=1",
            "--toc",
            f"--toc-depth={CONTENTS_DEPTH}",
            f"--metadata-file={Path(metadata.name)}",
        )
