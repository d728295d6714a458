"""A note's anchor is its number."""

from markdown import Markdown


def test_a_note_and_the_places_that_cite_it_are_named_by_its_number() -> None:
    text = "One.[^kz-a] Two.[^kz-b] One again.[^kz-a]\n\n[^kz-a]: First.\n[^kz-b]: Second.\n"

    html = Markdown(extensions=["kb.site.footnotes"]).convert(text)

    assert '<sup id="fnref:1"><a class="footnote-ref" href="#fn:1">1</a></sup>' in html
    assert '<sup id="fnref2:1"><a class="footnote-ref" href="#fn:1">1</a></sup>' in html
    assert '<sup id="fnref:2"><a class="footnote-ref" href="#fn:2">2</a></sup>' in html
    assert '<li id="fn:1">' in html
    assert '<a class="footnote-backref" href="#fnref:2">&#8617;</a>' in html
    assert 'href="#fnref2:1"' in html
    assert "kz-" not in html
