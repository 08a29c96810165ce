// The search dialog, loaded by recto.js when it is first asked for. A classic script: pages on a disk cannot fetch.
(() => {
  "use strict";
  const element = (tag, properties, ...children) => {
    const made = Object.assign(document.createElement(tag), properties);
    made.append(...children);
    return made;
  };

  /** Latin words and numbers whole, Han in pairs of characters, which need no dictionary; a lone character as it is. */
  const han = /[\u3007\u3400-\u9fff\uf900-\ufaff]/u;
  const runs = /[\u3007\u3400-\u9fff\uf900-\ufaff]+|(?:(?![\u3007\u3400-\u9fff\uf900-\ufaff])[\p{L}\p{N}_])+/gu;
  const pairs = (run) => (run.length < 2 ? [run] : Array.from({ length: run.length - 1 }, (_, i) => run.slice(i, i + 2)));
  const tokens = (text) =>
    (text.normalize("NFKC").match(runs) ?? []).flatMap((run) => (han.test(run) ? pairs(run) : [run.toLowerCase()]));

  let dialog = null;

  window.rectoSearch = (options) => {
    dialog ??= make(options);
    if (dialog.open) return;
    dialog.showModal();
    dialog.querySelector("input").select();
  };

  function make(options) {
    const index = new window.MiniSearch({
      fields: ["title", "chapter", "text"],
      storeFields: ["href", "title", "chapter", "text"],
      tokenize: tokens,
      processTerm: (term) => term,
      searchOptions: {
        boost: { title: 4, chapter: 1.5 },
        combineWith: "AND",
        prefix: (term) => !han.test(term) || term.length === 1,
        fuzzy: (term) => (!han.test(term) && term.length > 5 ? 0.15 : false),
      },
    });
    const documents = options.languages.flatMap((language) => window.rectoIndex[language] ?? []);
    index.addAll(documents.map(([href, title, chapter, text], id) => ({ id, href, title, chapter, text })));

    const input = element("input", { type: "search", placeholder: options.title, autocomplete: "off", spellcheck: false });
    const list = element("ul", { id: "found" });
    const status = element("p", { className: "status" });
    const close = element("button", { type: "button", className: "icon-button", title: options.close });
    close.innerHTML = '<svg viewBox="0 0 20 20" aria-hidden="true"><path d="m5 5 10 10M15 5 5 15"/></svg>';
    close.setAttribute("aria-label", options.close);
    const box = element("dialog", { className: "finder" }, element("div", { className: "field" }, input, close), status, list);
    box.setAttribute("aria-label", options.title);
    status.setAttribute("role", "status");
    input.setAttribute("aria-label", options.title);
    input.setAttribute("aria-controls", list.id);
    close.addEventListener("click", () => box.close());
    box.addEventListener("click", (event) => (event.target === box || event.target.closest("a")) && box.close());
    document.body.append(box);

    input.addEventListener("input", () => {
      const words = tokens(input.value);
      const found = words.length ? index.search(input.value).slice(0, 20) : [];
      list.replaceChildren(...found.map((hit) => entry(hit, words, options.root)));
      list.scrollTop = 0;
      status.textContent = words.length && !found.length ? options.none : "";
    });
    box.addEventListener("keydown", (event) => move(event, input, list));
    return box;
  }

  /** Arrows walk through what was found; Enter in the field opens the first. */
  function move(event, input, list) {
    if (event.key === "Escape") {
      event.preventDefault(); // The field would only be emptied.
      event.currentTarget.close();
    }
    const links = [...list.querySelectorAll("a")];
    const at = links.indexOf(document.activeElement);
    if (event.key === "Enter" && document.activeElement === input && !event.isComposing) links[0]?.click();
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    event.preventDefault();
    (links[at + (event.key === "ArrowDown" ? 1 : -1)] ?? input).focus();
  }

  function entry(hit, words, root) {
    const where = hit.title.endsWith(hit.chapter) ? [] : [element("span", { className: "where", textContent: hit.chapter })];
    const link = element("a", { href: root + hit.href }, element("b", {}, ...marked(hit.title, words)), ...where);
    link.append(element("span", { className: "excerpt" }, ...marked(excerpt(hit.text, words), words)));
    return element("li", {}, link);
  }

  /** The text around the first place that holds a word. */
  function excerpt(text, words) {
    const lower = text.toLowerCase();
    const at = Math.min(...words.map((word) => lower.indexOf(word)).filter((i) => i >= 0), text.length);
    if (at === text.length) return text.slice(0, 110);
    const from = at < 37 ? 0 : at - 36 + Math.max(0, text.slice(at - 36, at).search(/[^\p{P}\s]/u));
    return `${from > 0 ? "…" : ""}${text.slice(from, from + 120)}${from + 120 < text.length ? "…" : ""}`;
  }

  function marked(text, words) {
    const pattern = words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|");
    return text
      .split(new RegExp(`((?:${pattern})+)`, "iu"))
      .map((part, i) => (i % 2 ? element("mark", { textContent: part }) : part));
  }
})();
