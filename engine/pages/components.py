"""What the elements of MDX are: Mintlify's components and the elements of HTML, by name."""

from typing import Final

ALERTS: Final = {name: name.lower() for name in ("Note", "Tip", "Warning", "Info", "Check", "Danger", "Caution")}
"""Boxes, with the kind of `Alert` that each is."""

GROUPS: Final = {"Tabs": "Tab", "Steps": "Step", "ul": "li", "ol": "li"}
"""Elements that are more than their content, when they hold nothing but these elements."""

BOXES: Final = {
    **dict.fromkeys(("Card", "Tile"), "card"),
    **dict.fromkeys(("CardGroup", "Columns", "Tiles"), "cards"),
    **dict.fromkeys(("Accordion", "Expandable"), "accordion"),
    **dict.fromkeys(("Frame", "Panel"), "frame"),
    "AccordionGroup": "accordions",
    "Callout": "callout",
    "CodeGroup": "code-group",
    "Update": "update",
}
"""Elements that are seen as boxes around their content, by the class that their HTML has. Rules see
only the content."""

ACCORDION: Final = "accordion"
"""The class of the boxes that a reader opens by their title."""

STEPS: Final = "steps"
"""The class of a list of steps."""

HEADINGS: Final = frozenset(f"h{level}" for level in range(1, 7))

HEADING_ATTRIBUTES: Final = ("title", "label")
"""Attributes of components that are shown above their content."""
TITLE_LINK: Final = "data-href"
"""The attribute of a title's HTML that tells where its card leads."""
TEXT_ATTRIBUTES: Final = ("description", "caption")
"""Attributes of components that are shown as running text."""

MEDIA: Final = frozenset(("iframe", "video", "audio", "source", "hr"))
"""Elements that show something and hold no text."""

UNREAD: Final = frozenset(("script", "style"))
"""Elements whose content is no text."""

INLINE: Final = frozenset(
    (
        *("Icon", "Tooltip", "Badge"),
        *("a", "abbr", "b", "bdi", "bdo", "br", "button", "cite", "code", "data", "del", "dfn", "em", "font", "i"),
        *("img", "input", "ins", "kbd", "label", "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup"),
        *("svg", "time", "u", "var", "wbr"),
    )
)
"""Elements within running text: they never begin a block."""

BLOCK: Final = frozenset(
    (
        *ALERTS,
        *("Accordion", "AccordionGroup", "Banner", "Callout", "Card", "CardGroup", "CodeGroup", "Column", "Columns"),
        *("Expandable", "Frame", "Panel", "ParamField", "ResponseField", "RequestExample", "ResponseExample", "Step"),
        *("Steps", "Tab", "Tabs", "Tile", "Tiles", "Update", "View"),
        *("address", "article", "aside", "blockquote", "body", "center", "dd", "details", "dialog", "div", "dl", "dt"),
        *("fieldset", "figcaption", "figure", "footer", "form", "head", "header", "html", "li", "main", "menu", "nav"),
        *("ol", "p", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul"),
        *HEADINGS,
        *MEDIA,
        *UNREAD,
    )
)
"""Elements that end the text before them, wherever they stand. Others do when they have a line of their own."""
