import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createDoNotDisturbProbe } from '../../../../../main/node/probes/do-not-disturb.ts';
import { useTemporaryFolders } from '../../../../support/temporary-folder.ts';

const createFolder = useTemporaryFolders();

/** Stand-ins for both programs: each prints what is given for it, keeps its arguments, and ends with `code`. */
function createPrograms(printed: { readonly dbusSend?: string; readonly gsettings?: string; readonly code?: number }) {
  const folder = createFolder();
  const create = (name: string, output = ''): string => {
    const program = path.join(folder, name);
    const script = `printf '%s\\n' "$@" > '${program}.arguments'\nprintf '%s' '${output}'\nexit ${printed.code ?? 0}`;
    writeFileSync(program, `#!/bin/sh\n${script}\n`);
    chmodSync(program, 0o755);
    return program;
  };
  const programs = {
    dbusSend: create('dbus-send', printed.dbusSend),
    gsettings: create('gsettings', printed.gsettings),
  };
  return { programs, argumentsOf: (program: string) => `${program}.arguments` };
}

function readOn(desktop: string, printed: Parameters<typeof createPrograms>[0]): Promise<boolean | null> {
  return createDoNotDisturbProbe('linux', desktop, createPrograms(printed).programs).read();
}

describe.runIf(process.platform !== 'win32')('createDoNotDisturbProbe', () => {
  it('reads the property of the notification server', async () => {
    expect(await readOn('KDE', { dbusSend: '   variant       boolean true\n' })).toBe(true);
    expect(await readOn('KDE', { dbusSend: '   variant       boolean false\n' })).toBe(false);
  });

  it('reads the banners of GNOME, and nothing else there', async () => {
    expect(await readOn('ubuntu:GNOME', { gsettings: 'false\n', dbusSend: '   variant       boolean false\n' })).toBe(
      true,
    );
    expect(await readOn('GNOME', { gsettings: 'true\n' })).toBe(false);
    const { programs, argumentsOf } = createPrograms({ gsettings: 'true\n' });
    await createDoNotDisturbProbe('linux', 'GNOME', programs).read();
    expect(readFileSync(argumentsOf(programs.gsettings), 'utf8')).toBe(
      'get\norg.gnome.desktop.notifications\nshow-banners\n',
    );
    expect(existsSync(argumentsOf(programs.dbusSend))).toBe(false);
  });

  it('does not go by the settings of GNOME on another desktop', async () => {
    expect(await readOn('KDE', { gsettings: 'false\n', dbusSend: '   variant       boolean false\n' })).toBe(false);
    expect(await readOn('', { gsettings: 'false\n' })).toBeNull();
  });

  it.each([
    ['another type', { dbusSend: '   variant       string "boolean true"\n', gsettings: '"false"' }],
    ['nothing', {}],
    [
      'too much',
      { dbusSend: `   variant       boolean true${' '.repeat(10_000)}`, gsettings: `false${' '.repeat(10_000)}` },
    ],
    ['a failure', { dbusSend: '   variant       boolean true\n', gsettings: 'false\n', code: 1 }],
  ])('does not know after %s', async (_name, printed) => {
    expect(await readOn('KDE', printed)).toBeNull();
    expect(await readOn('GNOME', printed)).toBeNull();
  });

  it('does not know without the programs', async () => {
    const missing = { dbusSend: '/nowhere/dbus-send', gsettings: '/nowhere/gsettings' };
    expect(await createDoNotDisturbProbe('linux', 'KDE', missing).read()).toBeNull();
    expect(await createDoNotDisturbProbe('linux', 'GNOME', missing).read()).toBeNull();
  });

  it.each(['win32', 'darwin'] as const)('runs nothing on %s, which does not tell', async (platform) => {
    const { programs, argumentsOf } = createPrograms({
      dbusSend: '   variant       boolean true\n',
      gsettings: 'false',
    });
    expect(await createDoNotDisturbProbe(platform, 'GNOME', programs).read()).toBeNull();
    expect([programs.dbusSend, programs.gsettings].map((program) => existsSync(argumentsOf(program)))).toEqual([
      false,
      false,
    ]);
  });
});
