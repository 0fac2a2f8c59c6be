// Runs inside the page: pours told sentences into boxes until they are full, and reads back where every line stands.
// Sizes are CSS pixels; boxes are multi-column, so that what does not fit stands outside of them, never cut in two.
(() => {
  const range = document.createRange();
  const last = (node, i) => {
    range.setStart(node, i);
    range.setEnd(node, i + 1);
    const all = range.getClientRects();
    return all.length ? all[all.length - 1] : null;
  };
  const upright = (e) => getComputedStyle(e).writingMode.startsWith("vertical");
  const full = (box) => box.scrollWidth > box.clientWidth + 1.5 || box.scrollHeight > box.clientHeight + 1.5;
  const rows = (e) => {
    const style = getComputedStyle(e);
    const step = parseFloat(style.lineHeight);
    const long = upright(e) ? e.clientWidth : e.clientHeight;
    return Math.round(long / step);
  };

  // Heads: smaller until they stand on as many lines as they may, and within their width.
  const shrink = (e) => {
    const most = Number(e.dataset.lines);
    let size = parseFloat(getComputedStyle(e).fontSize);
    const least = size * 0.6;
    for (let i = 0; i < 30; i++) {
      const wide = e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + Math.max(2, size * 0.5);
      if (!wide && rows(e) <= most) return;
      size *= 0.95;
      if (size < least) e.classList.add("w-tiny");
      e.style.fontSize = `${size}px`;
    }
  };

  const block = (op, off = 0) => {
    const e = document.createElement("p");
    e.className = `w-t ${op.cls}`;
    e.dataset.k = op.k;
    if (off) e.dataset.off = off;
    if (op.style) e.style.cssText = op.style;
    if (op.row) {
      e.dataset.row = "";
      for (const cell of op.text.split("\t")) {
        const c = document.createElement("span");
        c.append(cell);
        e.append(c);
      }
      return e;
    }
    let text = op.text;
    for (const [cls, count] of op.spans) {
      const span = document.createElement("span");
      span.className = cls;
      span.append(text.slice(0, count));
      text = text.slice(count);
      e.append(span);
    }
    e.append(text);
    return e;
  };

  const outside = (rect, edge, vertical) => {
    const x = (rect.left + rect.right) / 2, y = (rect.top + rect.bottom) / 2;
    return vertical ? y > edge.bottom + 1 || x < edge.left - 1 : x > edge.right + 1 || y > edge.bottom + 1;
  };
  const ends = (node, at) => {
    for (let i = at; i < node.length; i++) {
      const rect = last(node, i);
      if (rect && rect.width + rect.height > 0 && !/\s/.test(node.data[i])) return rect;
    }
    return null;
  };

  // Moves what stands outside a box into the next one, parting a paragraph between two lines.
  const spill = (box, next) => {
    const edge = box.getBoundingClientRect(), vertical = upright(box);
    const all = [...box.querySelectorAll(":scope > .w-t")];
    let at = all.findIndex((e) => [...e.getClientRects()].some((r) => outside(r, edge, vertical)));
    if (at < 0) return false;
    const e = all[at];
    const node = e.lastChild;
    let cut = 0;
    if (node && node.nodeType === 3 && e.dataset.row === undefined && !e.dataset.raw) {
      let low = 0, high = node.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        const rect = ends(node, middle);
        if (rect && !outside(rect, edge, vertical)) low = middle + 1;
        else high = middle;
      }
      cut = low;
    }
    let rest = all.slice(at);
    if (cut > 1 && cut < node.length) {
      const more = e.cloneNode(false);
      more.classList.add("w-on");
      const before = e.textContent.length - node.length;
      more.dataset.off = Number(e.dataset.off || 0) + before + cut;
      let head = node.data.slice(0, cut);
      more.append(node.data.slice(cut));
      if (head.endsWith("\u00ad")) head = `${head.slice(0, -1)}-`;
      node.data = head;
      e.classList.add("w-cut");
      rest = [more, ...all.slice(at + 1)];
    } else if (cut >= (node ? node.length : 0) && cut > 0) {
      rest = all.slice(at + 1);
    } else {
      while (at > 0 && all[at - 1].classList.contains("w-keep")) rest.unshift(all[--at]);
    }
    next.append(...rest);
    return true;
  };

  const pour = (flow, count, extra) => {
    for (const id of flow.boxes) {
      const box = document.getElementById(id);
      for (const e of [...box.querySelectorAll(":scope > .w-t")]) e.remove();
    }
    const boxes = flow.boxes.map((id) => document.getElementById(id));
    const made = [];
    let open = null;
    const shut = () => { if (open) made.push(block(open)); open = null; };
    for (const step of flow.steps.slice(0, count)) {
      for (const op of step) {
        if (op.kind === "s" && open) { open.text += op.text; continue; }
        shut();
        if (op.kind === "html") {
          const holder = document.createElement("div");
          holder.innerHTML = op.text;
          const e = holder.firstElementChild;
          e.classList.add("w-t");
          e.dataset.raw = "1";
          made.push(e);
        } else if (op.kind === "p") open = { ...op };
      }
    }
    if (extra && open) open.text += extra.text;
    shut();
    if (flow.tail) {
      const holder = document.createElement("div");
      holder.innerHTML = flow.tail;
      for (const e of [...holder.children]) { e.classList.add("w-t"); e.dataset.raw = "1"; made.push(e); }
    }
    boxes[0].append(...made);
    for (let i = 0; i + 1 < boxes.length; i++) if (full(boxes[i])) spill(boxes[i], boxes[i + 1]);
    return !boxes.some(full);
  };

  // White under the last line, in lines.
  const white = (flow) => {
    const boxes = flow.boxes.map((id) => document.getElementById(id));
    const box = boxes.at(-1);
    const all = [...box.querySelectorAll(":scope > .w-t")];
    if (!all.length) return 99;
    const edge = box.getBoundingClientRect(), vertical = upright(box), style = getComputedStyle(box);
    const rect = [...all.at(-1).getClientRects()].at(-1);
    const step = parseFloat(style.lineHeight);
    const count = Number(style.columnCount) || 1, gap = parseFloat(style.columnGap) || 0;
    const long = vertical ? edge.height : edge.width;
    const wide = (long - gap * (count - 1)) / count;
    const middle = vertical ? (rect.top + rect.bottom) / 2 - edge.top : (rect.left + rect.right) / 2 - edge.left;
    const column = Math.min(count - 1, Math.floor(middle / (wide + gap)));
    const deep = vertical ? edge.width : edge.height;
    const used = vertical ? edge.right - rect.left : rect.bottom - edge.top;
    return ((count - 1 - column) * deep + deep - used) / step;
  };

  const fill = (flow) => {
    let low = 0, high = flow.steps.length;
    const fits = (n, extra) => pour(flow, n, extra);
    if (fits(high)) return { kept: high, extra: null, white: white(flow), short: true };
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (fits(middle)) low = middle;
      else high = middle;
    }
    let kept = low;
    if (flow.loose) {
      do pour(flow, kept); while (white(flow) < flow.loose && --kept > flow.least);
    }
    if (kept < flow.least) { pour(flow, kept); return { kept, extra: null, white: 99, small: true }; }
    let best = null, fewest = 1e9;
    pour(flow, kept);
    fewest = white(flow);
    if (!flow.loose && fewest >= 1) {
      for (const extra of flow.extras) {
        if (!fits(kept, extra)) continue;
        const left = white(flow);
        if (left < fewest - 0.3) { fewest = left; best = extra; }
        if (left < 1) break;
      }
    }
    pour(flow, kept, best);
    return { kept, extra: best ? best.id : null, white: fewest };
  };

  const geometry = (box) => {
    const edge = box.getBoundingClientRect(), style = getComputedStyle(box);
    const vertical = style.writingMode.startsWith("vertical");
    const count = Number(style.columnCount) || 1, gap = parseFloat(style.columnGap) || 0;
    const long = vertical ? edge.height : edge.width;
    return { id: box.id, start: vertical ? edge.top : edge.left, step: (long - gap * (count - 1)) / count + gap, vertical };
  };

  const read = (page) => {
    const origin = page.getBoundingClientRect();
    const shapes = new Map();
    const blocks = [];
    for (const e of page.querySelectorAll("[data-k]")) {
      const style = getComputedStyle(e);
      const vertical = style.writingMode.startsWith("vertical");
      const box = e.classList.contains("w-t") && e.dataset.raw === undefined ? e.parentElement : null;
      if (box && !shapes.has(box)) shapes.set(box, geometry(box));
      const shape = box ? shapes.get(box) : null;
      let spanners = 0;
      if (box) for (let b = e.previousElementSibling; b; b = b.previousElementSibling)
        if (b.classList.contains("w-span")) spanners++;
      const lines = [];
      let line = null, text = "", first = true, count = Number(e.dataset.off || 0);
      const whole = e.dataset.row !== undefined;
      const walker = document.createTreeWalker(e, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const node = walker.currentNode, own = node.parentElement;
        if (whole && !first) { text += "\t"; count++; }
        first = false;
        const drop = own.classList.contains("w-drop"), lead = own.classList.contains("w-lead");
        const size = parseFloat(own === e ? style.fontSize : getComputedStyle(own).fontSize);
        for (let i = 0; i < node.length; i++, count++) {
          const letter = node.data[i];
          text += letter;
          if (/[\s\u200b]/.test(letter)) continue;
          const r = last(node, i);
          if (!r || r.width === 0 || r.height === 0) continue;
          const soft = letter === "\u00ad";
          const middle = vertical ? -(r.left + r.right) / 2 : (r.top + r.bottom) / 2;
          const along = vertical ? r.top : r.left;
          const column = shape ? Math.floor((along + 2 - shape.start) / shape.step) : 0;
          const same = line && line.drop === drop && line.column === column && (whole || Math.abs(middle - line.middle) < line.size * 0.5);
          if (!same) {
            if (soft) continue;
            line = { at: count, drop, column, middle, size, lead, x0: 1e9, y0: 1e9, x1: -1e9, y1: -1e9,
              top: r.top - origin.top, bottom: r.bottom - origin.top, left: r.left - origin.left, right: r.right - origin.left,
              frame: shape ? `${shape.id}/${spanners}/${column}` : null, vertical };
            lines.push(line);
          }
          if (line.lead && !lead) {
            Object.assign(line, { lead: false, top: r.top - origin.top, bottom: r.bottom - origin.top, middle, size });
          }
          line.x0 = Math.min(line.x0, r.left - origin.left);
          line.x1 = Math.max(line.x1, r.right - origin.left);
          line.y0 = Math.min(line.y0, r.top - origin.top);
          line.y1 = Math.max(line.y1, r.bottom - origin.top);
        }
      }
      blocks.push({ k: Number(e.dataset.k), text, off: Number(e.dataset.off || 0), lines });
    }
    const rects = (name) => [...page.querySelectorAll(`[data-${name}]`)].map((e) => {
      const r = e.getBoundingClientRect();
      return [e.dataset[name], r.left - origin.left, r.top - origin.top, r.width, r.height];
    });
    const over = [...page.querySelectorAll(".w-cell, .w-tiny")]
      .filter((e) => e.classList.contains("w-tiny") || e.scrollHeight > e.clientHeight + 2 || e.scrollWidth > e.clientWidth + 2)
      .map((e) => e.closest("[data-slot]")?.dataset.slot ?? "");
    return { blocks, regions: rects("reg"), images: rects("img"), over, html: page.outerHTML };
  };

  window.webset = (flows) => {
    for (const e of document.querySelectorAll("[data-lines]")) shrink(e);
    for (const e of document.querySelectorAll("[data-grid]")) {
      const step = Number(e.dataset.grid);
      e.style.height = `${Math.ceil(e.getBoundingClientRect().height / step - 0.02) * step}px`;
    }
    const told = flows.map(fill);
    return { told, pages: [...document.querySelectorAll(".w-page")].map(read) };
  };
})();
