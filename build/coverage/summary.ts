/** A source file: how many lines hold a statement, and which of them nothing ran. */
export interface FileLines {
  /** Relative to the repository, with slashes. */
  readonly path: string;
  readonly lines: number;
  readonly uncovered: readonly number[];
}

/** A part of the product that has to be covered on its own. */
export interface PartCoverage {
  readonly name: string;
  readonly lines: number;
  readonly covered: number;
  readonly minPercent: number;
  /** Whether enough of its lines ran. */
  readonly isEnough: boolean;
  /** The files of which something did not run, the largest gap first. */
  readonly gaps: readonly FileLines[];
}

/** The parts of the product and the share of lines, in percent, that tests must run in each. */
const parts: readonly { readonly name: string; readonly path: RegExp; readonly minPercent: number }[] = [
  { name: 'shared', path: /^shared\//, minPercent: 90 },
  { name: 'main/node', path: /^main\/(?!electron|preload|index\.ts)/, minPercent: 90 },
  // With the entry and the preload script, which are Electron's as well.
  { name: 'main/electron', path: /^main\/(?:electron\/|preload\/|index\.ts)/, minPercent: 90 },
  { name: 'renderer', path: /^renderer\//, minPercent: 90 },
];

/** Sums the files of each part. A part without any line counts as not covered. */
export function sumParts(files: readonly FileLines[]): readonly PartCoverage[] {
  return parts.map(({ name, path, minPercent }) => {
    const own = files.filter((file) => path.test(file.path));
    const lines = own.reduce((sum, file) => sum + file.lines, 0);
    const covered = own.reduce((sum, file) => sum + file.lines - file.uncovered.length, 0);
    const gaps = own.filter(({ uncovered }) => uncovered.length > 0);
    return {
      name,
      lines,
      covered,
      minPercent,
      isEnough: lines > 0 && covered * 100 >= lines * minPercent,
      gaps: gaps.sort((a, b) => b.uncovered.length - a.uncovered.length || (a.path < b.path ? -1 : 1)),
    };
  });
}

/** A table of the parts, followed by every line that nothing ran. */
export function formatCoverage(summary: readonly PartCoverage[]): string {
  const table = summary.map(({ name, lines, covered, minPercent, isEnough }) => {
    const percent = lines === 0 ? '0.0' : (Math.floor((covered * 1000) / lines) / 10).toFixed(1);
    const verdict = isEnough ? 'ok' : `TOO LITTLE, the minimum is ${minPercent} %`;
    return `${name.padEnd(14)} ${percent.padStart(5)} % of ${String(lines).padStart(5)} lines  ${verdict}`;
  });
  const gaps = summary.flatMap((part) => part.gaps);
  if (gaps.length === 0) return table.join('\n');
  const list = gaps.map(({ path, uncovered }) => `  ${path}: ${toRanges(uncovered)}`);
  return [...table, '', 'Lines that no test ran:', ...list].join('\n');
}

/** Line numbers as people write them: `3-5, 9`. */
function toRanges(lines: readonly number[]): string {
  const ranges: { first: number; last: number }[] = [];
  for (const line of [...lines].sort((a, b) => a - b)) {
    const range = ranges.at(-1);
    if (range?.last === line - 1) range.last = line;
    else ranges.push({ first: line, last: line });
  }
  return ranges.map(({ first, last }) => (first === last ? `${first}` : `${first}-${last}`)).join(', ');
}
