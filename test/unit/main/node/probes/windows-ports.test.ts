import { describe, expect, it } from 'vitest';
import { parseWindowsPorts } from '../../../../../main/node/probes/windows-ports.ts';

describe('parseWindowsPorts', () => {
  it('lists ports by process, every address as a star', () => {
    const rows = [
      { p: 4_320, a: '0.0.0.0', l: 3_000 },
      { p: 4_320, a: '::', l: 3_000 },
      { p: 17, a: '127.0.0.1', l: 8_080 },
      { p: '17', a: '127.0.0.1', l: 8_081 },
      { p: 17, a: null, l: 8_082 },
      null,
      7,
    ];
    expect([...parseWindowsPorts(`\uFEFF${JSON.stringify(rows)}`)]).toEqual([
      [
        4_320,
        [
          { port: 3_000, address: '*' },
          { port: 3_000, address: '*' },
        ],
      ],
      [17, [{ port: 8_080, address: '127.0.0.1' }]],
    ]);
  });

  it('reads one row without a list, and nothing at all', () => {
    expect([...parseWindowsPorts('{"p":1,"a":"::1","l":80}\r\n')]).toEqual([[1, [{ port: 80, address: '::1' }]]]);
    expect([...parseWindowsPorts('\r\n')]).toEqual([]);
    expect(() => parseWindowsPorts('Get-CimInstance : Access denied')).toThrow(SyntaxError);
  });
});
