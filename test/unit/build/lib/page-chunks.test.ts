import { describe, expect, it } from 'vitest';
import { createPageChunks } from '../../../../build/lib/page-chunks.ts';

/** Which modules a page or a module imports at once; a name after `?` only when it needs it. */
const imports: Readonly<Record<string, readonly string[]>> = {
  'popover.html': ['button', 'rows', '?menu'],
  'window.html': ['button', '?view', '?menu'],
  view: ['rows', 'table'],
  rows: ['text'],
  menu: ['list'],
  // Two that import each other.
  table: ['cell'],
  cell: ['table'],
};

const importersOf = (id: string, mark: string): readonly string[] =>
  Object.keys(imports).filter((from) => imports[from]?.includes(`${mark}${id}`));

const graph = {
  getModuleInfo: (id: string) => ({ importers: importersOf(id, ''), dynamicImporters: importersOf(id, '?') }),
};

const nameChunk = createPageChunks({ popover: 'popover.html', window: 'window.html' });

describe('the chunk of a module', () => {
  it('is that of all pages that load the module before they paint', () => {
    expect(nameChunk('popover.html', graph)).toBe('popover');
    expect(nameChunk('button', graph)).toBe('popover-window');
  });

  it('is not the chunk of a page whose code another page would run by loading the module later', () => {
    expect(nameChunk('rows', graph)).toBe('popover_window');
    expect(nameChunk('text', graph)).toBe('popover_window');
  });

  it('is left to the bundler where no page loads the module before it paints', () => {
    expect(['view', 'menu', 'list', 'table', 'cell'].map((id) => nameChunk(id, graph))).toEqual(Array(5).fill(null));
  });

  it('does not depend on what the bundler does not know', () => {
    expect(nameChunk('button', { getModuleInfo: () => null })).toBeNull();
  });
});
