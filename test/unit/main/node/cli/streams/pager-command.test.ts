import { describe, expect, it } from 'vitest';
import { findPager } from '../../../../../../main/node/cli/streams/pager-command.ts';

const less = { LESS: 'FRX' };

describe('the pager of a person', () => {
  it('is less, without anything set', () => {
    expect(findPager({}, 'linux')).toEqual({ file: 'less', args: ['-FRX'], variables: less });
    expect(findPager({ LESS: '-S' }, 'darwin')).toEqual({ file: 'less', args: ['-FRX'], variables: {} });
  });

  it('is what PAGER says, with its words, and shows colors', () => {
    expect(findPager({ PAGER: 'less' }, 'linux')).toEqual({ file: 'less', args: [], variables: less });
    expect(findPager({ PAGER: '"/opt/my pager/most" -w', LESS: '-i' }, 'linux')).toEqual({
      ...{ file: '/opt/my pager/most', args: ['-w'], variables: {} },
    });
    expect(findPager({ PAGER: "'C:\\Program Files\\Git\\usr\\bin\\less.exe' -R" }, 'win32')).toMatchObject({
      ...{ file: 'C:\\Program Files\\Git\\usr\\bin\\less.exe', args: ['-R'] },
    });
  });

  it('is run by a shell where only a shell understands it', () => {
    const command = 'sed s/a/b/ | less';
    expect(findPager({ PAGER: command }, 'linux')).toMatchObject({ file: '/bin/sh', args: ['-c', command] });
  });

  it('is none where none is wanted or could work', () => {
    for (const PAGER of ['', '  ', 'cat', '/bin/cat', 'cat -v']) expect(findPager({ PAGER }, 'linux')).toBeNull();
    expect(findPager({ PAGER: 'less', TERM: 'dumb' }, 'linux')).toBeNull();
    expect(findPager({}, 'win32')).toBeNull();
  });
});
