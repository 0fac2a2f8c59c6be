const KEY = "banmian.print";
const LARGE = "large";

/** Some browsers refuse storage to pages from disk, or altogether; the choice then lasts for the page. */
function storage(): Storage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

function stored(): string | null {
  try {
    return storage()?.getItem(KEY) ?? null;
  } catch {
    return null;
  }
}

function store(large: boolean): void {
  try {
    if (large) storage()?.setItem(KEY, LARGE);
    else storage()?.removeItem(KEY);
  } catch {
    // A full or forbidden storage is no reason to refuse the larger print.
  }
}

function isLarge(): boolean {
  return document.documentElement.dataset["print"] === LARGE;
}

function set(large: boolean): void {
  if (large) document.documentElement.dataset["print"] = LARGE;
  else delete document.documentElement.dataset["print"];
}

/** Sets the print as the reader left it. */
export function recallPrint(): void {
  set(stored() === LARGE);
}

/** Shows the switch for larger print (大字), which without a script would do nothing. */
export function offerLargerPrint(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>("button.larger")) {
    button.hidden = false;
    button.setAttribute("aria-pressed", String(isLarge()));
    button.addEventListener("click", () => {
      set(!isLarge());
      store(isLarge());
      button.setAttribute("aria-pressed", String(isLarge()));
    });
  }
}
