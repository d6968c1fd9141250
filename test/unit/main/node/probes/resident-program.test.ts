import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createResidentProgram, type ResidentProgram } from '../../../../../main/node/probes/resident-program.ts';
import { useTemporaryFolders } from '../../../../support/temporary-folder.ts';
import { waitUntil } from '../../../../support/wait-until.ts';

const createFolder = useTemporaryFolders();
const standIn = path.resolve(import.meta.dirname, '../../../../support/stand-ins/resident.ts');

describe('a resident program', () => {
  let starts: string;
  let opened: ResidentProgram[];

  const open = (changes: { readonly timeoutMs?: number; readonly idleMs?: number; readonly program?: string } = {}) => {
    const program = createResidentProgram({
      program: process.execPath,
      args: [standIn, starts],
      frame: (request, mark) => `${JSON.stringify({ request, mark })}\n`,
      timeoutMs: 60_000,
      idleMs: 60_000,
      ...changes,
    });
    opened.push(program);
    return program;
  };
  const pids = (): readonly number[] =>
    existsSync(starts) ? readFileSync(starts, 'utf8').trim().split('\n').map(Number) : [];
  const isAlive = (pid: number): boolean => {
    try {
      return process.kill(pid, 0);
    } catch {
      return false;
    }
  };

  beforeEach(() => {
    starts = path.join(createFolder(), 'starts');
    opened = [];
  });
  afterEach(() => {
    vi.useRealTimers();
    opened.forEach((program) => program.close());
  });

  it('is started once, and answers one request after the other', async () => {
    const program = open();
    const answers = await Promise.all(['say one', 'say two', 'say three'].map((request) => program.ask(request)));
    expect(answers).toEqual(['one\n', 'two\n', 'three\n']);
    expect(await program.ask('say four')).toBe('four\n');
    expect(pids()).toHaveLength(1);
  });

  it('may answer in pieces of any size', async () => {
    expect(await open().ask('pieces Zoë 日本')).toBe('Zoë 日本\r\n');
  });

  it('ends an answer at a line with the mark, not at one that quotes it', async () => {
    expect(await open().ask('quote')).toBe('"fuelgauge-answer-1 ok" is not the end\n');
  });

  it('may fail without ending', async () => {
    const program = open();
    await expect(program.ask('fail')).rejects.toMatchObject({ failure: { kind: 'failed', exitCode: 1 } });
    expect(await program.ask('say still here')).toBe('still here\n');
    expect(pids()).toHaveLength(1);
  });

  it('is started again after it has ended, whatever was asked', async () => {
    const program = open();
    const [ended, next] = [program.ask('exit'), program.ask('say back')];
    await expect(ended).rejects.toMatchObject({ failure: { kind: 'failed', exitCode: 3 } });
    expect(await next).toBe('back\n');
    expect(pids()).toHaveLength(2);
  });

  it('is killed when it takes too long', async () => {
    // The limit holds for its start, too, which takes as long as the machine is busy.
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const program = open({ timeoutMs: 60_000 });
    await program.ask('say ready');
    const hanging = expect(program.ask('hang')).rejects.toMatchObject({
      failure: { kind: 'timed-out', timeoutMs: 60_000 },
    });
    await vi.advanceTimersByTimeAsync(60_000);
    await hanging;
    await waitUntil('its end', () => !isAlive(pids()[0] ?? 0));
  });

  it('ends by itself when nobody asks any more', async () => {
    const program = open({ idleMs: 100 });
    await program.ask('say ready');
    await waitUntil('its end', () => !isAlive(pids()[0] ?? 0));
    expect(await program.ask('say again')).toBe('again\n');
    expect(pids()).toHaveLength(2);
  });

  it('ends when it is closed', async () => {
    const program = open();
    await program.ask('say ready');
    program.close();
    await waitUntil('its end', () => !isAlive(pids()[0] ?? 0));
  });

  it('is reported when it cannot be started', async () => {
    const failure = { kind: 'cannot-run', program: '/nowhere/powershell' };
    await expect(open({ program: '/nowhere/powershell' }).ask('say x')).rejects.toMatchObject({ failure });
  });
});
