"""Sentences about licences and plans as help pages write them, by hand: one for each meaning and language.

Below each meaning stand the rules that its sentences state on the page `guide`, the same in every language.
"""

from typing import NamedTuple

from engine.model.rules import AnyRule, Excludes, Includes, Limit, Requires, Speaks

PAGE, PART = "page:guide", "page:guide#part"
PREMIUM_OR_GROWTH = (("growth", "sales-premium"),)


class Shape(NamedTuple):
    """A meaning, what its sentences state, and one sentence per folder."""

    meaning: str
    rules: frozenset[AnyRule]
    said: dict[str, str]


def shape(meaning: str, *rules: AnyRule, **said: str) -> Shape:
    return Shape(meaning, frozenset(rules), said)


SHAPES = (
    shape(
        "sentence.requires",
        Requires("service-module", None, (("remote-travel",),)),
        en="You need a licence for Remote Travel to use SuperOffice Service.",
        sv="Du behöver en licens för Remote Travel för att använda SuperOffice Service.",
        nl="Om SuperOffice Service te gebruiken, hebt u een licentie voor Remote Travel nodig.",
        da="For at bruge SuperOffice Service skal du bruge en licens til Remote Travel.",
        no="For å bruke SuperOffice Service må du ha en lisens for Remote Travel.",
        de="Um SuperOffice Service zu verwenden, benötigen Sie eine Lizenz für Remote Travel.",
    ),
    shape(
        "sentence.requires-page",
        Requires(PAGE, None, PREMIUM_OR_GROWTH),
        en="This feature requires a **Sales Premium** license or the **Growth** plan.",
        sv="Den här funktionen kräver en **Sales Premium**-licens eller **Growth**-planen.",
        nl="Voor deze functie is een **Sales Premium**-licentie of het **Growth**-plan vereist.",
        da="Denne funktion kræver en **Sales Premium**-licens eller **Growth**-planen.",
        no="Denne funksjonen krever en **Sales Premium**-lisens eller **Growth**-planen.",
        de="Diese Funktion erfordert eine **Sales Premium**-Lizenz oder den **Growth**-Plan.",
    ),
    shape(
        "sentence.requires-part",
        Requires(PART, None, PREMIUM_OR_GROWTH),
        en="Product-level forecasts require a Sales Premium license or the Growth plan.",
        sv="Prognoser på produktnivå kräver en Sales Premium-licens eller Growth-planen.",
        nl="Prognoses op productniveau vereisen een Sales Premium-licentie of het Growth-plan.",
        da="Prognoser på produktniveau kræver en Sales Premium-licens eller Growth-planen.",
        no="Prognoser på produktnivå krever en Sales Premium-lisens eller Growth-planen.",
        de="Prognosen auf Produktebene erfordern eine Sales Premium-Lizenz oder den Growth-Plan.",
    ),
    shape(
        "sentence.requires-licences",
        Requires(PART, None, (("remote-travel",),)),
        en="If you also have a licence for Remote Travel, you can take your notes along.",
        sv="Om du även har en licens för Remote Travel, kan du ta med dig dina anteckningar.",
        nl="Als u ook een licentie hebt voor Remote Travel, kunt u uw notities meenemen.",
        da="Hvis du også har en licens til Remote Travel, kan du tage dine noter med.",
        no="Hvis du også har en lisens for Remote Travel, kan du ta med deg notatene dine.",
        de="Wenn Sie auch eine Lizenz für Remote Travel haben, können Sie Ihre Notizen mitnehmen.",
    ),
    shape(
        "sentence.requires-or-plan",
        Requires(PART, None, (("development-tools", "growth"),)),
        en="To draw your own charts you also need the Development Tools licence - or the Growth plan.",
        sv="För att rita egna diagram behöver du även licensen Development Tools - eller Growth-planen.",
        nl="Om eigen grafieken te tekenen hebt u ook de licentie Development Tools nodig, of het Growth-plan.",
        da="For at tegne egne diagrammer skal du bruge også en licens til Development Tools - eller Growth-planen.",
        no="For å tegne egne diagrammer må du ha også en lisens for Development Tools - eller Growth-planen.",
        de="Um eigene Diagramme zu zeichnen, benötigen Sie auch die Lizenz Development Tools - oder den Growth-Plan.",
    ),
    shape(
        "sentence.users-need",
        Requires(PART, None, (("development-tools",), ("service-premium",))),
        en="To write scripts, Service Premium users also need the Development Tools license.",
        sv="För att skriva skript behöver Service Premium-användare också en licens för Development Tools.",
        nl="Om scripts te schrijven, hebben Service Premium-gebruikers ook de licentie Development Tools nodig.",
        da="For at skrive scripts skal Service Premium-brugere også have en licens til Development Tools.",
        no="For å skrive skript trenger Service Premium-brukere også en lisens for Development Tools.",
        de="Um Skripte zu schreiben, benötigen Service Premium-Benutzer außerdem die Lizenz Development Tools.",
    ),
    shape(
        "sentence.excludes-page",
        Excludes("starter", PAGE),
        en="This feature is unavailable in the CRM Suite **Starter** plan.",
        sv="Den här funktionen är inte tillgänglig i CRM Suite **Starter**-planen.",
        nl="Deze functie is niet beschikbaar in het CRM Suite **Starter**-plan.",
        da="Denne funktion er ikke tilgængelig i CRM Suite **Starter**-planen.",
        no="Denne funksjonen er ikke tilgjengelig i CRM Suite **Starter**-planen.",
        de="Diese Funktion ist im CRM Suite **Starter**-Plan nicht verfügbar.",
    ),
    shape(
        "sentence.speaks",
        Speaks(PAGE, "module-based"),
        en="This content applies to SuperOffice CRM Online.",
        sv="Det här innehållet gäller för SuperOffice CRM Online.",
        nl="Deze inhoud is van toepassing op SuperOffice CRM Online.",
        da="Dette indhold gælder for SuperOffice CRM Online.",
        no="Dette innholdet gjelder for SuperOffice CRM Online.",
        de="Dieser Inhalt gilt für SuperOffice CRM Online.",
    ),
    shape(
        "sentence.limit",
        Limit("core", "active-projects", 100),
        en="The Core plan includes up to 100 active projects.",
        sv="Core-planen inkluderar upp till 100 aktiva projekt.",
        nl="Het Core-plan bevat maximaal 100 actieve projecten.",
        da="Core-planen indeholder op til 100 aktive projekter.",
        no="Core-planen inkluderer opptil 100 aktive prosjekter.",
        de="Der Core-Plan umfasst bis zu 100 aktive Projekte.",
    ),
    shape(
        "sentence.includes",
        Includes("core", "development-tools"),
        en="In CRM Suite, Development Tools are included in the Core plan and higher.",
        sv="I CRM Suite ingår Development Tools i Core-planen och högre.",
        nl="In CRM Suite is Development Tools inbegrepen in het Core-plan en hoger.",
        da="I CRM Suite er Development Tools inkluderet i Core-planen og højere.",
        no="I CRM Suite er Development Tools inkludert i Core-planen og høyere.",
        de="In CRM Suite sind Development Tools im Core-Plan und höher enthalten.",
    ),
    shape(
        "sentence.upgrade",
        en="If you need more dashboards, upgrade to the Core plan or higher.",
        sv="Om du behöver fler dashboards uppgraderar du till Core-planen eller högre.",
        nl="Als u meer dashboards nodig hebt, upgradet u naar het Core-plan of hoger.",
        da="Hvis du har brug for flere dashboards, kan du opgradere til Core-planen eller højere.",
        no="Hvis du trenger flere dashboards, kan du oppgradere til Core-planen eller høyere.",
        de="Wenn Sie mehr Dashboards benötigen, wechseln Sie zum Core-Plan oder höher.",
    ),
    shape(
        "sentence.otherwise",
        en="If you don't have a Sales Premium license, the tab stays empty.",
        sv="Om du inte har en Sales Premium-licens, förblir fliken tom.",
        nl="Als u geen Sales Premium-licentie hebt, blijft het tabblad leeg.",
        da="Hvis du ikke har en Sales Premium-licens, forbliver fanen tom.",
        no="Hvis du ikke har en Sales Premium-lisens, forblir fanen tom.",
        de="Wenn Sie keine Sales Premium-Lizenz haben, bleibt die Registerkarte leer.",
    ),
    shape(
        "sentence.remark",
        en="More charts appear when you subscribe to Sales Premium.",
        sv="Fler diagram visas genom en prenumeration på Sales Premium.",
        nl="Meer grafieken verschijnen wanneer u zich abonneert op Sales Premium.",
        da="Flere diagrammer vises når du abonnerer på Sales Premium.",
        no="Flere diagrammer vises når du abonnerer på Sales Premium.",
        de="Weitere Diagramme erscheinen, wenn Sie Sales Premium abonnieren.",
    ),
    shape(
        "item.requires-part",
        Requires(PART, None, (("core", "marketing-essentials"),)),
        en="**Marketing Essentials** license or the **Core** plan",
        sv="En **Marketing Essentials**-licens eller **Core**-planen",
        nl="Een **Marketing Essentials**-licentie of het **Core**-plan",
        da="En **Marketing Essentials**-licens eller **Core**-planen",
        no="En **Marketing Essentials**-lisens eller **Core**-planen",
        de="Eine **Marketing Essentials**-Lizenz oder der **Core**-Plan",
    ),
)
