import { describe, expect, it } from 'vitest';
import { createLiveRegion } from '../../../../../../main/node/cli/watch/live-region.ts';
import { noScreen } from '../../../../../fakes/cli-host.ts';

function createTerminal(isTerminal: boolean) {
  const seen = { written: '', atExit: [] as (string | null)[] };
  const stream = {
    ...{ isTerminal, columns: 20, rows: 4, ...noScreen },
    write: async (text: string) => void (seen.written += text),
    writeAtExit: (text: string | null) => void seen.atExit.push(text),
  };
  return { seen, stream };
}

describe('a live region', () => {
  it('gives the cursor back when the process ends before it does, and only then', async () => {
    const { seen, stream } = createTerminal(true);
    const region = createLiveRegion(stream);
    await region.draw('one');
    await region.draw('two');
    expect(seen.atExit).toEqual(['\u001b[?25h']);
    await region.end();
    expect(seen.atExit).toEqual(['\u001b[?25h', null]);
    expect(seen.written.endsWith('\u001b[?25h')).toBe(true);
  });

  it('writes no codes into a pipe', async () => {
    const { seen, stream } = createTerminal(false);
    const region = createLiveRegion(stream);
    await region.draw('one');
    await region.end();
    expect(seen).toEqual({ written: 'one\n\n', atExit: [] });
  });
});
