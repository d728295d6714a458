"""Where papers stand in a site, and how they are called."""

import re

from kb.model.languages import EDITIONS

OWN = re.compile(
    r"(?:(?P<folder>[a-z-]+)/(?:paper/.*|birge-[a-z-]+\.epub)"
    rf"|(?:packs|offline)/.*?-(?P<file>{'|'.join(EDITIONS)})\.(?:zip|json))"
)
"""A paper of one edition."""

SLIDES = "-slides.html"
"""How the name of slides that run in a browser ends."""


def edition_of(name: str) -> str:
    """Return the edition to which a file of a site belongs as a paper; empty where it is none."""
    match = OWN.fullmatch(name)
    return match["folder"] or match["file"] if match else ""


def beside_ending(language: str) -> str:
    """Return how a sheet's PDF ends on which the same sheet in another language stands beside."""
    return f"-with-{language}.pdf"


def book_name(language: str) -> str:
    """Return where the book of a language stands."""
    return f"{language}/birge-{language}.epub"


def pack_name(kit: str, language: str) -> str:
    """Return where the pack of a kit stands, by its path: 'packs/organising-school-kk.zip'."""
    return f"packs/{kit.rpartition('/')[2]}-{language}.zip"


def stick_name(language: str) -> str:
    """Return where the zip of a whole language stands."""
    return f"offline/birge-{language}.zip"


def list_name(language: str) -> str:
    """Return where the list of what a browser keeps of a language stands."""
    return f"offline/birge-{language}.json"
