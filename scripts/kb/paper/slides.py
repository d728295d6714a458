"""Slides of a kit: its H3 `slide-1` and on, as a page that runs anywhere and as PPTX."""

import re
from dataclasses import dataclass
from datetime import date
from html import escape
from string import Template

from kb.model.library import Library
from kb.paper.article import Article, sections
from kb.paper.pandoc import converted

SLIDE = re.compile(
    r"<h3 id=\"(?P<id>slide-\d+)\">(?P<title>.*?)</h3>(?P<text>.*?)(?=<h3|\Z)", re.DOTALL
)
NOTE_SIGN = re.compile(r"<sup id=\"fnref[^>]*>.*?</sup>", re.DOTALL)
LINK = re.compile(r"</?a\b[^>]*>")
HEADING = re.compile(r"<h2\b[^>]*>(?P<title>.*?)</h2>", re.DOTALL)
ASIDE = re.compile(r"<aside\b.*?</aside>", re.DOTALL)
WHOLE = Template(
    """<!doctype html>
<html lang="$language">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width,initial-scale=1">
    <meta name="referrer" content="no-referrer">
    <meta name="robots" content="noindex">
    <title>$title · Birge</title>
    <link rel="stylesheet" href="$style">
    <script src="$script" defer></script>
  </head>
  <body>
    <main>
$slides
    </main>
    <p class="keys">$keys <button type="button" hidden>$notes_word</button></p>
    <aside class="notes" lang="$language" aria-label="$notes_word" tabindex="0">$notes</aside>
  </body>
</html>
"""
)


@dataclass(frozen=True)
class Slide:
    """One slide: a question and a few lines."""

    id: str
    title: str
    text: str


def slides(article: Article) -> list[Slide]:
    """Return the slides of a kit, without notes and links."""
    text = sections(article.text).get("slides", "")
    return [
        Slide(found["id"], _bare(found["title"]), _bare(found["text"]))
        for found in SLIDE.finditer(text)
    ]


def trainer_notes(article: Article) -> str:
    """Return what the trainer needs to know, without its heading."""
    text = sections(article.text).get("trainer-notes", "")
    return _bare(HEADING.sub("", text))


def _bare(html: str) -> str:
    return LINK.sub("", NOTE_SIGN.sub("", ASIDE.sub("", html))).strip()


def slides_html(library: Library, article: Article, style: str, script: str) -> str:
    """Return the slides as one page, with the addresses of its style and script."""

    def word(key: str, **values: str) -> str:
        return escape(library.word(article.language, key, **values))

    shown = slides(article)
    title = f"<h1>{escape(article.title)}</h1>"
    parts = [f'<section id="start" tabindex="-1">{title}{article.mark}</section>']
    for number, slide in enumerate(shown, start=1):
        place = word("slide-of", n=str(number), all=str(len(shown)))
        parts.append(
            f'<section id="{slide.id}" tabindex="-1"><h2>{slide.title}</h2>'
            f'{slide.text}<p class="place">{place}</p></section>'
        )
    return WHOLE.substitute(
        language=article.language,
        title=escape(article.title),
        style=style,
        script=script,
        slides="\n".join(parts),
        notes_word=word("slide-notes"),
        notes=f"<h2>{word('slide-notes')}</h2>{trainer_notes(article)}",
        keys=word("slide-keys"),
    )


def outline(article: Article) -> str:
    """Return the slides as pandoc wants them: one heading a slide, notes in a box."""
    notes = f'<div class="notes">{trainer_notes(article)}</div>'
    shown = "".join(
        f"<h2>{slide.title}</h2>{slide.text}{'' if number else notes}"
        for number, slide in enumerate(slides(article))
    )
    return (
        f'<!doctype html><html lang="{article.language}"><head><meta charset="utf-8">'
        f"<title>{escape(article.title)}</title></head><body>{shown}</body></html>"
    )


def pptx(html: str, day: date) -> bytes:
    """Return an outline as PPTX."""
    return converted(html, "pptx", day, slide_level=2)
