import { readdirSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { hourMs } from '../../../shared/domain/instant.ts';
import { writeClaudeLogs } from '../corpus/claude-logs.ts';
import type { Bench } from './measurement.ts';

/** A home with many small logs of the last days, as a watcher finds them. */
export interface WatchedHome {
  readonly home: string;
  readonly files: readonly string[];
}

const watchedFiles = 2000;
const responsesPerFile = 20;

/** Creates such a home; its logs end an hour ago. */
export function createWatchedHome(bench: Bench): WatchedHome {
  const logs = bench.newFolder();
  const files = bench.size === 'full' ? watchedFiles : watchedFiles / 20;
  const endMs = Date.now() - hourMs;
  writeClaudeLogs(logs, {
    seed: 'watched',
    files,
    responses: files * responsesPerFile,
    endMs,
    days: 9,
    content: 'usage',
  });
  const found = readdirSync(logs, { recursive: true, withFileTypes: true });
  const paths = found.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  // With the modification times that match their contents: files that were written just now are checked more often.
  for (const path of paths) utimesSync(path, endMs / 1000, endMs / 1000);
  return { home: bench.newHome([logs]), files: paths };
}
