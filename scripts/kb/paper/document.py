"""A page as a document of its own, in one language or in two: what PDF and Word are made from."""

from html import escape
from typing import Any

from lxml import html

from kb.paper.article import ANCHOR, CUT, Article
from kb.paper.tables import with_columns


def page_html(article: Article, site_url: str) -> str:
    """Return the page as HTML; links lead to the site in the open."""
    text = _on_paper(article, site_url)
    return _document(article, article.title, f"kb-{article.kind}", text)


def beside_html(article: Article, other: Article, site_url: str) -> str:
    """Return the page beside the same page in another language, a row a section."""
    mine = _parts(_on_paper(article, site_url))
    theirs = _parts(_on_paper(other, site_url, f"{other.language}:"))
    rows = (
        f'<div class="kb-row"><div lang="{article.lang}">{mine.get(section, "")}</div>'
        f'<div lang="{other.lang}">{theirs.get(section, "")}</div></div>'
        for section in dict.fromkeys([*mine, *theirs])
    )
    return _document(article, f"{article.title} · {other.title}", "kb-beside", "".join(rows))


def _document(article: Article, title: str, kind: str, text: str) -> str:
    return (
        f'<!doctype html><html lang="{article.lang}"><head><meta charset="utf-8">'
        f"<title>{escape(title)}</title></head>"
        f'<body class="{kind}">{article.mark}{text}</body></html>'
    )


def _on_paper(article: Article, site_url: str, prefix: str = "") -> str:
    """Return the text with every id after the *prefix*, so that two languages share a paper.

    That no person has read it stands above; of a letter to be handed over, below the line.
    """

    def on_the_site(address: str, anchor: str) -> str:
        if address == article.address and anchor:
            return f"#{prefix}{anchor}"
        return escape(f"{site_url}{address}{f'#{anchor}' if anchor else ''}")

    text = with_columns(article.linked(on_the_site))
    text = ANCHOR.sub(lambda match: f'{match["name"]}="{prefix}{match["id"]}"', text)
    if CUT.search(text):
        return CUT.sub(lambda line: line[0] + article.draft, text)
    return article.draft + text


def _parts(text: str) -> dict[str, str]:
    """Return the HTML of each part by the id of its H2, 'top', 'cut' and 'notes' beside them."""
    found: dict[str, str] = {}
    here = "top"
    for piece in _pieces(html.fromstring(f"<div>{text}</div>")):
        if piece.tag == "h2":
            here = str(piece.get("id")).rpartition(":")[2]
        elif "footnote" in (piece.get("class") or ""):
            here = "notes"
        elif "kb-cut" in (piece.get("class") or ""):
            here = "cut"
        found[here] = found.get(here, "") + html.tostring(piece, encoding="unicode")
    return found


def _pieces(whole: Any) -> list[Any]:  # noqa: ANN401 - lxml ships no types
    """Return what stands below one another, out of the boxes that only hold it together."""
    pieces: list[Any] = []
    for piece in whole:
        if piece.tag == "div" and {"kb-page", "kb-stand-in"} & set(piece.classes):
            inner = _pieces(piece)
            for one in inner:
                one.set("lang", one.get("lang") or piece.get("lang") or "")
            pieces += inner
        else:
            pieces.append(piece)
    return pieces
