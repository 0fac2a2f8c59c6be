const RELATION: Readonly<Record<string, string>> = { ArrowLeft: "prev", ArrowRight: "next" };

/** Whether the keys belong to what has the focus: a field, or a picture that scrolls sideways. */
function isTaken(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("input, textarea, select, [contenteditable], audio, video") !== null;
}

/** Left and right lead to the previous and next page of the paper, or article. */
export function followArrowKeys(): void {
  document.addEventListener("keydown", (event) => {
    const relation = RELATION[event.key];
    if (relation === undefined || event.defaultPrevented || isTaken(event.target)) return;
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const link = document.querySelector<HTMLLinkElement>(`link[rel="${relation}"]`);
    if (link !== null) window.location.assign(link.href);
  });
}
