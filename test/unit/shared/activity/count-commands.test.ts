import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countCommands, type UndatedEnd } from '../../../../shared/activity/count-commands.ts';
import { createToolFinder } from '../../../../shared/activity/command-tools.ts';
import { agents } from '../../../../shared/processes/agents.ts';
import { parseShellHistory, shells, type Shell } from '../../../../shared/activity/shell-history.ts';

const seconds = Date.UTC(2026, 4, 14, 10, 5) / 1_000;
const parse = (shell: Shell, text: string) => [...parseShellHistory(shell, text)];
const findTools = createToolFinder(agents);
const hash = (text: string): string => `#${text.length}#${text}`;

describe('a history', () => {
  it('of bash has times in lines of their own, if at all', () => {
    const text = `ls\n#${seconds}\nclaude -p "two\nlines"\n#${seconds + 1}\ncodex\n#not a time\n`;
    expect(parse('bash', text)).toEqual([
      { atMs: null, text: 'ls' },
      { atMs: seconds * 1_000, text: 'claude -p "two' },
      { atMs: seconds * 1_000 + 1_000, text: 'codex' },
    ]);
    expect(parse('bash', 'claude\ncodex')).toEqual([
      { atMs: null, text: 'claude' },
      { atMs: null, text: 'codex' },
    ]);
  });

  it('of zsh has them in front, where that is on', () => {
    expect(parse('zsh', `: ${seconds}:0;claude a\\\nb\nls\n: x:0;codex\n: 99999999999999:0;amp`)).toEqual([
      { atMs: seconds * 1_000, text: 'claude a\nb' },
      { atMs: null, text: 'ls' },
      { atMs: null, text: ': x:0;codex' },
      { atMs: null, text: 'amp' },
    ]);
  });

  it('of fish has them below', () => {
    const text = `- cmd: claude -p "a\\nb"\n  when: ${seconds}\n  paths:\n    - x\n- cmd: ls\n- cmd: codex\n  when: ${seconds + 1}\n- cmd: amp`;
    expect(parse('fish', text)).toEqual([
      { atMs: seconds * 1_000, text: 'claude -p "a\nb"' },
      { atMs: null, text: 'ls' },
      { atMs: seconds * 1_000 + 1_000, text: 'codex' },
      { atMs: null, text: 'amp' },
    ]);
  });

  it('of fish is not what a path in it looks like', () => {
    const text = `- cmd: codex\n  paths:\n    -   when: 1\n  when: ${seconds}`;
    expect(parse('fish', text)).toEqual([{ atMs: seconds * 1_000, text: 'codex' }]);
  });

  it('of fish begins after what a new fish has imported from bash, which is counted there', () => {
    const entry = (text: string, atSeconds: number): string => `- cmd: ${text}\n  when: ${atSeconds}\n`;
    const imported = ['ls', 'claude', 'codex'].map((text) => entry(text, seconds));
    // A long history is imported in more than a second.
    imported.push(...['amp', 'codex -p', 'claude -p'].map((text) => entry(text, seconds + 1)));
    const typed = [entry('claude', seconds + 1), entry('amp', seconds + 2)];
    expect(parse('fish', [...imported, entry('codex', seconds + 9)].join('')).map(({ text }) => text)).toEqual([
      'codex',
    ]);
    expect(parse('fish', typed.join(''))).toHaveLength(2);
    // What was pasted later is no import.
    expect(parse('fish', [...typed, ...imported.slice(0, 3)].join(''))).toHaveLength(5);
    expect(parse('fish', '- cmd: ls\n- cmd: claude\n- cmd: codex\n')).toHaveLength(3);
  });

  it('of PowerShell has none', () => {
    expect(parse('powershell', 'claude `\r\n  -p hi\r\ncodex\r\n')).toEqual([
      { atMs: null, text: 'claude \n  -p hi' },
      { atMs: null, text: 'codex' },
    ]);
  });

  it('has lines that look like times and are commands', () => {
    // Not at the beginning, not to the end, too few digits or too many.
    const lines = [`#${seconds} x`, `x #${seconds}`, '#12345678', '#123456789012'];
    expect(parse('bash', lines.join('\n'))).toEqual(lines.map((text) => ({ atMs: null, text })));
    expect(parse('zsh', `x : ${seconds}:0;claude`)).toEqual([{ atMs: null, text: `x : ${seconds}:0;claude` }]);
    expect(parse('fish', `x- cmd: claude\n  when: ${seconds}`)).toEqual([]);
  });

  it('of zsh has seconds of duration, and commands of several lines to their end', () => {
    expect(parse('zsh', `: ${seconds}:1234;claude \\\n-p \\\nhi`)).toEqual([
      { atMs: seconds * 1_000, text: 'claude \n-p \nhi' },
    ]);
  });

  it('may end in the middle of a command, and has no empty ones', () => {
    expect(parse('powershell', '\n\ncodex\n\nclaude `')).toEqual([
      { atMs: null, text: 'codex' },
      { atMs: null, text: 'claude \n' },
    ]);
    expect(parse('fish', `  when: ${seconds}\n`)).toEqual([]);
    for (const shell of shells) expect(parse(shell, '')).toEqual([]);
  });

  it('may be anything', () => {
    fc.assert(
      fc.property(fc.constantFrom(...shells), fc.string({ unit: 'binary' }), (shell, text) => void parse(shell, text)),
    );
  });
});

describe('counting commands', () => {
  const count = (text: string, before: UndatedEnd | null = null, shell: Shell = 'bash') =>
    countCommands(parseShellHistory(shell, text), shell, { findTools, before, fromMs: 0, hash });
  const sum = (rows: readonly { readonly name: string; readonly count: number }[]) =>
    rows.map((row) => `${row.name} ${row.count}`);

  it('counts those with a time by quarter of an hour, all of them each time', () => {
    const text = `#${seconds}\nclaude\n#${seconds + 60}\nclaude\n#${seconds + 3_600}\ncodex\n`;
    const { dated, undated, end } = count(text);
    expect(sum(dated)).toEqual(['claude-code 2', 'codex 1']);
    expect([undated, end]).toEqual([[], null]);
    expect(count(text, end).dated).toEqual(dated);
    expect(
      countCommands(parseShellHistory('bash', text), 'bash', { findTools, before: null, fromMs: 2e12, hash }).dated,
    ).toEqual([]);
  });

  it('counts those without a time once, also when the shell has cut the beginning off', () => {
    const lines = Array.from({ length: 30 }, (_, index) => (index % 2 === 0 ? `claude ${index}` : `ls ${index}`));
    const first = count(lines.slice(0, 20).join('\n'));
    expect(sum(first.undated)).toEqual(['claude-code 10']);
    expect(sum(count(lines.slice(0, 20).join('\n'), first.end).undated)).toEqual([]);
    expect(sum(count(lines.join('\n'), first.end).undated)).toEqual(['claude-code 5']);
    expect(sum(count(lines.slice(7).join('\n'), first.end).undated)).toEqual(['claude-code 5']);
  });

  it('counts nothing twice where the end is not to be found again', () => {
    const first = count('claude 1\nls\nclaude 2');
    const rewritten = count('claude 2\nclaude 9\nclaude 8', first.end);
    expect(sum(rewritten.undated)).toEqual([]);
    expect(sum(count('claude 2\nclaude 9\nclaude 8\ncodex', rewritten.end).undated)).toEqual(['codex 1']);
  });

  it('keeps its end when a history is empty for a moment', () => {
    const { end } = count('claude 1\nls');
    expect(count('', end).end).toEqual(end);
  });
});
