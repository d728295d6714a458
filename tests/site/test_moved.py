"""At the place of a page that moved stands one that leads on, in the language of its edition."""

from pathlib import Path

import pytest

from kb.model.languages import EDITIONS, html_language
from kb.paper.offline import stick
from kb.site.build import build
from tests.site.small_project import write_small_project


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the built small project, in which `old` has become `law/dues`."""
    project = write_small_project(tmp_path_factory.mktemp("moved") / "project")
    build(project, project / "site")
    return project / "site"


@pytest.mark.parametrize("edition", EDITIONS)
def test_it_leads_on(site: Path, edition: str) -> None:
    html = (site / edition / "old" / "index.html").read_text(encoding="utf-8")

    assert f'<html lang="{html_language(edition)}">' in html
    assert 'content="0; url=../../' + f'{edition}/law/dues/"' in html
    assert f'<a href="../../{edition}/law/dues/"><strong>Dues</strong></a>' in html
    assert '<meta http-equiv="Content-Security-Policy"' in html
    assert '<meta name="referrer" content="no-referrer">' in html


def test_on_a_stick_its_link_leads_on(site: Path) -> None:
    """A browser would show the folder to which it leads by itself."""
    names = ("en/old/index.html", "en/law/dues/index.html")
    raw = {name: (site / name).read_bytes() for name in names}
    html = stick(raw, "en", "https://birge.example/")["en/old/index.html"].decode()

    assert "refresh" not in html
    assert '<a href="../../en/law/dues/index.html">' in html
