import { describe, expect, it } from 'vitest';
import { parseCrashReport, toCrashReport } from '../../../../shared/domain/crash-report.ts';

const program = { version: '1.2.3', system: 'linux x64', node: '24.1.0', electron: null };
const crash = toCrashReport(program, 'uncaught exception', new Error("no '/home/ada/secret'"), 1_777_000_000_000);

describe('a file of a crash', () => {
  it('is read as it was written', () => {
    expect(parseCrashReport(JSON.stringify(crash))).toEqual(crash);
    expect(crash.error.message).toBe('no <text>');
  });

  it.each(['', '{', '[]', 'null', '7', '{"schema":"fuelgauge.crash.v1"}', JSON.stringify({ ...crash, at: 'soon' })])(
    'is none of ours where it is %j',
    (text) => expect(parseCrashReport(text)).toBeNull(),
  );

  it('says nothing that somebody has written into it', () => {
    const edited = {
      ...crash,
      user: 'ada',
      version: '/home/ada/x',
      what: 'at /home/ada/secret.txt',
      error: {
        ...crash.error,
        message: 'in C:\\Users\\ada\\secret',
        code: '/home/ada',
        frames: ['at ada', 7, 'f a.js:1'],
      },
    };
    const read = parseCrashReport(JSON.stringify(edited));
    expect(JSON.stringify(read)).not.toMatch(/ada|secret/);
    expect(read).toMatchObject({ version: '-', error: { code: null, frames: ['f a.js:1'] } });
  });
});
