import type { StatuslineChange } from '../../../../shared/domain/statusline-install.ts';
import { cleanText } from '../../../../shared/lib/clean-text.ts';
import { messages } from '../messages.ts';

const { statusline: texts } = messages.cli;

/** The exact change of a settings file: the lines that go and those that come, with one line around them. */
export function describeChange({ settingsFile, previousCommand, before, after }: StatuslineChange): readonly string[] {
  if (before === after) return [texts.nothing];
  const [old, fresh] = [toLines(before), toLines(after)];
  const start = countSame(old, fresh);
  const end = Math.min(countSame(old.toReversed(), fresh.toReversed()), Math.min(old.length, fresh.length) - start);
  const mark = (sign: string, lines: readonly string[]): readonly string[] =>
    lines.map((line) => `${sign} ${cleanText(line)}`);
  return [
    texts.change(cleanText(settingsFile)),
    ...mark(' ', old.slice(Math.max(0, start - 1), start)),
    ...mark('-', old.slice(start, old.length - end)),
    ...mark('+', fresh.slice(start, fresh.length - end)),
    ...mark(' ', old.slice(old.length - end, old.length - end + 1)),
    ...(previousCommand === null ? [] : [texts.keeps(cleanText(previousCommand))]),
  ];
}

function toLines(text: string | null): readonly string[] {
  return text === null ? [] : text.replace(/\r?\n$/, '').split(/\r?\n/);
}

function countSame(left: readonly string[], right: readonly string[]): number {
  const first = left.findIndex((line, index) => line !== right[index]);
  return first < 0 ? left.length : first;
}
