from tests.unit.site_builder.conftest import LICENCES_NL, LICENCES_SV, Build

CHANGED = LICENCES_NL.replace("de Sale-module, in", "SuperOffice Service, in")


def test_a_disagreement_is_told_on_both_pages_with_both_quotes(build: Build) -> None:
    site = build({"sv/x.md": LICENCES_SV, "nl/x.md": CHANGED})
    for place, other in (("sv/x.html", "../nl/x.html"), ("nl/x.html", "../sv/x.html")):
        article = site.article(place)
        assert article.index("</h1>") < article.index('<aside class="differences" id="charter-differences"')
        assert f'href="{other}#licence-sales-user"' in article
        assert "<p>Toegang tot SuperOffice Service, in aanvulling op Standard CRM.</p>" in article
        assert "<p>Åtkomst till säljmodulen, i tillägg till Standard CRM.</p>" in article
    assert site.report.published


def test_a_silent_page_says_so(build: Build) -> None:
    silent = "\n".join(line for line in LICENCES_NL.splitlines() if "Customer Centre" not in line)
    article = build({"sv/x.md": LICENCES_SV, "nl/x.md": silent}).article("nl/x.html")
    assert 'class="nothing"' in article


def test_agreeing_pages_have_no_banner(build: Build) -> None:
    site = build({"sv/x.md": LICENCES_SV, "nl/x.md": LICENCES_NL})
    assert "differences" not in site.text("sv/x.html")
