// A page with its navigation, breadcrumbs, headings, languages, and the pages before and after.
const trees = new Map();

export function render(data) {
  const { root, order } = tree(data);
  const within = data.page.url.split("/").slice(2);
  const at = order.findIndex((page) => page.url === data.page.url);
  const others = data.collections.all.filter((page) => page.url.split("/").slice(2).join("/") === within.join("/"));
  const headings = [...data.content.matchAll(/<h([23]) id="([^"]*)"[^>]*>(.*?)<\/h/gs)];
  return `<!doctype html>
<html lang="${data.language}"><head><meta charset="utf-8"><title>${data.title}</title>
<meta name="description" content="${data.description}">
${others.map((page) => `<link rel="alternate" hreflang="${page.data.language}" href="${page.url}">`).join("\n")}
</head><body><nav>${branch(root, within, data.page.url)}</nav>
<main><nav><ol>${within.slice(0, -1).map((folder) => `<li>${folder}</li>`).join("")}</ol></nav>
<aside><ul>${headings.map(([, level, id, text]) => `<li class="h${level}"><a href="#${id}">${text}</a></li>`).join("")}</ul></aside>
<article><h1>${data.title}</h1>${data.content}</article>
<nav>${link(order[at - 1], "prev")} ${link(order[at + 1], "next")}</nav></main></body></html>`;
}

function tree({ collections, language }) {
  if (!trees.has(language)) {
    const root = { folders: new Map(), pages: [] };
    const order = collections.all.filter((page) => page.data.language === language && !page.data.target && page.data.title);
    order.sort((one, other) => (one.url < other.url ? -1 : 1));
    for (const page of order) {
      let here = root;
      for (const folder of page.url.split("/").slice(2, -1)) {
        if (!here.folders.has(folder)) here.folders.set(folder, { folders: new Map(), pages: [] });
        here = here.folders.get(folder);
      }
      here.pages.push(page);
    }
    trees.set(language, { root, order });
  }
  return trees.get(language);
}

function branch(folder, open, url) {
  const folders = [...folder.folders].map(
    ([name, below]) => `<li>${name}${name === open[0] ? branch(below, open.slice(1), url) : ""}</li>`,
  );
  const pages = folder.pages.map((page) => `<li${page.url === url ? ' class="here"' : ""}>${link(page, "")}</li>`);
  return `<ul>${folders.join("\n")}${pages.join("\n")}</ul>`;
}

function link(page, rel) {
  return page ? `<a href="${page.url}" rel="${rel}">${page.data.title}</a>` : "";
}
