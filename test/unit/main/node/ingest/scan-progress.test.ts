import { afterEach, describe, expect, it, vi } from 'vitest';
import { createScanProgress, type IngestProgress } from '../../../../../main/node/ingest/scan-progress.ts';

function makeProgress() {
  const reported: IngestProgress[] = [];
  return { reported, progress: createScanProgress((news) => reported.push(news)) };
}

describe('createScanProgress', () => {
  afterEach(() => void vi.useRealTimers());

  it('counts bytes and files up to all of them', () => {
    const { reported, progress } = makeProgress();
    progress.begin({ files: 4, bytes: 200 }, { files: 1, bytes: 50 });
    progress.setPhase('scanning');
    expect(reported.at(-1)).toEqual({
      phase: 'scanning',
      filesDone: 1,
      filesTotal: 4,
      bytesDone: 50,
      bytesTotal: 200,
      percent: 25,
    });
    progress.addBytes(100);
    progress.addFile();
    expect(progress.current()).toMatchObject({ filesDone: 2, bytesDone: 150, percent: 75 });
    progress.addBytes(1000);
    expect(progress.current().percent).toBe(100);
    progress.setPhase('watching');
    expect(reported.at(-1)).toMatchObject({ phase: 'watching', filesDone: 4, bytesDone: 200, percent: 100 });
  });

  it('is complete when there is nothing to read', () => {
    const { reported, progress } = makeProgress();
    progress.begin({ files: 0, bytes: 0 }, { files: 0, bytes: 0 });
    progress.setPhase('watching');
    expect(reported.at(-1)).toMatchObject({ percent: 100, filesTotal: 0 });
  });

  it('reports at most one of many changes immediately, and the last one at the end', () => {
    vi.useFakeTimers();
    const { reported, progress } = makeProgress();
    progress.begin({ files: 1, bytes: 1000 }, { files: 0, bytes: 0 });
    for (let count = 0; count < 500; count++) progress.addBytes(1);
    expect(reported).toHaveLength(1);
    vi.advanceTimersByTime(250);
    expect(reported.map((news) => news.bytesDone)).toEqual([0, 500]);
  });

  it('reports a phase immediately, and only when it changes', () => {
    const { reported, progress } = makeProgress();
    progress.begin({ files: 1, bytes: 10 }, { files: 0, bytes: 0 });
    progress.setPhase('paused');
    progress.setPhase('paused');
    expect(reported.map((news) => news.phase)).toEqual(['starting', 'paused']);
  });
});
