import { describe, expect, it } from 'vitest';
import { parseClients, parsePanes } from '../../../../../main/node/terminals/tmux.ts';

describe('parsePanes', () => {
  it('reads ids, and skips what is no pane', () => {
    expect(parsePanes('4242 %0 $0\n4300 %12 $3\n\nno server running on /tmp\n12 %x $1\n')).toEqual([
      { pid: 4_242, pane: '%0', session: '$0' },
      { pid: 4_300, pane: '%12', session: '$3' },
    ]);
  });
});

describe('parseClients', () => {
  it('reads the name of a client whatever is in it', () => {
    expect(parseClients('77 $0 /dev/pts/3\n78 $1 a client\nx\n')).toEqual([
      { pid: 77, session: '$0', name: '/dev/pts/3' },
      { pid: 78, session: '$1', name: 'a client' },
    ]);
  });
});
