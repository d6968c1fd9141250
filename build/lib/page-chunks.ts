/** What the bundler knows of a module: which modules import it at once, and which only when they need it. */
interface ModuleGraph {
  getModuleInfo(
    id: string,
  ): { readonly importers: readonly string[]; readonly dynamicImporters: readonly string[] } | null;
}

/**
 * Names the chunk of a module after the pages that load it before they paint, and after those that load it later: a page
 * then loads one file for each set of pages that share something, not one for each few modules that two views share. Every
 * file is a request that the main process answers while the person waits.
 *
 * Null for what no page loads before it paints: the bundler divides these by the views that use them.
 */
export function createPageChunks(pages: Readonly<Record<string, string>>) {
  const names = new Map(Object.entries(pages).map(([name, id]) => [id, name]));
  const findPages = (id: string, importersOf: (of: string) => readonly string[]): readonly string[] => {
    const seen = new Set([id]);
    for (const next of seen) for (const importer of importersOf(next)) seen.add(importer);
    return [...seen].flatMap((found) => names.get(found) ?? []).toSorted();
  };
  return (id: string, graph: ModuleGraph): string | null => {
    const atOnce = findPages(id, (of) => graph.getModuleInfo(of)?.importers ?? []);
    const ever = findPages(id, (of) => {
      const info = graph.getModuleInfo(of);
      return info === null ? [] : [...info.importers, ...info.dynamicImporters];
    });
    const later = ever.filter((page) => !atOnce.includes(page));
    return atOnce.length === 0 ? null : [atOnce.join('-'), ...later].join('_');
  };
}
