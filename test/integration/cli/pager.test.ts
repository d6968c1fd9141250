import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { claudeFile, claudeLine } from '../../support/agent-logs.ts';
import { useTemporaryFolders } from '../../support/temporary-folder.ts';
import { noTerminalReason, startInTerminal } from '../../support/terminal-process.ts';
import { waitUntil } from '../../support/wait-until.ts';

const createFolder = useTemporaryFolders();
const size = { columns: 80, rows: 12 };
let call = '';

beforeAll(async () => {
  const home = createFolder();
  call = `$CLI sessions --home ${home} --data ${path.join(home, 'data')} --timezone UTC`;
  await mkdir(path.dirname(claudeFile(home)), { recursive: true });
  // More than a pipe holds, so that whoever quits leaves something unwritten.
  const lines = Array.from({ length: 1_500 }, (_, id) =>
    claudeLine({ id, atMs: Date.UTC(2026, 4, 1) + id * 60_000, session: `session-${id}` }),
  );
  await writeFile(claudeFile(home), lines.join(''));
});

const inTerminal = (command: string, variables: Readonly<Record<string, string>>) =>
  startInTerminal(`trap : INT; ${command}; echo "code $?"`, size, variables);

/** Each of them starts the command line and reads the same small ledger. */
describe('a table that is longer than the terminal', () => {
  it('is shown in less, which can be left at any time', async ({ skip }) => {
    if (noTerminalReason !== null) skip(noTerminalReason);
    const shell = inTerminal(call, { PAGER: 'less' });
    await waitUntil('the first page', () => /session-8 [\s\S]*\n:/.test(shell.output()));
    expect(shell.output()).not.toContain('session-12 ');
    // Ctrl-C is for the pager, which stays.
    const shown = shell.output().length;
    shell.type('\u0003');
    await waitUntil('a new prompt', () => shell.output().length > shown);
    // It may drop a key that comes while it looks after the signal.
    await waitUntil('the second page', async () => {
      shell.type(' ');
      const isShown = () => /session-15 [\s\S]*\n:/.test(shell.output());
      return waitUntil('a page', isShown, 1_000).catch(() => false);
    });
    shell.type('q');
    const output = await shell.ended();
    expect(output).toMatch(/code 0\s*$/);
    expect(output).not.toContain('session-1499');
    expect(output).not.toMatch(/EPIPE|Error|fuelgauge:/);
  });

  it('is written as it is when its pager is not installed', async ({ skip }) => {
    if (noTerminalReason !== null) skip(noTerminalReason);
    // The second is a matter for the shell.
    for (const PAGER of ['no-such-pager-here', 'no-such-pager-here "$HOME"']) {
      const output = await inTerminal(call, { PAGER }).ended();
      expect(output).toMatch(/session-0 [\s\S]*session-1499 [\s\S]*code 0\s*$/);
    }
  });
});
