/** What the page keeps under a name. Null where there is nothing, or where the browser keeps nothing for this page. */
export function readKept(name: string): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

/** Keeps a text under a name, where there is room and the person's browser allows it. Never throws. */
export function writeKept(name: string, text: string): void {
  try {
    localStorage.setItem(name, text);
  } catch {
    // What was to be kept lasts as long as the page.
  }
}
