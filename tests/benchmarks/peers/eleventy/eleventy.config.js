// Markdown with its HTML, headings with anchors, and no template language inside of pages.
import markdownIt from "markdown-it";

export default function (config) {
  const markdown = markdownIt({ html: true });
  markdown.core.ruler.push("anchors", (state) => {
    state.tokens.forEach((token, at) => {
      if (token.type === "heading_open") {
        token.attrSet("id", state.tokens[at + 1].content.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-"));
      }
    });
  });
  config.setLibrary("md", markdown);
  return {
    markdownTemplateEngine: false,
    htmlTemplateEngine: false,
    templateFormats: ["md", "11ty.js"],
    dir: { includes: "../_includes" },
  };
}
