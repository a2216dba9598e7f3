import re
from pathlib import Path

import msgspec

from engine.localedata import Locales
from engine.model.rules import Describes
from engine.rules import Docs, read_docs
from site_builder.article import Draft
from site_builder.content_from_pages import write_article
from site_builder.content_from_rules import RuleTables
from site_builder.links import Links
from site_builder.routes import Routes
from site_builder.static_files import StaticFiles
from site_builder.templating import environment
from tests.unit.site_builder.conftest import LICENCES_NL, LICENCES_SV, Build, Write


def test_rows_have_neutral_anchors_and_localized_badges(build: Build) -> None:
    site = build({"sv/x.md": LICENCES_SV, "nl/x.md": LICENCES_NL})
    for place, legacy in (("sv/x.html", "äldre"), ("nl/x.html", "verouderd")):
        article = site.article(place)
        assert re.findall(r'<tr id="(.*?)">', article) == [
            "licence-area-management",
            "licence-customer-centre",
            "licence-sales-user",
        ]
        assert f'<li class="badge lifecycle">{legacy}</li>' in article
        assert '<li class="badge edition">Windows</li>' in article
    assert '<li class="badge scope">systemlicens</li>' in site.article("sv/x.html")


def test_the_authors_wording_and_markup_stay(build: Build) -> None:
    article = build({"sv/x.md": LICENCES_SV}).article("sv/x.html")
    assert "Ger tillgång till <strong>Kundcenter</strong>." in article
    assert "Åtkomst till säljmodulen, i tillägg till Standard CRM." in article


def test_unread_and_unknown_rows_stay_as_written(build: Build) -> None:
    text = LICENCES_SV.replace("Ger tillgång till **Kundcenter**.", "Allt möjligt, [se](y.md).").replace(
        "Säljanvändare", "Okänd licens"
    )
    site = build({"sv/x.md": text})
    assert 'Allt möjligt, <a href="y.md" class="missing">se</a>.' in site.article("sv/x.html")
    assert "<tr>" in site.article("sv/x.html")
    assert site.report.published


def test_a_licence_listed_twice_gets_two_anchors(build: Build) -> None:
    rows = "| Area Management | x |\n| Area Management | y |\n"
    table = "| Licens | Beskrivning |\n|---|---|\n" + rows
    page = f'# P\n\n<a id="licence-area-management"></a>\n\n## Systemlicenser\n\n{table}'
    article = build({"sv/x.md": page}).article("sv/x.html")
    ids = re.findall(r' id="(.*?)"', article)
    assert "licence-area-management-2" in ids
    assert len(ids) == len(set(ids))


def test_tables_in_lists_and_among_html_tables_are_told_apart(build: Build) -> None:
    nested = "1. Text\n\n   | a | b |\n   |---|---|\n   | 1 | 2 |\n\n" + "\n".join(
        f"   {line}" for line in LICENCES_SV.splitlines()[4:9]
    )
    site = build({"sv/x.md": f"# P\n\n## Systemlicenser\n\n{nested}\n"})
    assert site.article("sv/x.html").count("table-box rules") == 1
    forged = "<table>\n<thead>\n<tr>\n<th>x</th>\n</tr>\n</thead>\n</table>\n"
    assert build({"sv/x.md": f"{forged}\n{LICENCES_SV}"}).article("sv/x.html").count("table-box rules") == 2


def test_a_sentence_that_the_rule_set_no_longer_holds_is_written_anew(make_docs: Write, locales: Locales) -> None:
    text = LICENCES_SV.replace("Ger tillgång till **Kundcenter**.", "Ger tillgång till Kundcenter och offerter.")
    docs = read_docs(make_docs({"sv/x.md": text}), locales, html=True)
    offers = next(r for r in docs.rules.rules if getattr(r, "capability", "") == "quotes")
    kept = tuple(msgspec.structs.replace(r, rules=r.rules - {offers}) for r in docs.rules.readings)
    rules = msgspec.structs.replace(docs.rules, readings=kept)
    page, reading = docs.tree.pages[0], docs.readings[0]
    tables = RuleTables(environment(), page, reading, docs.grammars["sv"], rules)
    article = written(docs, tables, locales)
    assert "offerter" not in article
    assert "<td>Åtkomst till Kundcenter.</td>" in article
    assert not any(isinstance(rule, Describes) for rule in rules.rules)


def written(docs: Docs, tables: RuleTables, locales: Locales) -> str:
    routes = Routes(docs.tree.pages)
    page = docs.tree.pages[0]
    links = Links(routes, StaticFiles(Path(docs.tree.root)))
    draft = Draft(page, routes.url(page.path), links, locales.get(page.language).messages, tables.anchors)
    return write_article(draft, tables.replacements()).html
