import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  commandLineLimit,
  joinCommandLine,
  splitCommandLine,
  stripExe,
  toBaseName,
} from '../../../../shared/processes/command-line.ts';

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

  it('reads no further than the limit', () => {
    expect(splitCommandLine('x'.repeat(commandLineLimit + 1))[0]).toHaveLength(commandLineLimit);
    expect(joinCommandLine(['x'.repeat(commandLineLimit + 1)])).toHaveLength(commandLineLimit);
  });

  it('finds what was joined with quotes only where they are needed', () => {
    const joined = joinCommandLine(['a', '', 'b c', 'say "hi"', 'x"y']);
    expect(joined).toBe(`a "" "b c" "say 'hi'" x'y`);
    expect(splitCommandLine(joined)).toEqual(['a', '', 'b c', "say 'hi'", "x'y"]);
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
    expect(stripExe('my.exe.js')).toBe('my.exe.js');
  });
});
