import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createWindowsProbe, framePowerShell } from '../../../../../main/node/probes/windows-probe.ts';
import { windowsPortsScript } from '../../../../../main/node/probes/windows-ports.ts';
import { windowsTableScript } from '../../../../../main/node/probes/windows-table.ts';
import { useTemporaryFolders } from '../../../../support/temporary-folder.ts';

const createFolder = useTemporaryFolders();
const standIn = path.resolve(import.meta.dirname, '../../../../support/stand-ins/resident.ts');
const row = { p: 4120, q: 988, n: 'claude.exe', x: null, c: 'claude.exe', s: 1_777_629_723_123, t: 0, w: 1 };

/** A probe that asks the stand-in `request` for each sample, and gets `once` from a program for one sample. */
function createProbe(request: string, once: string) {
  const starts = path.join(createFolder(), 'starts');
  const probe = createWindowsProbe({
    powershell: process.execPath,
    residentArgs: [standIn, starts],
    onceArgs: () => ['-e', `console.log(${JSON.stringify(once)})`],
    frame: (_script, mark) => `${JSON.stringify({ request, mark })}\n`,
  });
  const sample = async () => (await probe.sample(() => true)).map(({ name }) => name);
  const countStarts = (): number => (existsSync(starts) ? readFileSync(starts, 'utf8').trim().split('\n').length : 0);
  return { probe, sample, countStarts };
}

describe('the Windows probe', () => {
  it('asks one PowerShell for sample after sample', async () => {
    const { sample, countStarts } = createProbe(`say ${JSON.stringify([row])}`, 'not asked');
    expect(await sample()).toEqual(['claude']);
    expect(await sample()).toEqual(['claude']);
    expect(countStarts()).toBe(1);
  });

  it.each(['exit', 'fail', 'say not JSON'])(
    'starts one for each sample where none stays that answers: %s',
    async (request) => {
      const { sample, countStarts } = createProbe(request, JSON.stringify([{ ...row, n: 'codex.exe' }]));
      for (let time = 0; time < 4; time++) expect(await sample()).toEqual(['codex']);
      expect(countStarts()).toBe(2);
    },
  );

  it('reports why neither works', async () => {
    const { sample } = createProbe('fail', 'not JSON');
    await expect(sample()).rejects.toMatchObject({ failure: { kind: 'unreadable-output' } });
  });
});

describe('the scripts', () => {
  it.each([
    ['the table', windowsTableScript],
    ['the ports', windowsPortsScript],
  ])('are one statement of PowerShell input that ends in the mark: %s', (_what, script) => {
    expect(script).not.toContain('\n');
    expect(framePowerShell(script, 'mark-7')).toBe(`try{${script};'mark-7 ok'}catch{'mark-7 failed'}\n\n`);
  });

  // https://learn.microsoft.com/powershell/module/microsoft.powershell.core/about/about_language_modes
  it.each([windowsTableScript, windowsPortsScript])('use core types alone, or may do without', (script) => {
    const withoutTrials = script.replaceAll(/try\{.*?\}catch\{\}/g, '');
    const types = [...withoutTrials.matchAll(/\[([\w.]+)\]/g)].map(([, type]) => type);
    expect(types.filter((type) => !['int64', 'uint64', 'datetime'].includes(type ?? ''))).toEqual([]);
    expect(withoutTrials).not.toContain('::');
  });
});
