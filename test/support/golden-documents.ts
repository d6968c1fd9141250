import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DocumentStream, SideTexts } from '../../shared/sources/streams.ts';
import { logFixturesFolder } from './log-fixtures.ts';
import { listFiles } from './real-logs.ts';

/** A document of a golden case, with the texts of the files beside it that its stream asks for. */
export interface GoldenDocument {
  readonly path: string;
  readonly text: string;
  readonly sideTexts: SideTexts;
}

/** The documents in a source's golden logs that a stream reads; empty files are left out. */
export function readGoldenDocuments(source: string, stream: DocumentStream): readonly GoldenDocument[] {
  return listFiles(join(logFixturesFolder, source))
    .filter(({ relativePath }) => isBelowSomeRoot(stream, relativePath))
    .map(({ path }) => ({ path, text: readFileSync(path, 'utf8'), sideTexts: readSideTexts(stream, path) }))
    .filter(({ text }) => text !== '');
}

/** Whether a file of a home belongs to the stream, wherever in the home its root is. */
function isBelowSomeRoot(stream: DocumentStream, path: string): boolean {
  const parts = path.split('/');
  return parts.some((_, index) => stream.matches(parts.slice(index).join('/')));
}

function readSideTexts(stream: DocumentStream, path: string): SideTexts {
  return (stream.sideFiles?.(path) ?? []).map((file) => (existsSync(file) ? readFileSync(file, 'utf8') : null));
}
