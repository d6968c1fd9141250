import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { beforeAll, describe, expect, it } from 'vitest';
import { run } from '../../../build/lib/run.ts';
import { sumTotals } from '../../../shared/analytics/totals.ts';
import { quarterHourMs } from '../../../shared/domain/instant.ts';
import { listPrices } from '../../support/list-prices.ts';
import { sources } from '../../../shared/sources/registry.ts';
import type { Source } from '../../../shared/sources/source.ts';
import { addLoom } from '../../support/additions/add-source.ts';
import { copyRepository } from '../../support/copy-repository.ts';
import type { PrintedReport } from '../../support/run-cli.ts';
import { loom } from '../../support/loom/source/descriptor.ts';
import { loomTotals, makeLoomHome } from '../../support/loom/make-home.ts';
import { openOrThrow } from '../../support/ledger-stores.ts';
import { useTemporaryFolders } from '../../support/temporary-folder.ts';
import { makeIngest } from '../ingest/harness.ts';

const makeFolder = useTemporaryFolders();

describe('a source with a stream of each kind', () => {
  it('is read through ingest into a ledger, once, and followed as its logs grow', async () => {
    const folder = makeFolder();
    const home = join(folder, 'home');
    makeLoomHome(home);
    expect(await readInto(folder)).toEqual(loomTotals);
    expect(await readInto(folder)).toEqual(loomTotals);

    const turn = { kind: 'turn', id: 't5', at: '2026-05-04T10:00:00Z', model: 'warp-1', session: 's3', in: 7, out: 1 };
    appendFileSync(join(home, '.loom/threads/a.jsonl'), `${JSON.stringify(turn)}\n`);
    writeFileSync(join(home, '.loom/spools/b.json'), JSON.stringify({ turns: [{ ...turn, id: 't6' }] }));
    const database = new DatabaseSync(join(home, '.loom/loom.db'));
    database.exec("INSERT INTO turn VALUES ('t7', '2026-05-04T10:03:00Z', 'warp-1', 's3', 7, 1)");
    database.close();
    expect(await readInto(folder)).toEqual({
      events: loomTotals.events + 3,
      inputTokens: loomTotals.inputTokens + 21,
      outputTokens: loomTotals.outputTokens + 3,
    });
  });
});

/** One start of the app on the home of a folder; what its ledger holds then. */
async function readInto(folder: string) {
  const { store } = openOrThrow(join(folder, 'data'));
  const host = { platform: 'linux', home: join(folder, 'home'), variables: {}, otherHomes: [] } as const;
  const ingest = makeIngest([loom], store, { host });
  await ingest.scan();
  expect(ingest.unreadable()).toEqual([]);
  await ingest.stop();
  const { events, usage } = sumTotals(store.cells({ grainMs: quarterHourMs }), listPrices);
  store.close();
  return { events, inputTokens: usage.inputTokens, outputTokens: usage.outputTokens };
}

// That all of it compiles: host/compile-additions.test.ts.
describe('adding a source', () => {
  const copy = join(makeFolder(), 'repository');

  beforeAll(() => {
    copyRepository(copy);
    addLoom(copy);
    makeLoomHome(join(copy, 'home'));
  });

  const runCli = async (...args: readonly string[]): Promise<string> => {
    const folders = ['--home', join(copy, 'home'), '--data', join(copy, 'data')];
    const script = join(copy, 'main/cli.ts');
    const env = { ...process.env, LOOM_HOME: undefined };
    const { code, stdout, stderr } = await run(process.execPath, [script, ...args, ...folders], { env });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    return stdout;
  };

  it('takes its folder, its golden logs, its words and one line: the command line then reports it', async () => {
    const { totals } = JSON.parse(await runCli('report', '--source', 'loom', '--json')) as PrintedReport;
    expect(totals).toMatchObject({ events: loomTotals.events, usage: { inputTokens: loomTotals.inputTokens } });
  });

  it('shows its own words in the diagnosis', async () => {
    const text = (await runCli('doctor', '--source', 'loom')).replaceAll(/\s+/g, ' ');
    for (const words of [loom.label, loom.skipReasons['no-thread'], loom.unloggedCalls.nap])
      expect(text).toContain(words);
  });

  it('gets the suites of every source, which pass', async () => {
    const vitest = join(copy, 'node_modules/vitest/vitest.mjs');
    const suites = [
      ...['test/unit/architecture/sources', 'test/unit/shared/sources', 'test/unit/shared/processes'],
      'test/unit/shared/messages/source-words',
    ];
    const anyOrder = 'test/integration/golden/any-order';
    const results = join(copy, 'results.json');
    const reporters = ['--reporter', 'json', '--outputFile', results];
    const args = [
      vitest,
      'run',
      '--project',
      'unit',
      '--project',
      'integration',
      ...reporters,
      ...suites,
      anyOrder,
      '-t',
      // What is slow, only of the added source.
      `^(?!(${listNames(({ label }) => label)}) |hostile \\w+: (${listNames(({ id }) => id)}) )`,
    ];
    const { code, stdout, stderr } = await run(process.execPath, args, { cwd: copy });
    expect({ code, stderr: code === 0 ? '' : stderr + stdout }).toEqual({ code: 0, stderr: '' });
    const names = (JSON.parse(readFileSync(results, 'utf8')) as TestRun).testResults.flatMap(({ assertionResults }) =>
      assertionResults.filter(({ status }) => status === 'passed').map(({ fullName }) => fullName),
    );
    for (const suite of [
      'golden cases',
      'the golden suite',
      'hostile documents',
      'hostile lines',
      'findAgent',
      'Loom logs',
    ]) {
      expect(names.filter((name) => name.includes(suite) && /\bloom\b/i.test(name))).not.toEqual([]);
    }
  });
});

/** The names of all other sources, as one alternative of a pattern. */
function listNames(nameOf: (source: Source) => string): string {
  return sources.map(nameOf).join('|');
}

interface TestRun {
  readonly testResults: readonly {
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
  }[];
}
