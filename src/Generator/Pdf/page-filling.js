// Mends the holes that Chromium leaves where a figure does not fit on the rest of a page: like a float of LaTeX, it may
// stand after some of the paragraphs that follow, or be a little smaller; so may a claim. None passes a heading or its like.
// A chapter begins on the page on which the one before it ended, if that is in the same part and leaves room.
// Pages are tried as columns of a page's size: the same code of Chromium breaks both. Answers what it did.
() => {
  const floats = ".fig, .tbl:not(:has(tbody tr:nth-child(13)))"; // a long table goes on on the next page
  const text = "p, ul, ol, dl, blockquote, .equation, .callout";
  const headings = "h1, h2, h3, h4, header";
  const leaves = ".before, p, li, tr, h1, h2, h3, h4, .plot, figcaption, .l, .equation, dt, dd";
  const furthest = 4; // blocks that a float may let pass
  const smallest = 0.8; // of its height
  const slack = 40; // px; a hole of two lines is none
  const gap = 40;
  const fullest = 0.6; // of a page on which another chapter may begin
  const emptiest = 0.35; // of a chapter's last page, if setting its origins of numbers tighter can spare that
  const apart = (16 / 25.4) * 96; // px between chapters on a page: 16 mm

  const page = (() => {
    const probe = document.body.appendChild(document.createElement("div"));
    probe.style.cssText = "position:absolute;width:var(--page-width);height:var(--page-height)";
    const { width, height } = probe.getBoundingClientRect();
    probe.remove();
    return { width, height };
  })();

  const column = (rect, origin) => Math.floor((rect.left - origin.left + 1) / (page.width + gap));

  /** What is empty at the end of each page but the last, in px. */
  const holes = chapter => {
    const origin = chapter.getBoundingClientRect();
    const filled = [];
    for (const leaf of chapter.querySelectorAll(leaves)) {
      for (const rect of leaf.getClientRects()) {
        const at = column(rect, origin);
        filled[at] = Math.max(filled[at] ?? 0, rect.bottom - origin.top);
      }
    }
    return filled.slice(0, -1).map(bottom => Math.max(0, page.height - (bottom ?? 0) - slack));
  };

  /** Of the pages up to one; those after it are mended in their turn. Two small holes are better than a large one. */
  const cost = (chapter, last) => holes(chapter).slice(0, last + 1).reduce((sum, hole) => sum + hole * hole, 0);

  const ends = (block, origin) => {
    const last = [...block.getClientRects()].at(-1);
    return { column: column(last, origin), bottom: last.bottom - origin.top };
  };

  /** The hole that a float leaves on the page before its own; headings go with it. */
  const holeAbove = (float, chapter) => {
    let first = float;
    while (first.previousElementSibling?.matches(headings)) first = first.previousElementSibling;
    const before = first.previousElementSibling;
    if (!before) return 0;
    const origin = chapter.getBoundingClientRect();
    const [end, start] = [ends(before, origin), column(float.getClientRects()[0], origin)];
    return end.column < start ? page.height - end.bottom : 0;
  };

  /** What announces something stays before it. */
  const announces = block => /[:：]\s*$/.test(block.textContent) || !!block.nextElementSibling?.matches("ol, ul");

  /** Blocks that may come before the float, and its like that stand right behind it, instead of after them. */
  const passing = float => {
    const [like, passable] = float.matches(floats) ? [floats, `${text}, .claim`] : [".claim", text];
    let last = float;
    while (last.nextElementSibling?.matches(like)) last = last.nextElementSibling;
    const found = [];
    for (let next = last.nextElementSibling; next?.matches(passable); next = next.nextElementSibling) {
      found.push(next);
      if (found.length === furthest) break;
    }
    return found;
  };

  const mend = (float, chapter) => {
    const hole = holeAbove(float, chapter);
    if (hole < slack) return null;
    const svg = float.querySelector(".plot > svg");
    const resize = height => svg && (svg.style.maxHeight = height ? `${height}px` : "");
    const blocks = passing(float);
    const home = blocks[0]?.previousElementSibling;
    const raise = count => float.before(...blocks.slice(0, count));
    const lower = () => home?.after(...blocks);

    const landed = column(float.getClientRects()[0], chapter.getBoundingClientRect());
    let best = { cost: cost(chapter, landed), count: 0, height: 0 };
    const consider = (count, height) => {
      raise(count);
      resize(height);
      const now = cost(chapter, landed);
      // A change must be worth it.
      if (now < best.cost - slack * slack) best = { cost: now, count, height };
      resize(0);
      lower();
    };
    for (let count = 1; count <= blocks.length; count++) {
      const [last, next] = [blocks[count - 1], blocks[count - 1].nextElementSibling];
      if (!announces(last) && !next?.matches(".equation")) consider(count, 0);
    }
    if (svg) {
      const full = svg.getBoundingClientRect().height;
      const margin = parseFloat(getComputedStyle(float).marginTop);
      const fitting = Math.floor(full - (float.getBoundingClientRect().height + margin - hole) - 1);
      if (fitting >= smallest * full && fitting < full) consider(0, fitting);
    }
    raise(best.count);
    resize(best.height);
    return (best.height && `${float.id} smaller`) || (best.count && `${float.id} later`) || null;
  };

  /** What is wider than the page is made smaller: else Chromium would shrink the whole report until it fits. */
  const fit = chapter => {
    for (const wide of chapter.querySelectorAll("table, .equation, .plot")) {
      // A table that goes on on the next page has a box on each.
      const boxes = [...wide.getClientRects()].map(box => box.width);
      const width = Math.max(...boxes, boxes.length === 1 ? wide.scrollWidth : 0);
      if (width < page.width + 2) continue;
      wide.style.zoom = Math.floor((100 * page.width) / width) / 100;
      done.push(`${wide.closest("[id]").id} narrower`);
    }
  };

  /** Where a chapter ends: on which of its pages, how far down in px; told by a mark that stays, so that the print has its like. */
  const end = chapter => {
    const mark = chapter.appendChild(document.createElement("div"));
    mark.style.height = "1px";
    const where = () => ends(mark, chapter.getBoundingClientRect());
    const loose = where();
    if (loose.column === 0 || loose.bottom > emptiest * page.height) return loose.bottom;
    chapter.classList.add("tight");
    const tight = where();
    if (tight.column === loose.column) chapter.classList.remove("tight");
    else done.push(`${chapter.id} tighter`);
    return where().bottom;
  };

  for (const lead of document.querySelectorAll("article > p")) {
    if (announces(lead)) lead.style.breakAfter = "avoid";
  }
  const done = [];
  const chapters = [...document.querySelectorAll(".chapter")];
  for (const chapter of chapters) chapter.style.display = "none";
  let before = { part: null, bottom: 0 };
  for (const chapter of chapters) {
    chapter.style.cssText =
      `position:absolute;width:${page.width}px;height:${page.height}px;` +
      `columns:${page.width}px auto;column-gap:${gap}px;column-fill:auto`;
    const joins = before.part && before.part === chapter.dataset.part && before.bottom <= fullest * page.height;
    const room = document.createElement("div");
    room.className = "before";
    room.style.height = `${joins ? before.bottom + apart : 0}px`;
    chapter.prepend(room);
    fit(chapter);
    for (const float of chapter.querySelectorAll(`${floats}, .claim`)) {
      const change = float.parentElement.matches("article") && mend(float, chapter);
      if (change) done.push(change);
    }
    before = { part: chapter.dataset.part, bottom: end(chapter) };
    room.remove();
    if (joins) done.push(`${chapter.id} joined`);
    chapter.classList.toggle("joined", joins);
    chapter.style.cssText = "display:none";
  }
  for (const chapter of chapters) chapter.removeAttribute("style");
  return done;
}
