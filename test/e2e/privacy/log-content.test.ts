import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { repositoryRoot } from '../../../build/lib/paths.ts';
import { run } from '../../../build/lib/run.ts';
import { oneShotCommands } from '../../../main/node/cli/commands/all-commands.ts';
import { logFixturesFolder } from '../../support/log-fixtures.ts';
import { toStrace } from '../../support/strace.ts';
import { useTemporaryFolders } from '../../support/temporary-folder.ts';
import { hasStrace } from '../../support/test-machine.ts';

const newFolder = useTemporaryFolders();
const contentMark = 'WORDS-OF-A-PERSON';
const credentialMark = 'KEY-OF-A-PERSON';
/** Where agents keep keys and tokens, below the home folder. */
const credentialFiles = ['.claude/.credentials.json', '.codex/auth.json', '.gemini/oauth_creds.json'];
/** An agent's settings, which hold its limits: of the rest, which may be a key or an address, nothing is kept. */
const settingsFile = '.claude.json';
/** Members of log records that contain what people and agents said, did and saw. */
const contentMembers = new Set(
  (
    'text content thinking output stdout stderr arguments prompt instructions description message command result ' +
    'summary title thought thoughts displayContent resultDisplay'
  ).split(' '),
);

describe.runIf(hasStrace)('the personal content of logs', () => {
  const home = newFolder();
  const data = newFolder();
  const trace = join(newFolder(), 'trace');
  const printed: string[] = [];
  let marks = 0;

  beforeAll(async () => {
    for (const file of credentialFiles) {
      await mkdir(dirname(join(home, file)), { recursive: true });
      await writeFile(join(home, file), JSON.stringify({ token: credentialMark }));
    }
    marks = await copyMarkedFixtures(home);
    const settings = { primaryApiKey: credentialMark, oauthAccount: { emailAddress: `${credentialMark}@example.com` } };
    await writeFile(join(home, settingsFile), JSON.stringify(settings));
    for (const { name } of oneShotCommands) {
      const cli = [
        process.execPath,
        join(repositoryRoot, 'dist', 'cli.js'),
        name,
        '--json',
        '--home',
        home,
        '--data',
        data,
      ];
      const [program, ...args] = toStrace(`${trace}-${name}`, ['--trace=%file', '--string-limit=4096'], cli);
      const { code, stdout, stderr } = await run(program, args);
      expect(code, stderr).toBe(0);
      printed.push(stdout, stderr);
    }
  });
  const readTraces = async (): Promise<string> =>
    (await Promise.all(oneShotCommands.map(({ name }) => readFile(`${trace}-${name}`, 'utf8')))).join('\n');

  it('is counted, but neither kept nor printed', async () => {
    expect(marks).toBeGreaterThan(100);
    const report = JSON.parse(printed[0] ?? '') as { totals: { events: number } };
    expect(report.totals.events).toBeGreaterThan(50);
    const kept = await readFolder(data);
    expect(kept.length).toBeGreaterThan(0);
    expect(kept.filter(({ bytes }) => bytes.includes(contentMark)).map(({ name }) => name)).toEqual([]);
    expect(printed.filter((text) => text.includes(contentMark))).toEqual([]);
    expect(kept.filter(({ bytes }) => bytes.includes(credentialMark)).map(({ name }) => name)).toEqual([]);
    expect(printed.filter((text) => text.includes(credentialMark))).toEqual([]);
  });

  it('is not followed: no path named in a log is accessed', async () => {
    const traces = await readTraces();
    expect(traces).toContain(home);
    expect(traces.split('\n').filter((line) => line.includes('"/home/ada') || line.includes(contentMark))).toEqual([]);
  });

  it('is read without credentials: no file with any is opened', async () => {
    const names = credentialFiles.map((file) => join(home, file));
    expect((await readTraces()).split('\n').filter((line) => names.some((name) => line.includes(name)))).toEqual([]);
  });
});

/** Copies the logs of all golden cases into one home with a marker in every text; returns the number of markers. */
async function copyMarkedFixtures(home: string): Promise<number> {
  let marks = 0;
  for (const source of await readdir(logFixturesFolder, { withFileTypes: true })) {
    if (!source.isDirectory()) continue;
    const sourceFolder = join(logFixturesFolder, source.name);
    const entries = await readdir(sourceFolder, { withFileTypes: true });
    for (const { name } of entries.filter((entry) => entry.isDirectory())) {
      await cp(join(sourceFolder, name, 'input'), home, { recursive: true, force: false });
    }
  }
  const mark = (key: string, value: unknown): unknown => {
    if (typeof value !== 'string' || !contentMembers.has(key)) return value;
    marks += 1;
    return `${value} ${contentMark} /home/ada/${contentMark}`;
  };
  for (const { name, bytes } of await readFolder(home)) {
    if (!/\.jsonl?$/.test(name)) continue;
    const text = bytes.toString('utf8');
    // A document with one JSON value, or one per line.
    const pieces = name.endsWith('.jsonl') ? text.split('\n') : [text];
    const marked = pieces.map((piece) => {
      try {
        return JSON.stringify(JSON.parse(piece, mark));
      } catch {
        return piece;
      }
    });
    await writeFile(join(home, name), marked.join('\n'));
  }
  return marks;
}

async function readFolder(folder: string): Promise<readonly { readonly name: string; readonly bytes: Buffer }[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Promise.all(files.map(async (file) => ({ name: file.slice(folder.length + 1), bytes: await readFile(file) })));
}
