import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createLogFile, redactHome } from '../../../../../main/node/system/log-file.ts';
import { useTemporaryFolders } from '../../../../support/temporary-folder.ts';

const createFolder = useTemporaryFolders();
const create = (file: string, maxBytes = 10_000) =>
  createLogFile({ file, homeFolder: '/home/ada', maxBytes, nowMs: () => Date.UTC(2026, 4, 1) });

describe('createLogFile', () => {
  it('writes dated lines in order, without the home folder', async () => {
    const file = path.join(createFolder(), 'logs', 'fuelgauge.log');
    const log = create(file);
    log.info('reading /home/ada/.claude');
    log.warn('two\nlines');
    log.error('broken', 'no reason');
    await log.flush();
    expect(readFileSync(file, 'utf8')).toBe(
      '2026-05-01T00:00:00.000Z info reading ~/.claude\n' +
        '2026-05-01T00:00:00.000Z warn two\n  lines\n' +
        '2026-05-01T00:00:00.000Z error broken: no reason\n',
    );
  });

  it('never grows beyond two files of the given size', async () => {
    const file = path.join(createFolder(), 'fuelgauge.log');
    writeFileSync(file, 'x'.repeat(900));
    const log = create(file, 1_000);
    for (let line = 0; line < 100; line += 1) log.info(`line ${line}`);
    await log.flush();
    expect(statSync(file).size).toBeLessThanOrEqual(1_000);
    expect(statSync(`${file}.1`).size).toBeLessThanOrEqual(1_000);
    expect(readFileSync(file, 'utf8')).toContain('line 99');
    expect(existsSync(`${file}.2`)).toBe(false);
  });

  it('continues silently where it cannot write', async () => {
    const folder = createFolder();
    writeFileSync(path.join(folder, 'logs'), 'in the way');
    const log = create(path.join(folder, 'logs', 'fuelgauge.log'));
    log.info('lost');
    await expect(log.flush()).resolves.toBeUndefined();
  });
});

describe('redactHome', () => {
  it('recognises both spellings of a Windows path, and does not change text without a home', () => {
    expect(redactHome('C:\\Users\\ada\\x and C:/Users/ada/y', 'C:\\Users\\ada')).toBe('~\\x and ~/y');
    expect(redactHome('/x', '/')).toBe('/x');
  });
});
