"""A page is sent without what nobody reads, and says the same."""

from kb.site.lean import lean


def test_indents_and_marks_for_the_theme_s_script_go() -> None:
    html = """<div class="a" data-md-component="toc" data-md-scrollfix>
      <input id="__drawer" data-md-toggle="drawer">
      <input data-md-toggle="search" id="__search">

        Кәсіподақ  одағы
      <p data-message="Бірінші жол
екінші жол">data-md-x</p>
    </div>
"""

    assert (
        lean(html)
        == """<div class="a"><input id="__drawer" data-md-toggle="drawer">
<input id="__search">
Кәсіподақ  одағы<p data-message="Бірінші жол
екінші жол">data-md-x</p></div>"""
    )


def test_a_line_break_that_parts_words_stays() -> None:
    """A summary and what follows it stand in one line on paper."""
    html = """<ul>
<li>
<p>Who <b>pays</b>
<a href="?a=1&gt;2">the dues</a>
and who does not.
</p>
</li>
</ul>
<details>
<summary>Draft.</summary>
Compare it.
</details>
"""

    assert """<ul><li><p>Who <b>pays</b>
<a href="?a=1&gt;2">the dues</a>
and who does not.</p></li></ul><details>
<summary>Draft.</summary>
Compare it.
</details>
""" == lean(html)
