/** Hot zones and list entries of the same article light up together, whichever the reader points at. */
export function lightTogether(): void {
  const together = new Map<string, Element[]>();
  for (const element of document.querySelectorAll<HTMLElement | SVGElement>("[data-article]")) {
    const article = element.dataset["article"];
    if (article !== undefined) together.set(article, [...(together.get(article) ?? []), element]);
  }
  for (const elements of together.values()) {
    const light = (lit: boolean): void => {
      for (const element of elements) element.classList.toggle("lit", lit);
    };
    for (const element of elements) {
      element.addEventListener("pointerenter", () => light(true));
      element.addEventListener("pointerleave", () => light(false));
      element.addEventListener("focusin", () => light(true));
      element.addEventListener("focusout", () => light(false));
    }
  }
}
