// The licence finder. What suffices for each wish was worked out when the site was built; here sets are compared.
(() => {
  "use strict";
  const rules = {};

  const union = (sets) => new Set(sets.flatMap((set) => [...set]));
  const within = (part, whole) => part.every((id) => whole.has(id));
  const byLength = (a, b) => a.length - b.length || (a.join("\n") < b.join("\n") ? -1 : 1);

  // Everything that holding these ids amounts to, under one reading of the pages.
  const closure = (reading, ids) => union(ids.map((id) => [id, ...(rules.data.readings[reading].implied[id] ?? [])]));

  // The smallest sets that would complete a way; a set that amounts to another, as a higher plan does, is left out.
  function missing(reading, ways, held) {
    const unmet = ways.map((way) => way.needs.filter((id) => !held.has(id))).map((ids) =>
      ids.reduce((kept, id) => closure(reading, kept.filter((other) => other !== id)).has(id) ? kept.filter((other) => other !== id) : kept, ids));
    const sets = [...new Map(unmet.map((ids) => [ids.join("\n"), ids])).values()];
    const reach = new Map(sets.map((ids) => [ids, closure(reading, ids)]));
    return sets
      .filter((ids) => !sets.some((other) => other !== ids && within(other, reach.get(ids)) && !within(ids, reach.get(other))))
      .filter((ids, _, kept) => !kept.some((other) => other !== ids && other.length < ids.length && within(other, new Set(ids))))
      .sort(byLength);
  }

  function verdict(reading, wish, channel, ids) {
    const rule = rules.data.wishes[wish]?.[channel]?.[reading];
    if (!rule) return { outcome: "unknown", missing: [], quotes: [] };
    const held = closure(reading, ids.filter((id) => !(rule.ignored ?? []).includes(id)));
    // What is held itself speaks, not the lower plans that come with it.
    const own = new Set(ids);
    const met = rule.ways.find((way) => within(way.needs, own)) ?? rule.ways.find((way) => within(way.needs, held));
    if (met) return { outcome: "allowed", missing: [], quotes: met.quotes };
    const sets = missing(reading, rule.ways, held);
    const near = rule.ways.filter((way) => sets.some((ids) => ids.every((id) => way.needs.includes(id))));
    return { outcome: "not_licensed", missing: sets, quotes: [...union([...near.map((way) => way.quotes), rule.quotes ?? []])] };
  }

  // What is enough under every reading that says no.
  function together(lists) {
    if (!lists.length || lists.some((list) => !list.length)) return [];
    const sets = lists.reduce((some, list) => some.flatMap((one) => list.map((other) => [...new Set([...one, ...other])].sort())));
    const distinct = [...new Map(sets.map((ids) => [ids.join("\n"), ids])).values()];
    return distinct.filter((ids) => !distinct.some((other) => other.length < ids.length && within(other, new Set(ids)))).sort(byLength);
  }

  // The answer to one question: {outcome, missing, quotes, readings}.
  function decide(wish, ids, channel = "") {
    const verdicts = rules.data.readings.map((_, reading) => verdict(reading, wish, channel, ids));
    const agreed = new Set(verdicts.map((one) => one.outcome)).size === 1;
    return {
      outcome: agreed ? verdicts[0].outcome : "disputed",
      missing: together(verdicts.filter((one) => one.outcome !== "allowed").map((one) => one.missing)),
      quotes: [...union(verdicts.map((one) => one.quotes))],
      readings: verdicts.map((one) => one.outcome),
    };
  }

  const element = (name, attributes = {}, ...children) => {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) if (value) made.setAttribute(key, value);
    made.append(...children);
    return made;
  };

  function start(form) {
    const words = form.dataset;
    const said = { allowed: words.yes, not_licensed: words.no, disputed: words.disputed, unknown: words.unknown };
    const boxes = [...form.querySelectorAll("input[name=hold]")];
    const wish = form.elements.wish;
    const over = form.elements.over;
    const answer = form.querySelector(".answer");
    const may = form.querySelector(".may ul");
    const count = form.querySelector(".may .count");
    const links = new Map([...may.children].map((item) => [item.dataset.capability, item]));
    const list = new Intl.ListFormat(document.documentElement.lang, { type: "conjunction" });
    const named = (ids) => list.format(ids.map((id) => rules.data.names[id] ?? id));

    function read() {
      const asked = new URLSearchParams(location.hash.slice(1));
      const held = new Set((asked.get("hold") ?? "").split(","));
      boxes.forEach((box) => { box.checked = held.has(box.value); });
      wish.value = asked.get("wish") ?? "";
      if (wish.selectedIndex < 0) wish.value = "";
      channels();
      over.value = asked.get("over") ?? "";
      if (over.selectedIndex < 0) over.value = "";
    }

    function channels() {
      const known = Object.keys(rules.data.wishes[wish.value] ?? {}).filter(Boolean);
      const before = over.value;
      over.replaceChildren(over.options[0], ...known.map((id) => new Option(rules.data.channels[id], id)));
      over.value = known.includes(before) ? before : "";
      over.closest("label").hidden = !known.length;
      return known;
    }

    function write() {
      const held = boxes.filter((box) => box.checked).map((box) => box.value);
      const asked = Object.entries({ hold: held.join(","), wish: wish.value, over: over.value }).filter(([, value]) => value);
      const hash = asked.map(([key, value]) => `${key}=${value}`).join("&");
      history.replaceState(null, "", hash ? `#${hash}` : location.pathname + location.search);
      return held;
    }

    function show(held, known) {
      let allowed = 0;
      for (const [id, item] of links) {
        item.hidden = decide(id, held).outcome !== "allowed";
        allowed += !item.hidden;
      }
      count.textContent = String(allowed);
      form.querySelector(".may").hidden = !held.length;
      answer.replaceChildren();
      answer.hidden = !wish.value;
      if (!wish.value) return;
      const found = decide(wish.value, held, over.value);
      answer.className = `answer ${found.outcome}`;
      answer.append(element("p", { class: "outcome" }, said[found.outcome]));
      if (found.outcome === "disputed") {
        const lines = found.readings.map((outcome, reading) =>
          element("li", {}, `${list.format(rules.data.readings[reading].languages)}: ${said[outcome]}`));
        answer.append(element("ul", {}, ...lines));
      }
      if (found.missing.length) {
        const lines = found.missing.map((ids) => element("li", {}, named(ids)));
        answer.append(element("p", {}, found.missing.length > 1 ? words.oneOf : words.missing), element("ul", {}, ...lines));
      }
      if (known.length && !over.value) {
        answer.append(element("p", { class: "note" }, words.further.replace("{channels}", list.format(known.map((id) => rules.data.channels[id])))));
      }
      for (const number of found.quotes) {
        const [text, href, source, language] = rules.data.quotes[number];
        answer.append(element("figure", { class: "quote" },
          element("blockquote", { lang: language }, element("p", {}, text)),
          element("figcaption", {}, element("a", { href, hreflang: language }, element("bdi", {}, source)))));
      }
    }

    const update = () => { const known = channels(); show(write(), known); };
    form.addEventListener("change", update);
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("reset", () => setTimeout(update));
    addEventListener("hashchange", () => { read(); update(); });
    form.querySelector(".share").addEventListener("click", ({ currentTarget: button }) => {
      navigator.clipboard?.writeText(location.href).then(() => { button.nextElementSibling.textContent = words.copied; }, () => {});
    });
    read();
    update();
    form.hidden = false;
  }

  document.addEventListener("DOMContentLoaded", () => {
    const form = document.querySelector("form.finder");
    if (!form) return;
    rules.data = JSON.parse(document.getElementById("finder-data").textContent);
    form.decide = decide;
    start(form);
  });
})();
