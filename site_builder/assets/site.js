// What pages do beyond being read: colours by choice, tabs, links to copy, the map. Without it everything is readable.
(() => {
  "use strict";
  const root = document.documentElement;
  let theme = null;
  try { theme = localStorage.getItem("theme"); } catch { /* a reader may forbid storage */ }
  if (theme === "light" || theme === "dark") root.dataset.theme = theme;

  function colours(button) {
    const dark = () => root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    const label = () => { button.firstElementChild.textContent = dark() ? button.dataset.light : button.dataset.dark; };
    button.hidden = false;
    label();
    button.addEventListener("click", () => {
      root.dataset.theme = dark() ? "light" : "dark";
      try { localStorage.setItem("theme", root.dataset.theme); } catch { /* then it holds for this page */ }
      label();
    });
  }

  function tabs(group, number) {
    const panels = [...group.children].filter((child) => child.classList.contains("tab"));
    if (panels.length < 2 || panels.some((panel) => !panel.querySelector(":scope > .tab-title"))) return;
    const list = document.createElement("div");
    list.className = "tab-list";
    list.setAttribute("role", "tablist");
    const buttons = panels.map((panel, index) => {
      const button = document.createElement("button");
      button.type = "button";
      button.id = `tab-${number}-${index}`;
      button.textContent = panel.querySelector(":scope > .tab-title").textContent;
      button.setAttribute("role", "tab");
      panel.id ||= `tab-panel-${number}-${index}`;
      button.setAttribute("aria-controls", panel.id);
      panel.setAttribute("role", "tabpanel");
      panel.setAttribute("aria-labelledby", button.id);
      panel.tabIndex = 0;
      list.append(button);
      return button;
    });
    const show = (chosen) => buttons.forEach((button, index) => {
      button.setAttribute("aria-selected", String(index === chosen));
      button.tabIndex = index === chosen ? 0 : -1;
      panels[index].hidden = index !== chosen;
    });
    list.addEventListener("click", (event) => {
      const index = buttons.indexOf(event.target.closest("button"));
      if (index >= 0) show(index);
    });
    list.addEventListener("keydown", (event) => {
      const here = buttons.indexOf(document.activeElement);
      const forward = getComputedStyle(group).direction === "rtl" ? "ArrowLeft" : "ArrowRight";
      const step = { [forward]: 1, [forward === "ArrowRight" ? "ArrowLeft" : "ArrowRight"]: -1 }[event.key];
      const next = event.key === "Home" ? 0 : event.key === "End" ? buttons.length - 1
        : step && (here + step + buttons.length) % buttons.length;
      if (here < 0 || next === undefined) return;
      event.preventDefault();
      show(next);
      buttons[next].focus();
    });
    group.prepend(list);
    group.classList.add("live");
    const wanted = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    show(Math.max(0, panels.findIndex((panel) => wanted && panel.contains(wanted))));
  }

  function copying(link) {
    link.addEventListener("click", () => {
      if (!navigator.clipboard) return;
      navigator.clipboard.writeText(link.href).then(() => {
        link.dataset.copied = "✓";
        link.classList.add("copied");
        setTimeout(() => link.classList.remove("copied"), 1500);
      }, () => {});
    });
  }

  // On a phone a licence table is laid out as cards, which some browsers then no longer take for a table.
  function table(shown) {
    const roles = { THEAD: "rowgroup", TBODY: "rowgroup", TR: "row", TH: "columnheader", TD: "cell" };
    shown.setAttribute("role", "table");
    for (const part of shown.querySelectorAll("thead, tbody, tr, th, td")) part.setAttribute("role", roles[part.tagName]);
  }

  function map(drawing) {
    const edges = [...drawing.querySelectorAll(".edges path")];
    const nodes = new Map([...drawing.querySelectorAll(".node")].map((node) => [node.dataset.node, node]));
    const mark = (id, on) => edges.forEach((edge) => {
      if (edge.dataset.from !== id && edge.dataset.to !== id) return;
      edge.classList.toggle("live", on);
      nodes.get(edge.dataset.from === id ? edge.dataset.to : edge.dataset.from)?.classList.toggle("live", on);
    });
    for (const [id, node] of nodes) {
      for (const name of ["mouseenter", "focus"]) node.addEventListener(name, () => mark(id, true));
      for (const name of ["mouseleave", "blur"]) node.addEventListener(name, () => mark(id, false));
    }
  }

  document.addEventListener("DOMContentLoaded", () => {
    document.querySelectorAll(".theme").forEach(colours);
    document.querySelectorAll(".tabs").forEach(tabs);
    document.querySelectorAll("a.anchor").forEach(copying);
    document.querySelectorAll("svg.map").forEach(map);
    document.querySelectorAll(".rules table").forEach(table);
    // Where the navigation has a column of its own it is open, for those who do not see that it is shown, too.
    for (const [selector, query] of [["details.menu", "(min-width: 60rem)"], ["details.on-page", "(min-width: 80rem)"]]) {
      const column = matchMedia(query);
      const follow = () => document.querySelectorAll(selector).forEach((shown) => { shown.open = column.matches; });
      column.addEventListener("change", follow);
      follow();
    }
    const differences = document.querySelector(".differences details");
    const open = () => { if (location.hash === "#charter-differences" && differences) differences.open = true; };
    addEventListener("hashchange", open);
    open();
    const languages = document.querySelector("details.languages");
    addEventListener("keydown", (event) => {
      if (event.key === "Escape" && languages?.open) { languages.open = false; languages.querySelector("summary").focus(); }
    });
    addEventListener("click", (event) => { if (languages && !languages.contains(event.target)) languages.open = false; });
  });
})();
