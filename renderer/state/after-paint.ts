/** A covered or hidden page paints nothing, so it waits no longer than this. */
const patienceMs = 250;

/**
 * Defers what nobody waits for: it loads once, when first asked for, and only after the page has painted what it has
 * rendered by then. Loaded at once, it would delay the first paint.
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
