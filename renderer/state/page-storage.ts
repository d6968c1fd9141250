/** What the page stored under a name. Null if there is nothing, or if the browser gives this page no storage. */
export function readKept(name: string): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

/** Stores a text under a name, if there is room and the browser allows it. Never throws. */
export function writeKept(name: string, text: string): void {
  try {
    localStorage.setItem(name, text);
  } catch {
    // Then the value only lasts as long as the page.
  }
}
