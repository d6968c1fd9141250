import { describe, expect, it } from 'vitest';
import { nameChunkByPages } from '../../../../build/lib/page-chunks.ts';

/** Which modules a page or a module imports at once; a name after `?` only when it needs it. */
const imports: Readonly<Record<string, readonly string[]>> = {
  'popover/index.html': ['button', 'rows', '?menu'],
  'window/index.html': ['button', '?view', '?menu'],
  'service-worker.ts': ['cache'],
  view: ['rows', 'table'],
  button: ['load-messages.ts'],
  'load-messages.ts': ['format', '?german'],
  german: ['format'],
  format: ['plural'],
  rows: ['text'],
  menu: ['list'],
  // Two that import each other.
  table: ['cell'],
  cell: ['table'],
};

const importersOf = (id: string, mark: string): readonly string[] =>
  Object.keys(imports).filter((from) => imports[from]?.includes(`${mark}${id}`));

const graph = {
  getModuleInfo: (id: string) => ({
    isEntry: id.endsWith('.html') || id === 'service-worker.ts',
    importers: importersOf(id, ''),
    dynamicImporters: importersOf(id, '?'),
  }),
};

describe('the chunk of a module', () => {
  it('is that of all pages that load the module before they paint', () => {
    expect(nameChunkByPages('popover/index.html', graph)).toBe('popover');
    expect(nameChunkByPages('button', graph)).toBe('popover-window');
  });

  it('is not the chunk of a page whose code another page would run by loading the module later', () => {
    expect(nameChunkByPages('rows', graph)).toBe('popover_window');
    expect(nameChunkByPages('text', graph)).toBe('popover_window');
  });

  it('is not that of the page where a language needs the module, for which the page waits', () => {
    expect(nameChunkByPages('load-messages.ts', graph)).toBe('popover-window');
    expect(nameChunkByPages('format', graph)).toBe('languages_popover-window');
    expect(nameChunkByPages('plural', graph)).toBe('languages_popover-window');
    expect(nameChunkByPages('german', graph)).toBeNull();
  });

  it('is left to the bundler where no page loads the module before it paints', () => {
    expect(['view', 'menu', 'list', 'table', 'cell'].map((id) => nameChunkByPages(id, graph))).toEqual(
      Array(5).fill(null),
    );
  });

  it('is left to the bundler for a service worker, which must be one file', () => {
    expect(['service-worker.ts', 'cache'].map((id) => nameChunkByPages(id, graph))).toEqual([null, null]);
  });

  it('does not depend on what the bundler does not know', () => {
    expect(nameChunkByPages('button', { getModuleInfo: () => null })).toBeNull();
  });
});
