import { basename, dirname } from 'node:path';

/** What the bundler knows of a module: whether it is a page, and which modules import it, at once or when they need it. */
interface ModuleGraph {
  getModuleInfo(id: string): {
    readonly isEntry: boolean;
    readonly importers: readonly string[];
    readonly dynamicImporters: readonly string[];
  } | null;
}

/**
 * Names the chunk of a module after the pages that load it before they paint, and after those that load it later: a page
 * then loads one file for each set of pages that share something, not one for each few modules that two views share. Every
 * file is a request that the main process answers while the person waits.
 *
 * Null for what no page loads before it paints: the bundler divides these by the views that use them.
 */
export function nameChunkByPages(id: string, graph: ModuleGraph): string | null {
  const atOnce = findPages(id, graph, (info) => info.importers);
  const ever = findPages(id, graph, (info) => [...info.importers, ...info.dynamicImporters]);
  const later = ever.filter((page) => !atOnce.includes(page));
  return atOnce.length === 0 ? null : [atOnce.join('-'), ...later].join('_');
}

type ModuleInfo = NonNullable<ReturnType<ModuleGraph['getModuleInfo']>>;

/** The names of the pages from which a module can be reached. */
function findPages(
  id: string,
  graph: ModuleGraph,
  importersOf: (info: ModuleInfo) => readonly string[],
): readonly string[] {
  const seen = new Set([id]);
  const pages = new Set<string>();
  for (const next of seen) {
    const info = graph.getModuleInfo(next);
    if (info === null) continue;
    if (info.isEntry) pages.add(toPageName(next));
    for (const importer of importersOf(info)) seen.add(importer);
  }
  return [...pages].toSorted();
}

/** `popover` for `renderer/popover/index.html`. */
function toPageName(id: string): string {
  return basename(id) === 'index.html' ? basename(dirname(id)) : basename(id).replace(/\.\w+$/, '');
}
