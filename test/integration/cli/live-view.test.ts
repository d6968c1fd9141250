import { readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { claudeFile, claudeLine } from '../../support/agent-logs.ts';
import { runBuiltCli } from '../../support/run-cli.ts';
import { useTemporaryFolders } from '../../support/temporary-folder.ts';
import { noTerminalReason, startInTerminal } from '../../support/terminal-process.ts';

const createFolder = useTemporaryFolders();
const size = { columns: 80, rows: 24 };
const restored = '\u001b[?7h\u001b[?1049l\u001b[?25h';
let folders = '';

beforeAll(async () => {
  const home = createFolder();
  const args = ['--home', home, '--data', path.join(home, 'data'), '--timezone', 'UTC'];
  folders = args.join(' ');
  await mkdir(path.dirname(claudeFile(home)), { recursive: true });
  const now = Date.now();
  const lines = Array.from({ length: 20 }, (_, id) => claudeLine({ id, atMs: now - id * 60_000, session: 's-1' }));
  await writeFile(claudeFile(home), lines.join(''));
  await runBuiltCli(['report', ...args]);
});

describe('watch in a terminal', () => {
  it('obeys the keyboard, asks for the background, and leaves the screen as it was', async ({ skip }) => {
    if (noTerminalReason !== null) skip(noTerminalReason);
    const watch = startInTerminal(`echo before; $CLI watch --theme auto ${folders}; echo "code $?"; stty -a`, size);
    await watch.shows(/\[1 Now\][\s\S]*claude-code block[\s\S]*Tokens by model today/);
    expect(watch.output()).toContain('\u001b]11;?\u001b\\');
    watch.type('\u001b]11;rgb:ffff/ffff/ffff\u001b\\');
    watch.type('2');
    await watch.shows(/\[2 Days\][\s\S]*Total/);
    expect(watch.screen()).not.toContain('Tokens by model today');
    watch.type('q');
    const output = await watch.ended();
    expect(output).toContain(`${restored}code 0`);
    expect(watch.screen()).toMatch(/^before\ncode 0/);
    // Lines are edited and echoed again.
    expect(output).toMatch(/ icanon /);
    expect(output).toMatch(/ echo /);
    // Until the terminal answered, its own colors; then those for a light background.
    expect(output.slice(0, output.indexOf('[1 Now]'))).toMatch(/\[36m$/);
    expect(output.slice(0, output.indexOf('[2 Days]'))).toMatch(/38;5;\d+m$/);
  });

  it('gives the screen back when a signal ends it', async ({ skip }) => {
    if (noTerminalReason !== null) skip(noTerminalReason);
    const endBy = async (signal: NodeJS.Signals): Promise<string> => {
      const file = path.join(createFolder(), 'pid');
      const watch = startInTerminal(`sh -c 'echo $$ >${file}; exec '"$CLI watch ${folders}"; echo "code $?"`, size);
      await watch.shows(/claude-code block/);
      process.kill(Number(readFileSync(file, 'utf8')), signal);
      return watch.ended();
    };
    for (const output of await Promise.all([endBy('SIGTERM'), endBy('SIGHUP'), endBy('SIGINT')])) {
      expect(output).toContain(`${restored}code 0`);
    }
  });
});
