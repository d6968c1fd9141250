import type { SideTexts, Stream } from '../../../shared/sources/streams.ts';
import { toPlainPath } from './discovery/log-file-name.ts';
import { readAt } from './discovery/file-identity.ts';
import type { ReadTools } from './file-reading.ts';

/** A larger file is not what it seems to be. */
const maxBytes = 1024 * 1024;

/** Reads the side files of a log. An unreadable one counts as missing. */
export async function readSideTexts(stream: Stream, path: string, tools: Pick<ReadTools, 'open'>): Promise<SideTexts> {
  if (stream.kind === 'database' || stream.sideFiles === undefined) return [];
  const texts: (string | null)[] = [];
  for (const file of stream.sideFiles(toPlainPath(path))) texts.push(await readSmallText(file, tools));
  return texts;
}

async function readSmallText(path: string, { open }: Pick<ReadTools, 'open'>): Promise<string | null> {
  try {
    const file = await open(path);
    try {
      const stats = await file.stat();
      return stats.isFile() && stats.size <= maxBytes ? (await readAt(file, 0, stats.size)).toString('utf8') : null;
    } finally {
      await file.close();
    }
  } catch {
    return null;
  }
}
