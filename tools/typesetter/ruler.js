// Runs inside the page: says where Chromium breaks lines, and how wide words are.
// A line is known by its place across the lines (top; left where text is vertical), not by its width.
window.lineEnds = (pieces, style) => {
  const bench = document.getElementById("bench");
  bench.className = style.face + (style.vertical ? " vertical" : "");
  bench.style.cssText = `position:absolute;left:0;top:0;font-size:${style.size}pt;line-height:2;` +
    `inline-size:${style.measure}pt;text-align:justify;text-wrap:${style.balance ? "balance" : "wrap"}`;
  bench.replaceChildren();
  const blocks = pieces.map((piece) => {
    const block = document.createElement("div");
    block.style.textIndent = `${piece.indent}em`;
    let place = 0;
    for (const [start, end] of [...piece.leads, [piece.text.length, piece.text.length]]) {
      block.append(piece.text.slice(place, start));
      const lead = document.createElement("span");
      lead.className = "lead";
      lead.append(piece.text.slice(start, end));
      if (end > start) block.append(lead);
      place = end;
    }
    bench.append(block);
    return block;
  });
  const half = style.size * (96 / 72);
  const range = document.createRange();
  return blocks.map((block) => {
    const ends = [];
    let count = 0, line = null;
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      for (let i = 0; i < node.length; i++, count++) {
        if (/[\s\u00ad]/.test(node.data[i])) continue;
        range.setStart(node, i);
        range.setEnd(node, i + 1);
        // After a soft hyphen the range also holds the hyphen, on the line before: the last box is the letter's.
        const box = [...range.getClientRects()].at(-1) ?? range.getBoundingClientRect();
        const at = style.vertical ? -(box.left + box.right) / 2 : (box.top + box.bottom) / 2;
        if (line !== null && at > line + half) ends.push(count);
        if (line === null || at > line + half) line = at;
      }
    }
    return [...ends, count];
  });
};

window.textWidth = (text, face, vertical) => {
  const bench = document.getElementById("bench");
  bench.className = face + (vertical ? " vertical" : "");
  bench.style.cssText = "position:absolute;left:0;top:0;font-size:100pt;white-space:nowrap";
  bench.textContent = text;
  const box = bench.getBoundingClientRect();
  return (vertical ? box.height : box.width) * 0.75 / 100;
};

window.overfull = () => [...document.querySelectorAll(".fit")]
  .filter((e) => e.scrollHeight > e.clientHeight + 1 || e.scrollWidth > e.clientWidth + 1)
  .map((e) => `${e.id}: ${e.scrollWidth}x${e.scrollHeight} in ${e.clientWidth}x${e.clientHeight}`);
