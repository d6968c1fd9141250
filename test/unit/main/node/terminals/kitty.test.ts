import { describe, expect, it } from 'vitest';
import { findKittyWindow, parseUnixListeners, toKittyAddress } from '../../../../../main/node/terminals/kitty.ts';

/** As `kitty @ ls` prints it, shortened to what is read (sw.kovidgoyal.net/kitty/remote-control). */
const listed = JSON.stringify([
  {
    id: 1,
    tabs: [
      { id: 1, windows: [{ id: 1, pid: 500, foreground_processes: [{ pid: 500, cmdline: ['zsh'] }] }] },
      { id: 2, windows: [{ id: 7, pid: 600, foreground_processes: [{ pid: 611, cmdline: ['claude'] }] }] },
    ],
  },
]);

describe('findKittyWindow', () => {
  it('finds the window by its shell or by what runs in front', () => {
    expect(findKittyWindow(listed, [999, 600])).toBe(7);
    expect(findKittyWindow(listed, [611])).toBe(7);
    expect(findKittyWindow(listed, [500])).toBe(1);
    expect(findKittyWindow(listed, [1])).toBeNull();
  });

  it.each(['', 'null', '[]', '[{"tabs":[{"windows":[null,{"id":"7","pid":600}]}]}]', '[{"tabs":{}}]', '{"a":', '[7]'])(
    'is not led astray by %s',
    (text) => expect(findKittyWindow(text, [600])).toBeNull(),
  );
});

describe('toKittyAddress', () => {
  const read = (commandLine: string) => toKittyAddress({ commandLine, pid: 42 });

  it('reads it from the command line', () => {
    expect(read('/usr/bin/kitty --listen-on unix:/tmp/k')).toBe('unix:/tmp/k');
    expect(read('kitty --listen-on=unix:@k-{kitty_pid} zsh')).toBe('unix:@k-42');
    for (const line of ['kitty', 'kitty --listen-on', 'kitty --listen-on=']) expect(read(line)).toBeNull();
  });
});

describe('parseUnixListeners', () => {
  it('reads sockets that accept connections', () => {
    const text = [
      'Num       RefCount Protocol Flags    Type St Inode Path',
      '0000000000000000: 00000002 00000000 00010000 0001 01 24511 /tmp/kitty-42',
      '0000000000000000: 00000003 00000000 00000000 0001 03 24512 /tmp/other',
      '0000000000000000: 00000002 00000000 00010000 0001 01 24513 @kitty 7',
      '0000000000000000: 00000003 00000000 00000000 0001 03 24514',
      'garbage',
    ].join('\n');
    expect([...parseUnixListeners(text)]).toEqual([
      ['24511', '/tmp/kitty-42'],
      ['24513', '@kitty 7'],
    ]);
  });
});
