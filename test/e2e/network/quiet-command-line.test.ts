import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { repositoryRoot } from '../../../build/lib/paths.ts';
import { run } from '../../../build/lib/run.ts';
import { oneShotCommands } from '../../../main/node/cli/commands/all-commands.ts';
import { claudeFile, claudeLine, writeLog } from '../../support/agent-logs.ts';
import { readSocketUses, toTracedCommand } from '../../support/network/traced-sockets.ts';
import { useTemporaryFolders } from '../../support/temporary-folder.ts';
import { hasStrace } from '../../support/test-machine.ts';

const newFolder = useTemporaryFolders();

describe.runIf(hasStrace)('the command line', () => {
  const home = newFolder();
  const cli = join(repositoryRoot, 'dist', 'cli.js');

  const trace = async (...command: string[]): Promise<{ code: number; uses: readonly object[] }> => {
    const file = join(newFolder(), 'trace');
    const [program, ...args] = toTracedCommand(file, command);
    const { code } = await run(program, args, { timeoutMs: 60_000 });
    return { code, uses: await readSocketUses(file) };
  };
  const own = (name: string): string[] => [name, '--json', '--home', home, '--data', join(home, name)];

  beforeAll(async () => {
    await mkdir(home, { recursive: true });
    await writeLog(
      claudeFile(home),
      [1, 2, 3].map((id) => claudeLine({ id, atMs: Date.now() - id * 60_000 })).join(''),
    );
  });

  it('would be caught if it used the network', async () => {
    const script = "require('net').connect(9, '127.0.0.1').on('error', () => undefined)";
    const { uses } = await trace(process.execPath, '-e', script);
    expect(uses).toContainEqual({ call: 'connect', transport: 'tcp', peer: '127.0.0.1:9' });
  });

  it.each(oneShotCommands)('uses no network for $name', async ({ name }) => {
    expect(await trace(process.execPath, cli, ...own(name))).toEqual({ code: 0, uses: [] });
  });

  it('uses no network for watch', async () => {
    // `timeout` exits with 124 when it had to end the program; a watch never ends by itself.
    expect(await trace('timeout', '-s', 'INT', '5', process.execPath, cli, ...own('watch'))).toEqual({
      code: 124,
      uses: [],
    });
  });
});
