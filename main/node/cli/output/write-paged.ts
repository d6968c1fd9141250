import stringWidth from 'string-width';
import { stripVTControlCharacters } from 'node:util';
import type { CliHost } from '../cli-host.ts';
import { OutputError } from '../streams/output-error.ts';
import { writeLines } from './write-lines.ts';

/**
 * Writes text for a person: through the pager when it is longer than the terminal, otherwise as it is. Quitting the
 * pager early is not an error. `toLines` is called again if the pager turns out not to work. Rejects with an
 * `OutputError`.
 */
export async function writePaged(cliHost: CliHost, toLines: () => Iterable<string>): Promise<void> {
  const { stdout } = cliHost;
  const lines = toLines()[Symbol.iterator]();
  const first = takeScreen(lines, stdout.rows ?? 0, stdout.columns ?? 0);
  const pager = first.isLonger ? await cliHost.openPager() : null;
  const all = continueLines(first.lines, lines);
  if (pager === null) return writeLines(stdout, all);
  try {
    await writeLines(pager, all);
  } catch (error) {
    if (!(error instanceof OutputError) || error.reason !== 'closed') throw error;
  }
  const isShown = await pager.end();
  if (!isShown) await writeLines(stdout, toLines());
}

/** The lines that fit on a screen above the prompt, and the first that does not. Unknown sizes (0) hold everything. */
function takeScreen(lines: Iterator<string>, rows: number, columns: number) {
  const taken: string[] = [];
  let [room, isLonger] = [rows - 1, false];
  while (rows > 0 && columns > 0 && !isLonger) {
    const next = lines.next();
    if (next.done === true) break;
    taken.push(next.value);
    for (const line of next.value.split('\n')) room -= countRows(line, columns);
    isLonger = room < 0;
  }
  return { lines: taken, isLonger };
}

function countRows(line: string, columns: number): number {
  return Math.max(1, Math.ceil(stringWidth(stripVTControlCharacters(line)) / columns));
}

function* continueLines(first: readonly string[], rest: Iterator<string>): Generator<string> {
  yield* first;
  for (let next = rest.next(); next.done !== true; next = rest.next()) yield next.value;
}
