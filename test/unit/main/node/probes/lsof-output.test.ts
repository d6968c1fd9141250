import { describe, expect, it } from 'vitest';
import { parseLsof, toLsofArguments } from '../../../../../main/node/probes/lsof-output.ts';

/** In the shape that lsof 4.91 prints on macOS. */
const output = [
  'p501',
  'fcwd',
  'tDIR',
  'n/Users/ada/site',
  'ftxt',
  'tREG',
  'n/usr/local/bin/node',
  'f0',
  'tCHR',
  'n/dev/ttys003',
  'f22',
  'tREG',
  'n/Users/ada/.codex/sessions/2026/11/26/rollout-1.jsonl',
  'f23',
  'tREG',
  'n/Users/ada/.codex/sessions/2026/11/26/rollout-1.jsonl',
  'f24',
  'tIPv4',
  'n127.0.0.1:3000',
  'TST=LISTEN',
  'TQR=0',
  'f25',
  'tIPv6',
  'n[::1]:5173',
  'TST=LISTEN',
  'f26',
  'tIPv4',
  'n10.0.0.5:51234->140.82.121.4:443',
  'TST=ESTABLISHED',
  'p502',
  'fcwd',
  'tDIR',
  'n/',
  'f3',
  'tIPv4',
  'n*:8080',
  'TST=LISTEN',
  '',
].join('\n');

describe('parseLsof', () => {
  it('reads folders, open files and listening ports of every process', () => {
    expect(parseLsof(output, ['files', 'ports'])).toEqual([
      {
        pid: 501,
        cwd: '/Users/ada/site',
        openFiles: ['/Users/ada/.codex/sessions/2026/11/26/rollout-1.jsonl'],
        pssBytes: null,
        ports: [
          { port: 3000, address: '127.0.0.1' },
          { port: 5173, address: '::1' },
        ],
      },
      { pid: 502, cwd: '/', openFiles: [], pssBytes: null, ports: [{ port: 8080, address: '*' }] },
    ]);
  });

  it('leaves out what nobody asked for', () => {
    expect(parseLsof(output, [])[0]).toMatchObject({ openFiles: null, ports: null });
  });

  it.each(['', 'n/lost', 'pxyz\nfcwd\nn/x', 'TST=LISTEN'])('reads nothing out of "%s"', (text) => {
    expect(parseLsof(text, ['files', 'ports'])).toEqual([]);
  });
});

describe('toLsofArguments', () => {
  it('asks for these processes only', () => {
    expect(toLsofArguments([1, 23])).toEqual(['-nP', '-w', '-F', 'pftnT', '-p', '1,23']);
  });

  it('reads names in any alphabet, as lsof 4.95 prints them in the C locale', () => {
    const folder = String.raw`n/Users/caff\xc3\xa8 \xc3\xbc \xe6\x97\xa5\xe6\x9c\xac`;
    const lines = ['p7', 'fcwd', 'tDIR', folder, 'f7', 'tREG', String.raw`${folder}/a\\b \\xc3.jsonl`];
    expect(parseLsof(lines.join('\n'), ['files'])).toMatchObject([
      { cwd: '/Users/caffè ü 日本', openFiles: [String.raw`/Users/caffè ü 日本/a\b \xc3.jsonl`] },
    ]);
  });
});
