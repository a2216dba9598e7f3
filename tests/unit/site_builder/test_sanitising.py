"""HTML that pages bring, as the site lets it through."""

from site_builder.sanitising import sanitise


def test_an_empty_anchor_does_not_take_what_follows_for_its_text() -> None:
    html = sanitise('<h2><a id="buy" />Buy</h2>\n<p>Text.</p>')
    assert html == '<h2><a id="buy"></a>Buy</h2>\n<p>Text.</p>'


def test_tabs_keep_their_groups_and_titles_and_no_other_class() -> None:
    html = '<div class="tabs x"><div class="tab"><p class="tab-title">One</p><p class="y">Text</p></div></div>'
    assert sanitise(html) == ('<div class="tabs"><div class="tab"><p class="tab-title">One</p><p>Text</p></div></div>')


def test_what_html_does_not_allow_is_left_out() -> None:
    assert sanitise('<i class="ph" aria-hidden="Comment"></i>') == '<i class="ph"></i>'
    assert sanitise('<i class="ph" aria-hidden="true"></i>') == '<i class="ph" aria-hidden="true"></i>'
    cells = "<table><colgroup><col></colgroup><tbody><tr><td>1</td><td>2</td></tr> <tr></tr></tbody></table>"
    assert sanitise(cells) == "<table><tbody><tr><td>1</td><td>2</td></tr> </tbody></table>"
