// Only adds: without it every page reads, links and prints as it is. A classic script, so that it runs from disk.
(() => {
  "use strict";
  const words = document.currentScript.dataset;
  const root = document.documentElement;
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
  copyButtons();
  legends();
  wideFormulas();

  /** A button that goes round auto, light, dark; the head's inline script has set the last choice already. */
  function theme() {
    const bar = $(".bar");
    if (!bar) return;
    const choices = ["auto", "light", "dark"];
    const icons = {
      auto: '<circle cx="10" cy="10" r="6.5"/><path d="M10 3.5a6.5 6.5 0 0 1 0 13z" fill="currentColor"/>',
      light:
        '<circle cx="10" cy="10" r="3.4"/><path d="M10 1.8v2M10 16.2v2M1.8 10h2M16.2 10h2M4.2 4.2l1.4 1.4M14.4 14.4l1.4 1.4M4.2 15.8l1.4-1.4M14.4 5.6l1.4-1.4"/>',
      dark: '<path d="M16.5 11.8A7 7 0 1 1 8.2 3.5a5.6 5.6 0 0 0 8.3 8.3z"/>',
    };
    const button = element("button", { type: "button", className: "icon-button theme" });
    const show = () => {
      const choice = root.dataset.theme || "auto";
      button.innerHTML = `<svg viewBox="0 0 20 20" aria-hidden="true">${icons[choice]}</svg>`;
      button.title = words[choice] || choice;
      button.setAttribute("aria-label", button.title);
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
    bar.append(button);
  }

  /** Marks the section in view in the page's contents; answers its heading's id. */
  function spy() {
    const headings = $$("article :is(h1, h2, h3, h4)[id]");
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
    return () => find()?.id;
  }

  /** The other language opens at the section that is being read: ids are the same in both. */
  function languages() {
    for (const link of $$(".languages a")) {
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
    if (chapters && here) chapters.scrollTop = here.offsetTop - chapters.clientHeight / 3;
  }

  /** Hover, focus or tap on a number shows where it was measured; Escape or a click elsewhere closes. */
  function cards() {
    const numbers = $$("a.num[href^='#']");
    if (!numbers.length) return;
    const card = element("div", { id: "card", className: "card", popover: "manual" });
    card.setAttribute("role", "status");
    document.body.append(card);
    let owner = null;
    let timer = 0;
    const later = (action, ms) => {
      clearTimeout(timer);
      timer = setTimeout(action, ms);
    };
    const hide = () => {
      clearTimeout(timer);
      if (!owner) return;
      owner.setAttribute("aria-expanded", "false");
      owner = null;
      card.hidePopover();
    };
    const show = (number) => {
      clearTimeout(timer);
      if (owner === number) return;
      hide();
      const entry = document.getElementById(decodeURIComponent(number.hash.slice(1)));
      if (!entry) return;
      card.replaceChildren(...[...entry.childNodes].map((node) => node.cloneNode(true)));
      for (const named of $$("[id]", card)) named.removeAttribute("id");
      owner = number;
      number.setAttribute("aria-expanded", "true");
      card.showPopover();
      place(number);
    };
    const place = (number) => {
      card.style.cssText = "";
      if (getComputedStyle(card).position === "fixed") return;
      const box = number.getClientRects()[0];
      const room = root.clientWidth - card.offsetWidth - 16;
      const below = box.bottom + 8 + card.offsetHeight < innerHeight || box.top < card.offsetHeight + 80;
      card.style.left = `${scrollX + Math.max(16, Math.min(box.left - 16, room))}px`;
      card.style.top = `${scrollY + (below ? box.bottom + 8 : box.top - card.offsetHeight - 8)}px`;
    };
    let pointer = "mouse";
    addEventListener("pointerdown", (event) => {
      pointer = event.pointerType;
      if (owner && !card.contains(event.target) && event.target.closest(".num") !== owner) hide();
    });
    for (const number of numbers) {
      number.setAttribute("aria-expanded", "false");
      number.setAttribute("aria-controls", card.id);
      number.addEventListener("pointerenter", (e) => e.pointerType === "mouse" && later(() => show(number), 120));
      number.addEventListener("pointerleave", (e) => e.pointerType === "mouse" && later(hide, 250));
      number.addEventListener("focus", () => number.matches(":focus-visible") && show(number));
      number.addEventListener("blur", (event) => !card.contains(event.relatedTarget) && later(hide, 150));
      number.addEventListener("click", (event) => {
        if (pointer === "mouse") return;
        event.preventDefault();
        if (owner === number) hide();
        else show(number);
      });
    }
    card.addEventListener("pointerenter", () => clearTimeout(timer));
    card.addEventListener("pointerleave", (event) => event.pointerType === "mouse" && later(hide, 250));
    addEventListener("keydown", (event) => event.key === "Escape" && hide());
    addEventListener("resize", hide);
  }

  function copyButtons() {
    if (!navigator.clipboard) return;
    for (const figure of $$(".listing")) {
      const button = element("button", { type: "button", className: "copy", textContent: words.copy || "Copy" });
      button.addEventListener("click", async () => {
        await navigator.clipboard.writeText($("pre", figure).textContent);
        button.textContent = words.copied || "Copied";
        setTimeout(() => (button.textContent = words.copy || "Copy"), 1600);
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
