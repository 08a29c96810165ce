// Only adds: without it every page reads, links and prints as it is. A classic script, so that it runs from disk.
(() => {
  "use strict";
  const words = document.currentScript.dataset;
  const root = document.documentElement;
  const loaded = {};
  const $ = (selector, from = document) => from.querySelector(selector);
  const $$ = (selector, from = document) => [...from.querySelectorAll(selector)];
  const element = (tag, properties, ...children) => {
    const made = Object.assign(document.createElement(tag), properties);
    made.append(...children);
    return made;
  };

  theme();
  const inView = spy();
  languages();
  drawer();
  cards();
  enlarge();
  copyButtons();
  legends();
  search();
  wideFormulas();
  permalinks();

  /** A button that goes round auto, light, dark; the head's inline script has set the last choice already. */
  function theme() {
    const button = $(".bar .theme");
    if (!button) return;
    const choices = ["auto", "light", "dark"];
    const icons = {
      auto: '<circle cx="10" cy="10" r="6.5"/><path d="M10 3.5a6.5 6.5 0 0 1 0 13z" fill="currentColor"/>',
      light:
        '<circle cx="10" cy="10" r="3.4"/><path d="M10 1.8v2M10 16.2v2M1.8 10h2M16.2 10h2M4.2 4.2l1.4 1.4M14.4 14.4l1.4 1.4M4.2 15.8l1.4-1.4M14.4 5.6l1.4-1.4"/>',
      dark: '<path d="M16.5 11.8A7 7 0 1 1 8.2 3.5a5.6 5.6 0 0 0 8.3 8.3z"/>',
    };
    const show = () => {
      const choice = root.dataset.theme || "auto";
      $("svg", button).innerHTML = icons[choice];
      button.title = words[choice];
      button.setAttribute("aria-label", words[choice]);
    };
    button.addEventListener("click", () => {
      root.dataset.theme = choices[(choices.indexOf(root.dataset.theme || "auto") + 1) % choices.length];
      try {
        localStorage.setItem("recto-theme", root.dataset.theme);
      } catch {
        // Storage may be forbidden; the choice then lasts as long as the page.
      }
      show();
    });
    show();
  }

  /** Marks the section in view in the page's contents; answers its heading's id. */
  function spy() {
    const headings = $$("article :is(h1, h2, h3, h4)[id]").filter((h) => !h.matches(".pair > [lang] + [lang] *"));
    const links = new Map($$(".contents a").map((a) => [decodeURIComponent(a.hash.slice(1)), a]));
    let current = null;
    const find = () => {
      const line = Math.min(innerHeight * 0.3, 200);
      const end = innerHeight + scrollY >= root.scrollHeight - 2;
      return end && scrollY > 0 ? headings.at(-1) : headings.findLast((h) => h.getBoundingClientRect().top < line);
    };
    const mark = () => {
      let heading = find();
      const index = headings.indexOf(heading);
      heading = headings.slice(0, index + 1).findLast((h) => links.has(h.id));
      if (heading === current) return;
      links.get(current?.id)?.removeAttribute("aria-current");
      current = heading;
      const link = links.get(current?.id);
      link?.setAttribute("aria-current", "true");
      link?.scrollIntoView({ block: "nearest", behavior: "instant" });
    };
    let waiting = false;
    addEventListener(
      "scroll",
      () => {
        if (waiting) return;
        waiting = true;
        requestAnimationFrame(() => {
          waiting = false;
          mark();
        });
      },
      { passive: true },
    );
    mark();
    // Not only headings: whatever both languages name alike; beside the first one, the second has names of its own.
    const places = $$("article :is(h2, h3, h4, figure, .equation, .claim)[id]").filter(
      (place) => !place.matches(".pair > [lang] + [lang] *"),
    );
    return () => places.findLast((place) => place.getBoundingClientRect().top < scrollMargin() + 40)?.id ?? find()?.id;
  }

  function scrollMargin() {
    return parseFloat(getComputedStyle(root).scrollPaddingTop) || 0;
  }

  /** The other language, or both, opens at the place that is being read: ids are the same in all. */
  function languages() {
    for (const link of $$(".languages a, .chapters a.both")) {
      link.addEventListener("click", () => {
        const id = scrollY > 0 && inView();
        link.hash = id ? `#${id}` : "";
      });
    }
  }

  function drawer() {
    const chapters = $("#chapters");
    chapters?.addEventListener("click", (event) => {
      if (event.target.closest("a") && chapters.matches(":popover-open")) chapters.hidePopover();
    });
    const here = $("[aria-current]", chapters ?? document);
    const end = here && here.offsetTop + here.offsetHeight;
    if (end > chapters?.clientHeight) chapters.scrollTop = here.offsetTop - chapters.clientHeight / 3;
  }

  /** Hover, focus or tap on a number, a reference, a citation or a note shows what it leads to; Escape closes. */
  function cards() {
    const links = $$(":is(a.num, a.ref, a.cite, a.footnote-ref)[href]").filter((link) => target(link) || link.matches(".ref"));
    if (!links.length) return;
    const card = element("div", { className: "card", popover: "manual" });
    card.setAttribute("role", "note");
    let owner = null;
    let asked = null;
    let timer = 0;
    const later = (action, ms) => {
      clearTimeout(timer);
      timer = setTimeout(action, ms);
    };
    const hide = () => {
      clearTimeout(timer);
      owner?.setAttribute("aria-expanded", "false");
      owner = asked = null;
      card.remove();
    };
    const show = async (link) => {
      clearTimeout(timer);
      if (owner === link) return;
      hide();
      asked = link;
      const here = target(link);
      const found = here ?? (await elsewhere(link));
      if (asked !== link) return;
      if (!found) return pointer === "mouse" || location.assign(link.href);
      card.replaceChildren(...preview(found));
      // What a picture names within itself is in the page already, or comes with its copy.
      for (const named of $$(here ? "[id]" : "[id]:not(svg *)", card)) named.removeAttribute("id");
      for (const button of $$("button", card)) button.remove();
      if (!link.matches(".num")) card.append(element("a", { className: "go", href: link.href, textContent: `${words.open} →` }));
      card.classList.toggle("wide", !!$("figure, .equation, .claim", card));
      owner = link;
      link.setAttribute("aria-expanded", "true");
      // Right behind the link, so that Tab goes on into the card.
      link.after(card);
      card.showPopover();
      place(link);
    };
    const place = (link) => {
      card.style.cssText = "";
      if (getComputedStyle(card).bottom === "0px") return; // a phone's sheet
      const box = link.getClientRects()[0];
      const room = root.clientWidth - card.offsetWidth - 16;
      const [above, below] = [box.top - 68, innerHeight - box.bottom - 24]; // But for the bar.
      const isBelow = card.offsetHeight <= below || below >= above;
      card.style.left = `${Math.max(16, Math.min(box.left - 16, room))}px`;
      card.style.maxHeight = `${Math.min(card.offsetHeight, Math.max(160, isBelow ? below : above))}px`;
      card.style.top = `${isBelow ? box.bottom + 8 : box.top - card.offsetHeight - 8}px`;
    };
    let pointer = "mouse";
    addEventListener("pointerdown", (event) => {
      pointer = event.pointerType;
      if (owner && !card.contains(event.target) && event.target.closest("a") !== owner) hide();
    });
    for (const link of links) {
      link.setAttribute("aria-expanded", "false");
      link.addEventListener("pointerenter", (e) => e.pointerType === "mouse" && later(() => show(link), 150));
      link.addEventListener("pointerleave", (e) => e.pointerType === "mouse" && later(hide, 300));
      link.addEventListener("focus", () => link.matches(":focus-visible") && pointer !== "touch" && show(link));
      link.addEventListener("blur", (event) => !card.contains(event.relatedTarget) && later(hide, 150));
      link.addEventListener("click", (event) => {
        if (pointer === "mouse") return hide();
        event.preventDefault();
        if (owner === link) hide();
        else show(link);
      });
    }
    card.addEventListener("pointerenter", () => clearTimeout(timer));
    card.addEventListener("pointerleave", (event) => event.pointerType === "mouse" && later(hide, 300));
    card.addEventListener("focusout", (event) => {
      if (event.relatedTarget !== owner && !card.contains(event.relatedTarget)) later(hide, 150);
    });
    card.addEventListener("click", (event) => event.target.closest(".go") && hide());
    addEventListener("keydown", (event) => {
      pointer = "mouse"; // A key has the focus move; Enter follows a link.
      if (event.key !== "Escape") return;
      if (card.contains(document.activeElement)) owner.focus();
      hide();
    });
    addEventListener("scroll", () => owner && getComputedStyle(card).bottom !== "0px" && hide(), { passive: true });
    addEventListener("resize", hide);
  }

  /** In this page. */
  function target(link) {
    return link.getAttribute("href").startsWith("#") ? document.getElementById(name(link)) : null;
  }

  /** In another chapter, whose language's previews are loaded when one is first asked for; null if there is none. */
  async function elsewhere(link) {
    const tag = link.closest("[lang]").lang;
    const languages = words.indexes.split(" ");
    const language = languages.find((code) => tag.startsWith(code)) ?? languages[0];
    await load(`previews.${language}`).catch(() => {});
    const html = window.rectoPreviews?.[language]?.[name(link)];
    return html ? element("template", { innerHTML: html }).content.firstElementChild : null;
  }

  function name(link) {
    return decodeURIComponent(link.hash.slice(1));
  }

  function load(name) {
    loaded[name] ??= new Promise((done, failed) => {
      document.head.append(element("script", { src: `${words.root}assets/${name}.js`, onload: done, onerror: failed }));
    });
    return loaded[name];
  }

  /** A copy of what is named; of a section, its heading and how it begins; in two languages, the reader's. */
  function preview(found) {
    if (found.matches("li")) {
      const copy = [...found.childNodes].map((node) => node.cloneNode(true));
      for (const node of copy) for (const back of $$(".back", node.nodeType === 1 ? node : document.createElement("i"))) back.remove();
      return copy;
    }
    if (!found.matches("h1, h2, h3, h4")) return [found.cloneNode(true)];
    const title = element("p", { className: "heading" });
    title.append(...[...found.childNodes].map((node) => node.cloneNode(true)));
    $(".permalink", title)?.remove();
    const row = found.closest(".pair") ?? found;
    const next = row.nextElementSibling;
    const text = next?.matches(".pair") ? $("p", next) : next;
    return text?.matches("p") ? [title, text.cloneNode(true)] : [title];
  }

  /** A figure fills the window: by its button, or by a click on it. */
  function enlarge() {
    const figures = $$("figure.fig");
    if (!figures.length || !window.HTMLDialogElement) return;
    const dialog = element("dialog", { className: "zoom" });
    const stage = element("div", { className: "stage", tabIndex: 0 });
    const close = element("button", { type: "button", className: "icon-button", title: words.close });
    close.innerHTML = '<svg viewBox="0 0 20 20" aria-hidden="true"><path d="m5 5 10 10M15 5 5 15"/></svg>';
    close.setAttribute("aria-label", words.close);
    close.addEventListener("click", () => dialog.close());
    dialog.append(close, stage);
    dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
    dialog.addEventListener("close", () => stage.replaceChildren());
    document.body.append(dialog);
    for (const figure of figures) {
      const open = () => {
        const copy = figure.cloneNode(true);
        for (const button of $$("button", copy)) button.remove();
        for (const named of [copy, ...$$("figcaption [id]", copy)]) named.removeAttribute("id");
        stage.replaceChildren(copy);
        stage.setAttribute("aria-label", $(".label", copy)?.textContent ?? words.enlarge);
        dialog.setAttribute("aria-label", $(".label", copy)?.textContent ?? words.enlarge);
        dialog.showModal();
        stage.scrollTo(0, 0);
      };
      const button = element("button", { type: "button", className: "icon-button enlarge", title: words.enlarge });
      button.innerHTML = '<svg viewBox="0 0 20 20" aria-hidden="true"><path d="M12 3.5h4.5V8M8 16.5H3.5V12M16.2 3.8 11.4 8.6M3.8 16.2l4.8-4.8"/></svg>';
      button.setAttribute("aria-label", `${words.enlarge}: ${$(".label", figure)?.textContent ?? ""}`);
      button.addEventListener("click", open);
      figure.append(button);
      $(".plot", figure)?.addEventListener("click", open);
    }
  }

  /** Only what is used is loaded: the search itself, its library and the index come with its first use. */
  function search() {
    const button = $(".bar .search");
    if (!button) return;
    const open = async () => {
      const languages = words.indexes.split(" ");
      await Promise.all(["minisearch", "search", ...languages.map((l) => `search.${l}`)].map(load));
      window.rectoSearch({ root: words.root, languages, title: words.search, none: words.none, close: words.close });
    };
    button.addEventListener("click", open);
    addEventListener("keydown", (event) => {
      const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
      const slash = event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey && !typing;
      const k = event.key === "k" && (event.ctrlKey || event.metaKey);
      if (!slash && !k) return;
      event.preventDefault();
      open();
    });
  }

  function copyButtons() {
    if (!navigator.clipboard) return;
    for (const figure of $$(".listing")) {
      const button = element("button", { type: "button", className: "copy", textContent: words.copy });
      button.addEventListener("click", async () => {
        await navigator.clipboard.writeText($("pre", figure).textContent);
        button.textContent = words.copied;
        setTimeout(() => (button.textContent = words.copy), 1600);
      });
      $("figcaption", figure)?.append(button);
    }
  }

  /** Pointing at a legend's key shows its class alone. */
  function legends() {
    for (const key of $$(".fig .key")) {
      const mark = $(".mark", key)?.classList.value.match(/\bc\d\b/)?.[0];
      const plot = $(".plot", key.closest(".fig"));
      if (!mark || !plot) continue;
      const others = $$("svg [class]", plot).filter((e) => /\bc\d\b/.test(e.classList.value) && !e.classList.contains(mark));
      const dim = (on) => others.forEach((e) => e.classList.toggle("dim", on));
      key.addEventListener("pointerenter", () => dim(true));
      key.addEventListener("pointerleave", () => dim(false));
    }
  }

  /** The address of a section, for whoever wants to link to it; the contents offer the same to the keyboard. */
  function permalinks() {
    for (const heading of $$("article :is(h2, h3, h4)[id]")) {
      const link = element("a", { className: "permalink", href: `#${heading.id}`, tabIndex: -1, textContent: "#" });
      link.setAttribute("aria-hidden", "true");
      heading.append(link);
    }
  }

  /** A formula that is wider than its line is a stop of the keyboard, which scrolls it then. */
  function wideFormulas() {
    const watch = new ResizeObserver((entries) => {
      for (const { target } of entries) {
        if (target.scrollWidth > target.clientWidth) target.tabIndex = 0;
        else target.removeAttribute("tabindex");
      }
    });
    for (const formula of $$(".equation .katex-display")) watch.observe(formula);
  }
})();
