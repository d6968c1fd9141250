import { describe, expect, it } from 'vitest';
import { dayMs, hourMs } from '../../../shared/domain/instant.ts';
import { claudeFile, claudeLine, writeLog } from '../../support/agent-logs.ts';
import { runCliInProcess } from '../../support/cli-in-process.ts';
import { useTemporaryFolders } from '../../support/temporary-folder.ts';

const newFolder = useTemporaryFolders();

/** Four hours of work on each of the last days, and an active block. */
async function makeHome(days: number): Promise<string> {
  const home = newFolder();
  const nowMs = Date.now();
  const lines = Array.from({ length: days * 4 }, (_, index) => {
    const atMs = nowMs - Math.floor(index / 4) * dayMs - (index % 4) * hourMs - 60_000;
    return claudeLine({ id: index + 1, atMs });
  });
  await writeLog(claudeFile(home), lines.toReversed().join(''));
  return home;
}

async function explain(home: string, ...args: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await runCliInProcess([
    ...['explain', 'forecast', ...args],
    ...['--home', home, '--data', home, '--timezone', 'UTC'],
  ]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return stdout;
}

describe('fuelgauge explain forecast', () => {
  it('says of which moment each forecast is, by which rule, and how good such ones have been', async () => {
    const home = await makeHome(20);
    const text = (await explain(home)).replaceAll(/\s+/g, ' ');
    expect(text).toContain('5-hour block of claude-code');
    expect(text).toMatch(/Today, all agents [\d.KM]+ so far, likely [\d.KM]+ at its end; 8 times in 10 between/);
    expect(text).toContain('how much more you used after similar moments of your own past');
    expect(text).toMatch(/Of [\d,]+ such forecasts on your own past, made halfway through, the median error was \d+%/);
    const { schema, rows } = JSON.parse(await explain(home, 'week', '--json')) as {
      readonly schema: string;
      readonly rows: readonly unknown[];
    };
    expect(schema).toBe('fuelgauge.explainForecast.v1');
    expect(rows).toMatchObject([{ name: 'This week, all agents', unit: 'tokens', forecast: { kind: 'week' } }]);
  });

  it('does not claim a record where there is none yet', async () => {
    const text = (await explain(await makeHome(1), 'week')).replaceAll(/\s+/g, ' ');
    expect(text).toContain('so its error is not known');
    expect(await explain(newFolder())).toContain('nothing to forecast from yet');
  });
});
