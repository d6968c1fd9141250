import { chmodSync, existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { listRunningDistributions, parseWslList, toWslHomes } from '../../../../main/node/wsl-homes.ts';
import { useTemporaryFolders } from '../../../support/temporary-folder.ts';

const newFolder = useTemporaryFolders();

describe('parseWslList', () => {
  const list = 'Ubuntu-24.04\r\nDebian\r\n\r\ndocker-desktop\r\ndocker-desktop-data\r\n';

  it.each([
    ['UTF-16, as it comes', Buffer.from(list, 'utf16le')],
    ['UTF-16 with a byte order mark, as older builds write it', Buffer.from(`\uFEFF${list}`, 'utf16le')],
    ['UTF-8, as WSL_UTF8=1 makes it', Buffer.from(list, 'utf8')],
  ])('reads %s', (_what, output) => {
    expect(parseWslList(output)).toEqual(['Ubuntu-24.04', 'Debian']);
  });

  it('finds nothing in nothing', () => {
    expect(parseWslList(Buffer.alloc(0))).toEqual([]);
  });
});

describe('toWslHomes', () => {
  it('lists the homes of root and the users, all of one device', () => {
    expect(toWslHomes('Ubuntu', ['ada', 'bob'])).toEqual(
      ['root', 'home\\ada', 'home\\bob'].map((path) => ({
        path: `\\\\wsl.localhost\\Ubuntu\\${path}`,
        device: 'wsl:Ubuntu',
      })),
    );
  });
});

describe.runIf(process.platform !== 'win32')('listRunningDistributions', () => {
  const createProgram = (script: string): string => {
    const program = path.join(newFolder(), 'wsl.exe');
    writeFileSync(program, `#!/bin/sh\n${script}\n`);
    chmodSync(program, 0o755);
    return program;
  };

  it('asks for running distributions only', async () => {
    const program = createProgram('[ "$*" = "--list --running --quiet" ] && echo Ubuntu');
    expect(await listRunningDistributions(program)).toEqual(['Ubuntu']);
  });

  it('closes the input, so that the placeholder program where WSL is not installed does not wait for a key', async () => {
    const program = createProgram('echo "WSL is not installed. Press any key."; read key; echo > "$0.ended"; exit 1');
    expect(await listRunningDistributions(program)).toEqual([]);
    // It ended by itself, and was not killed for waiting.
    expect(existsSync(`${program}.ended`)).toBe(true);
  });

  it('finds none where there is no such program', async () => {
    expect(await listRunningDistributions('/nowhere/wsl.exe')).toEqual([]);
  });
});
