// The search: looks words up in the index of the page's language, which is loaded when the box is first used.
// Without scripts there is no box. Everything is put into the page as text, never as HTML.
(() => {
  "use strict";
  const MOST = 12;
  const box = document.querySelector("[data-search]");
  if (!box) return;
  const input = box.querySelector("input");
  const list = box.querySelector("[data-search-results]");
  const status = box.querySelector("[data-search-status]");
  const root = new URL(box.dataset.search, document.baseURI);
  let index = null;
  let engine = null;
  let asked = 0;
  box.hidden = false;

  const plain = (text) => text.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "");
  const wordsOf = (text) => plain(text).match(/[\p{L}\p{N}]+/gu) || [];

  window.charterSearch = (data) => {
    index = { pages: data.pages, words: data.words, sorted: Object.keys(data.words).sort() };
    show();
  };

  const load = () => {
    if (engine) return;
    engine = "built-in";
    if (box.dataset.pagefind && location.protocol !== "file:") {
      engine = "pagefind";
      import(new URL(box.dataset.pagefind, document.baseURI).href).then(
        async (found) => { await found.init(); engine = found; show(); },
        () => { engine = "built-in"; builtIn(); },
      );
      return;
    }
    builtIn();
  };

  const builtIn = () => {
    const script = document.createElement("script");
    script.src = root.href;
    document.head.append(script);
  };

  // The words of the index that begin with a word: the last one asked for may be unfinished.
  const beginningWith = (word) => {
    const { sorted } = index;
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sorted[middle] < word) low = middle + 1; else high = middle;
    }
    const found = [];
    while (low < sorted.length && sorted[low].startsWith(word)) found.push(sorted[low++]);
    return found;
  };

  const look = (query) => {
    let scores = null;
    for (const word of wordsOf(query)) {
      const here = new Map();
      for (const known of beginningWith(word)) {
        const postings = index.words[known];
        const weight = known === word ? 3 : 1;
        for (let i = 0; i < postings.length; i += 2) {
          const score = postings[i + 1] * weight;
          here.set(postings[i], Math.max(here.get(postings[i]) || 0, score));
        }
      }
      if (scores) for (const [page, score] of here) if (!scores.has(page)) here.delete(page); else here.set(page, score + scores.get(page));
      scores = here;
    }
    return [...(scores || [])].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, MOST).map(([page]) => {
      const [title, place, summary] = index.pages[page];
      return { title, href: new URL(place, root).href, summary };
    });
  };

  const lookWithPagefind = async (query) => {
    const { results } = await engine.search(query);
    const pages = await Promise.all(results.slice(0, MOST).map((result) => result.data()));
    return pages.map((page) => ({ title: page.meta.title, href: page.url, summary: page.plain_excerpt }));
  };

  const show = async () => {
    const query = input.value.trim();
    const turn = ++asked;
    const ready = index || (engine && typeof engine === "object");
    const found = query && ready ? (index ? look(query) : await lookWithPagefind(query)) : [];
    if (turn !== asked) return;
    list.replaceChildren(...found.map(({ title, href, summary }) => {
      const item = document.createElement("li");
      const link = document.createElement("a");
      const text = document.createElement("small");
      link.href = href;
      link.textContent = title;
      text.textContent = summary;
      link.append(text);
      item.append(link);
      return item;
    }));
    list.hidden = !found.length;
    status.textContent = query && ready ? (found.length ? "" : box.dataset.nothing) : "";
    status.hidden = !status.textContent;
  };

  input.addEventListener("focus", load, { once: true });
  input.addEventListener("input", () => { load(); show(); });
  box.addEventListener("submit", (event) => {
    event.preventDefault();
    const first = list.querySelector("a");
    if (first) location.href = first.href;
  });
  box.addEventListener("keydown", (event) => {
    if (event.key === "Escape") { input.value = ""; show(); input.focus(); return; }
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    const stops = [input, ...list.querySelectorAll("a")];
    const next = stops.indexOf(document.activeElement) + (event.key === "ArrowDown" ? 1 : -1);
    if (stops[next]) { event.preventDefault(); stops[next].focus(); }
  });
  box.addEventListener("focusout", (event) => { if (!box.contains(event.relatedTarget)) { list.hidden = true; status.hidden = true; } });
  input.addEventListener("focus", show);
  document.addEventListener("keydown", (event) => {
    const writing = event.target.closest("input, textarea, select, [contenteditable]");
    if (event.key === "/" && !writing && !event.ctrlKey && !event.metaKey && !event.altKey) { event.preventDefault(); input.focus(); }
  });
})();
