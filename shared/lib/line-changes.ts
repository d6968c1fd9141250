/** A line of a text that was edited in one place: removed, added, or unchanged beside the change. */
export interface LineChange {
  readonly sign: '-' | '+' | ' ';
  readonly line: string;
}

/**
 * The lines that an edit in one place removes and adds, with one unchanged line on either side. Null means no text.
 * Nothing when both texts have the same lines.
 */
export function toLineChanges(before: string | null, after: string | null): readonly LineChange[] {
  const [old, fresh] = [toLines(before), toLines(after)];
  const start = countSame(old, fresh);
  if (start === old.length && start === fresh.length) return [];
  const end = Math.min(countSame(old.toReversed(), fresh.toReversed()), Math.min(old.length, fresh.length) - start);
  const mark = (sign: LineChange['sign'], lines: readonly string[]): readonly LineChange[] =>
    lines.map((line) => ({ sign, line }));
  return [
    ...mark(' ', old.slice(Math.max(0, start - 1), start)),
    ...mark('-', old.slice(start, old.length - end)),
    ...mark('+', fresh.slice(start, fresh.length - end)),
    ...mark(' ', old.slice(old.length - end, old.length - end + 1)),
  ];
}

function toLines(text: string | null): readonly string[] {
  return text === null ? [] : text.replace(/\r?\n$/, '').split(/\r?\n/);
}

function countSame(left: readonly string[], right: readonly string[]): number {
  const first = left.findIndex((line, index) => line !== right[index]);
  return first < 0 ? left.length : first;
}
