import { basename, dirname } from 'node:path';

/** What the bundler knows of a module: whether it is a page, and which modules import it, at once or when they need it. */
interface ModuleGraph {
  getModuleInfo(id: string): {
    readonly isEntry: boolean;
    readonly importers: readonly string[];
    readonly dynamicImporters: readonly string[];
  } | null;
}

/** The module that loads a language, which the page awaits before it runs. */
const loadsLanguage = /(^|[\\/])load-messages\.ts$/;

/**
 * Names the chunk of a module after the pages that load it before they paint, and after those that load it later: a page
 * then loads one file for each set of pages that share something, not one for each few modules that two views share. Every
 * file is a request that the main process answers while the person waits.
 *
 * What a language imports has a chunk of its own: in the page's chunk it would wait for the page, which waits for the
 * language.
 *
 * Null for what no page loads before it paints: the bundler splits that by the views that use it.
 */
export function nameChunkByPages(id: string, graph: ModuleGraph): string | null {
  const before = listImporters(id, graph, (info) => info.importers);
  const atOnce = toPageNames(before, graph);
  if (atOnce.length === 0) return null;
  const ever = listImporters(id, graph, (info) => [...info.importers, ...info.dynamicImporters]);
  const later = toPageNames(ever, graph).filter((page) => !atOnce.includes(page));
  const isOfLanguages = before.some((module) =>
    graph.getModuleInfo(module)?.dynamicImporters.some((importer) => loadsLanguage.test(importer)),
  );
  return [...(isOfLanguages ? ['languages'] : []), atOnce.join('-'), ...later].join('_');
}

type ModuleInfo = NonNullable<ReturnType<ModuleGraph['getModuleInfo']>>;

/** A module and all that import it, directly or through others. */
function listImporters(
  id: string,
  graph: ModuleGraph,
  importersOf: (info: ModuleInfo) => readonly string[],
): readonly string[] {
  const found = new Set([id]);
  for (const next of found) {
    const info = graph.getModuleInfo(next);
    for (const importer of info === null ? [] : importersOf(info)) found.add(importer);
  }
  return [...found];
}

/** Only pages count. A service worker is an entry too, but must stay one file. */
function toPageNames(modules: readonly string[], graph: ModuleGraph): readonly string[] {
  const pages = modules.filter((id) => id.endsWith('.html') && graph.getModuleInfo(id)?.isEntry === true);
  return pages.map(toPageName).toSorted();
}

/** `popover` for `renderer/popover/index.html`. */
function toPageName(id: string): string {
  return basename(dirname(id));
}
