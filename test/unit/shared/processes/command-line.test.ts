import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinCommandLine, splitCommandLine, stripExe, toBaseName } from '../../../../shared/processes/command-line.ts';

describe('splitCommandLine', () => {
  it('keeps quoted spaces together', () => {
    expect(splitCommandLine('"C:\\Program Files\\x.exe"  --a="b c" d')).toEqual([
      'C:\\Program Files\\x.exe',
      '--a=b c',
      'd',
    ]);
  });

  it('reads an open quote to the end', () => {
    expect(splitCommandLine('a "b c')).toEqual(['a', 'b c']);
  });

  it('splits what was joined, except for double quotes', () => {
    const argument = fc.string({ minLength: 1, maxLength: 20 }).map((text) => text.replaceAll('"', "'"));
    fc.assert(
      fc.property(fc.array(argument, { maxLength: 8 }), (args) => {
        expect(splitCommandLine(joinCommandLine(args))).toEqual(args);
      }),
    );
  });
});

describe('names', () => {
  it('are the last part of a path in either notation, without .exe', () => {
    expect(toBaseName('/usr/bin/node')).toBe('node');
    expect(toBaseName('C:\\x\\node.exe')).toBe('node.exe');
    expect(stripExe('Claude.EXE')).toBe('Claude');
  });
});
