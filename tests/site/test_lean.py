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
        == """<div class="a">
<input id="__drawer" data-md-toggle="drawer">
<input id="__search">
Кәсіподақ  одағы
<p data-message="Бірінші жол
екінші жол">data-md-x</p>
</div>
"""
    )
