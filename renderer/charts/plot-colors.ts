/** Resolves colors of the style sheet for a canvas, which knows no custom properties: `--line`, `--series-0`. */
export function createColors(node: HTMLElement): (name: string) => string {
  const probe = document.createElement('span');
  probe.hidden = true;
  node.append(probe);
  const known = new Map<string, string>();
  return (name) => {
    let color = known.get(name);
    if (color === undefined) {
      // Forced colors would paint all series in the text color. Legends keep their own colors, too.
      probe.style.setProperty('forced-color-adjust', name.startsWith('--series') ? 'none' : 'auto');
      probe.style.color = `var(${name})`;
      color = getComputedStyle(probe).color;
      known.set(name, color);
    }
    return color;
  };
}

/** Calls back whenever colors may have changed: another theme, contrast or palette. Returns how to stop. */
export function onColorsChanged(listener: () => void): () => void {
  const queries = [
    matchMedia('(prefers-color-scheme: dark)'),
    matchMedia('(forced-colors: active)'),
    matchMedia('(prefers-contrast: more)'),
  ];
  const observer = new MutationObserver(listener);
  observer.observe(document.documentElement, { attributes: true });
  for (const query of queries) query.addEventListener('change', listener);
  return () => {
    observer.disconnect();
    for (const query of queries) query.removeEventListener('change', listener);
  };
}
