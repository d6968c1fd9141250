import { mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readToolFile } from '../../../main/node/imports/read-tool-file.ts';
import { runCliInProcess } from '../../support/cli-in-process.ts';
import { useTemporaryFolders } from '../../support/temporary-folder.ts';
import { agentsviewStatements, createToolDatabase, whereMyTokensStatements } from '../../support/tool-databases.ts';

const newFolder = useTemporaryFolders();

function makeHome() {
  const home = newFolder();
  const run = (...args: readonly string[]) =>
    runCliInProcess([...args, '--home', home, '--data', join(home, 'data'), '--timezone', 'UTC']);
  return {
    ...{ home, run },
    async days(): Promise<Readonly<Record<string, number>>> {
      const { rows } = JSON.parse((await run('report', '--json')).stdout) as {
        readonly rows: readonly { readonly key: string; readonly usage: { readonly totalTokens: number } }[];
      };
      return Object.fromEntries(rows.map(({ key, usage }) => [key, usage.totalTokens]));
    },
  };
}

describe('databases of other tools', () => {
  it('agentsview’s is found while it runs, gives numbers only, once, and is left as it is', async () => {
    const { home, run, days } = makeHome();
    const file = join(home, '.agentsview/sessions.db');
    const owner = createToolDatabase(file, agentsviewStatements);
    const look = () => readdirSync(dirname(file)).map((name) => [name, statSync(join(dirname(file), name)).size]);
    const before = look();
    expect((await run('import')).stdout).toMatch(/agentsview +history/);
    expect((await run('import', 'agentsview', '--preview')).stdout).toContain('1 request');
    expect(await days()).toEqual({});
    await run('import', 'agentsview');
    const filled = { '2026-04-03': 121, '2026-05-04': 100 };
    expect(await days()).toEqual(filled);
    await run('import', 'agentsview', file);
    expect(await days()).toEqual(filled);
    expect(look()).toEqual(before);
    owner.close();
    const kept = join(home, 'data/imports/history/agentsview');
    const files = readdirSync(kept, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.jsonl'));
    expect(files).toHaveLength(1);
    expect(readFileSync(join(kept, files[0]!), 'utf8')).not.toContain('secret');
    await run('import', 'agentsview', '--remove');
    expect(await days()).toEqual({});
  });

  it('WhereMyTokens’ gives each day once, although all three kinds of buckets hold it', async () => {
    const { home, run, days } = makeHome();
    const file = join(home, 'usage-index.sqlite');
    createToolDatabase(file, whereMyTokensStatements).close();
    await run('import', 'wheremytokens', file);
    expect(await days()).toEqual({ '2026-04-01': 20 });
    expect((await run('report', '--json', '--by', 'entrypoint')).stdout).toContain('wheremytokens (claude-code)');
    expect((await run('import', 'agentsview', file)).stderr).toContain('is not a file of agentsview');
  });

  it('that are damaged, of another kind or no files are refused', async () => {
    const folder = newFolder();
    const damaged = join(folder, 'damaged.db');
    writeFileSync(damaged, Buffer.concat([Buffer.from('SQLite format 3\0'), Buffer.alloc(8_192, 7)]));
    expect(await readToolFile('agentsview', damaged)).toEqual({ ok: false, error: 'not-readable' });
    const view = join(folder, 'view.db');
    createToolDatabase(view, [
      'CREATE TABLE rows (id)',
      "CREATE VIEW usage_bucket AS SELECT 'codex' AS provider, 'gpt-5' AS model, 'day' AS bucket_kind",
    ]).close();
    expect(await readToolFile('wheremytokens', view)).toEqual({ ok: true, value: '' });
    mkdirSync(join(folder, 'folder.db'));
    expect(await readToolFile('agentsview', join(folder, 'folder.db'))).toEqual({ ok: false, error: 'not-a-file' });
    symlinkSync('/dev/zero', join(folder, 'zero.db'));
    expect(await readToolFile('agentsview', join(folder, 'zero.db'))).toEqual({ ok: false, error: 'not-a-file' });
    expect(await readToolFile('agentsview', join(folder, 'absent.db'))).toEqual({ ok: false, error: 'not-readable' });
  });
});
