"""HTML that pages bring, as the site lets it through."""

from site_builder.sanitising import sanitise


def test_an_empty_anchor_does_not_take_what_follows_for_its_text() -> None:
    html = sanitise('<h2><a id="buy" />Buy</h2>\n<p>Text.</p>')
    assert html == '<h2><a id="buy"></a>Buy</h2>\n<p>Text.</p>'


def test_tabs_keep_their_groups_and_titles_and_no_other_class() -> None:
    html = '<div class="tabs x"><section class="tab"><p class="tab-title">One</p><p class="y">Text</p></section></div>'
    assert sanitise(html) == (
        '<div class="tabs"><section class="tab"><p class="tab-title">One</p><p>Text</p></section></div>'
    )
