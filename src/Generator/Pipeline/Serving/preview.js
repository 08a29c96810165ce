// Follows `recto serve`: shows each next edition of the page in the place where the reader is, what is wrong, and training.
(() => {
  "use strict";
  const { path, digest } = document.currentScript.dataset;
  let shown = digest;
  let loaded = null;

  // What the page's own script listens to at large goes when its page goes.
  const listeners = [];
  for (const target of [window, document]) {
    const add = target.addEventListener.bind(target);
    target.addEventListener = (...listener) => {
      listeners.push([target, listener]);
      add(...listener);
    };
  }

  const panel = makePanel();
  EventTarget.prototype.addEventListener.call(window, "keydown", (event) => {
    const isTyping = event.target.closest?.("input, textarea, select, [contenteditable]");
    if (isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "t") panel.train();
    if (event.key === "Escape" && !document.querySelector("dialog[open]")) panel.hide();
  });
  const news = new EventSource(`/-/news?page=${encodeURIComponent(path)}`);
  let turn = Promise.resolve();
  news.onmessage = (event) => {
    const state = JSON.parse(event.data);
    turn = turn.then(() => show(state)).catch((error) => console.error(error));
  };
  news.onerror = () => panel.say("recto serve does not answer");

  async function show(state) {
    const before = loaded ?? state.loaded;
    loaded = state.loaded;
    const changed = Object.keys(loaded).filter((file) => before[file] !== loaded[file]);
    if (changed.some((file) => file.endsWith(".js"))) return location.reload();
    if (state.digest && state.digest !== shown) await swap();
    for (const file of changed) refresh(file);
    panel.show(state);
  }

  async function swap() {
    const html = await (await fetch(location.pathname)).text();
    const next = new DOMParser().parseFromString(html, "text/html");
    const fresh = next.querySelector("script[data-digest]")?.dataset.digest;
    if (!fresh) return location.reload();
    const restore = remember();
    for (const [target, [type, listener, options]] of listeners.splice(0))
      target.removeEventListener(type, listener, options);
    document.title = next.title;
    document.documentElement.lang = next.documentElement.lang;
    document.body.replaceWith(document.adoptNode(next.body));
    // A script that was parsed apart does not run.
    for (const script of document.body.querySelectorAll("script")) {
      const again = document.createElement("script");
      for (const { name, value } of script.attributes) again.setAttribute(name, value);
      again.textContent = script.textContent;
      again.addEventListener("load", restore);
      script.replaceWith(again);
    }
    restore();
    shown = fresh;
  }

  /** Style or picture anew, without a flash. */
  function refresh(file) {
    const bust = (address) => address.replace(/\?.*$/, "") + "?" + loaded[file];
    if (file.endsWith(".css"))
      for (const link of document.querySelectorAll(`link[rel=stylesheet][href*="${CSS.escape(file.split("/").pop())}"]`)) {
        const next = link.cloneNode();
        next.href = bust(link.href);
        next.onload = () => link.remove();
        link.after(next);
      }
    const name = file.split("/").pop();
    for (const picture of document.querySelectorAll("img, source, image"))
      for (const attribute of ["src", "srcset", "href"])
        if (picture.getAttribute(attribute)?.includes(name))
          picture.setAttribute(attribute, bust(picture.getAttribute(attribute)));
  }

  /** Answers what brings the reader back: to the first block in view that is still there, else to the same height. */
  function remember() {
    const blocks = () => [...document.querySelectorAll("article > *, article > * > li, article table tr")];
    const key = (block) => block.localName + block.textContent;
    const inView = blocks()
      .filter((block) => block.getBoundingClientRect().bottom > 60)
      .slice(0, 12)
      .map((block) => [key(block), block.getBoundingClientRect().top]);
    const height = scrollY;
    const name = (details, i) => details.id || (details.querySelector("summary")?.textContent ?? "") + i;
    const open = new Set([...document.querySelectorAll("details")].map((d, i) => d.open && name(d, i)));
    const focus = document.activeElement?.id;
    return () => {
      document.querySelectorAll("details").forEach((d, i) => {
        if (open.has(name(d, i))) d.open = true;
      });
      const now = new Map(blocks().map((block) => [key(block), block]));
      const [found, top] = inView.find(([text]) => now.has(text)) ?? [];
      scrollTo({ top: height, behavior: "instant" });
      if (found && height > 0)
        scrollBy({ top: now.get(found).getBoundingClientRect().top - top, behavior: "instant" });
      if (focus) document.getElementById(focus)?.focus({ preventScroll: true });
    };
  }

  function makePanel() {
    const host = document.createElement("recto-preview");
    const root = host.attachShadow({ mode: "open" });
    root.innerHTML = `<style>
      :host { position: fixed; inset: auto 0 0; z-index: 2147483647; display: grid; justify-items: end; pointer-events: none;
        font: 14px/1.45 system-ui, sans-serif; color-scheme: light dark; color: light-dark(#1d2126, #e8e6e1) }
      section { pointer-events: auto; box-sizing: border-box; margin: 0 12px 12px; max-width: min(46rem, calc(100vw - 24px)); max-height: 60vh; overflow: auto;
        padding: 10px 14px; border-radius: 8px; background: light-dark(#fff, #23272d); border: 1px solid light-dark(#cfd4da, #444b55);
        box-shadow: 0 4px 18px #0003 }
      section[hidden], :host([hidden]) { display: none }
      .errors { width: 46rem; border-top: 4px solid light-dark(#b3261e, #f28b82) }
      .warnings summary { cursor: pointer }
      h2 { margin: 0 0 4px; font-size: 15px }
      ol { margin: 0; padding: 0; list-style: none }
      li { padding: 4px 0; overflow-wrap: anywhere }
      li + li { border-top: 1px solid light-dark(#e3e6ea, #3a4049) }
      code { font: 12.5px/1.4 ui-monospace, monospace; color: light-dark(#5a6270, #aab2bd) }
      button { font: inherit; padding: 4px 12px; border-radius: 6px; border: 1px solid light-dark(#8a93a0, #77808d); background: none; color: inherit; cursor: pointer }
      button + button { margin-left: 6px }
      .errors > button { margin-top: 6px }
      button:focus-visible, summary:focus-visible { outline: 2px solid light-dark(#1a5fb4, #8ab4f8); outline-offset: 2px }
      progress { width: 100% }
      kbd { font: inherit; border: 1px solid; border-radius: 4px; padding: 0 4px }
      p { margin: 0 0 6px }
    </style>
    <section class="training" hidden aria-label="Training"></section>
    <section class="warnings" hidden aria-label="Warnings"></section>
    <section class="errors" hidden role="alert"></section>
    <section class="silence" hidden role="status"></section>`;
    document.documentElement.append(host);
    // The end of the page can be scrolled clear of what lies over it.
    new ResizeObserver(() => (document.documentElement.style.paddingBottom = `${host.offsetHeight}px`)).observe(host);
    const part = (name) => root.querySelector("." + name);
    const made = (tag, text, ...children) => {
      const element = document.createElement(tag);
      element.textContent = text;
      element.append(...children);
      return element;
    };
    const ask = (what) => fetch("/-/" + what, { method: "POST", headers: { "X-Recto": "preview" } });
    const button = (text, action) => {
      const element = made("button", text);
      element.addEventListener("click", action);
      return element;
    };
    const list = (found) =>
      made("ol", "", ...found.map((f) => made("li", "", made("code", [f.place, f.code].filter(Boolean).join(" · ")), document.createElement("br"), f.text)));
    const fill = (name, ...content) => {
      const held = part(name).contains(root.activeElement) && root.activeElement.textContent;
      part(name).hidden = content.length === 0;
      part(name).replaceChildren(...content);
      if (!held) return;
      const stops = [...part(name).querySelectorAll("button, summary")];
      (stops.find((stop) => stop.textContent === held) ?? stops[0])?.focus({ preventScroll: true });
    };
    const hide = () => {
      host.hidden = true;
    };
    const hider = () => {
      const element = button("Hide ", hide);
      element.append(made("kbd", "Esc"));
      return element;
    };
    let due = null;
    let were = "";
    let kinds = "";
    return {
      hide,
      say: (text) => {
        host.hidden = false;
        fill("silence", text);
      },
      train: () => due && ask("train"),
      show({ found, due: offered, training }) {
        due = offered;
        fill("silence");
        const now = JSON.stringify([found, offered, training]);
        if (now === were) return;
        were = now;
        // What was hidden comes back with other news, not with the next epoch.
        const kind = JSON.stringify([found, offered, !!training]);
        if (kind !== kinds) host.hidden = false;
        kinds = kind;
        const errors = found.filter((f) => f.error);
        const warnings = found.filter((f) => !f.error);
        fill("errors", ...(errors.length ? [made("h2", `${errors.length} ${errors.length > 1 ? "errors" : "error"}`), list(errors), hider()] : []));
        const wasOpen = root.querySelector(".warnings details")?.open ?? false;
        const notes = made("details", "", made("summary", `${warnings.length} ${warnings.length > 1 ? "warnings" : "warning"}`), list(warnings));
        notes.open = wasOpen;
        fill("warnings", ...(warnings.length ? [notes] : []));
        fill("training", ...(training ? progress(training) : due ? offer(due) : []));
      },
    };

    function offer({ runs, time }) {
      const names = runs.length > 4 ? `${runs.slice(0, 3).join(", ")} and ${runs.length - 3} more` : runs.join(", ");
      const train = button("Train ", () => ask("train"));
      train.append(made("kbd", "t"));
      return [made("p", `${runs.length} ${runs.length > 1 ? "runs are" : "run is"} to be trained, about ${time}: ${names}`), train, hider()];
    }

    function progress(training) {
      const bars = training.map(({ run, part, words }) => {
        const bar = Object.assign(document.createElement("progress"), { max: 1, value: part });
        bar.setAttribute("aria-label", run || "all runs");
        return made("li", "", run ? `${run}: ${words}` : words, bar);
      });
      return [made("h2", "Training"), made("ol", "", ...bars), button("Stop", () => ask("stop")), hider()];
    }
  }
})();
