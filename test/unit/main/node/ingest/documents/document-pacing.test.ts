import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createDocumentPacing } from '../../../../../../main/node/ingest/documents/document-pacing.ts';

function createPacing() {
  const due: string[] = [];
  const pacing = createDocumentPacing({ nowMs: () => Date.now(), onDue: (path) => due.push(path) });
  return { pacing, due };
}

describe('createDocumentPacing', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('passes changes on at once, unless the document took long the last time', () => {
    const { pacing, due } = createPacing();
    pacing.noteChange('new');
    pacing.noteRead('small', 10);
    pacing.noteChange('small');
    pacing.noteRead('large', 2_000);
    pacing.noteChange('large');
    expect(due).toEqual(['new', 'small']);
  });

  it('passes many changes of a large document on as one, after ten times what it took', () => {
    const { pacing, due } = createPacing();
    pacing.noteRead('large', 2_000);
    for (let count = 0; count < 5; count++) {
      vi.advanceTimersByTime(3_000);
      pacing.noteChange('large');
    }
    expect(due).toEqual([]);
    vi.advanceTimersByTime(5_000);
    expect(due).toEqual(['large']);
    pacing.noteChange('large');
    expect(due).toEqual(['large', 'large']);
  });

  it('waits a minute at most, and for nothing once it is closed', () => {
    const { pacing, due } = createPacing();
    pacing.noteRead('huge', 3_600_000);
    pacing.noteChange('huge');
    vi.advanceTimersByTime(60_000);
    expect(due).toEqual(['huge']);
    pacing.noteRead('huge', 3_600_000);
    pacing.noteChange('huge');
    pacing.close();
    vi.advanceTimersByTime(120_000);
    expect(due).toEqual(['huge']);
  });
});
