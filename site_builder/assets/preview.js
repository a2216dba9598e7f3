// The preview: loads the page again when it was built again, and shows what was found on it.
(() => {
  "use strict";
  const place = decodeURIComponent(location.pathname).replace(/^\//, "").replace(/(^|\/)$/, "$1index.html");
  const show = ({ title, findings }, failure) => {
    document.querySelector("charter-findings")?.remove();
    if (!findings.length && !failure) return;
    const host = document.createElement("charter-findings");
    const root = host.attachShadow({ mode: "open" });
    const style = new CSSStyleSheet();
    style.replaceSync(`
      details { position: fixed; inset-block-end: 1rem; inset-inline-end: 1rem; z-index: 1000; max-inline-size: min(42rem, calc(100vw - 2rem));
        font: 14px/1.5 system-ui, sans-serif; color: #f4f4f6; background: #1d1f27; border: 1px solid #555; border-radius: 10px; }
      summary { padding: .6rem 1rem; cursor: pointer; font-weight: 600; }
      ul { margin: 0; padding: 0 1rem .75rem; max-block-size: 50vh; overflow: auto; list-style: none; }
      li { padding-block: .5rem; border-block-start: 1px solid #444; }
      .error { color: #ff9b9b; } .warning { color: #ffd27a; } .note { color: #9cc4ff; }
      code { display: block; opacity: .8; overflow-wrap: anywhere; }`);
    root.adoptedStyleSheets = [style];
    const box = document.createElement("details");
    const summary = document.createElement("summary");
    summary.textContent = failure || title;
    box.append(summary);
    const list = document.createElement("ul");
    for (const { code, name, severity, where, message } of findings) {
      const item = document.createElement("li");
      const head = document.createElement("strong");
      head.className = severity;
      head.textContent = `${code} ${name}`;
      const at = document.createElement("code");
      at.textContent = where;
      item.append(head, " ", message, at);
      list.append(item);
    }
    box.append(list);
    root.append(box);
    document.body.append(host);
  };
  const load = (failure) => fetch("/_charter/findings?" + encodeURIComponent(place)).then((answer) => answer.json()).then((found) => show(found, failure));
  const events = new EventSource("/_charter/events");
  events.onmessage = (event) => {
    const what = JSON.parse(event.data);
    if (what === "built") location.reload(); else load(what === "checked" ? "" : what);
  };
  addEventListener("pagehide", () => events.close());
  load("");
})();
