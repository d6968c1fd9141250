/** A page that is covered or hidden paints nothing: it loads after this. */
const patienceMs = 250;

/**
 * Loads what nobody waits for: once, when it is first asked for, and only after the page has painted what it rendered until
 * then. Otherwise the first picture waits for it.
 */
export function afterPaint<Loaded>(load: () => Promise<Loaded>): () => Promise<Loaded> {
  let loaded: Promise<Loaded> | undefined;
  return () => (loaded ??= nextPaint().then(load));
}

function nextPaint(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, patienceMs);
  });
}
