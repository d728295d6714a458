"""A page is sent without what nobody reads, and says the same."""

from kb.site.lean import lean


def test_indents_and_marks_for_the_theme_s_script_go() -> None:
    html = """<div class="a" data-md-component="toc" data-md-scrollfix>
      <input id="__drawer" data-md-toggle="drawer">
      <input class="md-toggle" data-md-toggle="search" type="checkbox" id="__search">
      <div data-md-component="announce">

      </div>

        Кәсіподақ  одағы
      <p data-message="Бірінші жол
екінші жол">data-md-x</p>
      <div class="md-dialog" data-md-component="dialog">
        <div class="md-dialog__inner md-typeset"></div>
      </div>
    </div>
"""

    assert (
        lean(html)
        == """<div class="a"><input id="__drawer" data-md-toggle="drawer">
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
