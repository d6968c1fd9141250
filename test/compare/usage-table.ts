/** The token classes that are compared; disjoint, except that reasoning is part of output. */
export const comparedClasses = ['input', 'cacheWrite', 'cacheRead', 'output', 'reasoning'] as const;
export type ComparedClass = (typeof comparedClasses)[number];

/** Tokens of one model on one day. */
export type Tokens = Readonly<Record<ComparedClass, number>>;

/** Tokens by `<day> <model>`, e.g. `2026-05-04 claude-opus-5`. Days are those of UTC. */
export type UsageTable = ReadonlyMap<string, Tokens>;

/** No tokens. */
export const noTokens: Tokens = { input: 0, cacheWrite: 0, cacheRead: 0, output: 0, reasoning: 0 };

/** One row of a tool's report. */
export interface UsageRow {
  readonly day: string;
  readonly model: string;
  readonly tokens: Tokens;
}

/** Sums rows of equal day and model. */
export function toUsageTable(rows: Iterable<UsageRow>): UsageTable {
  const table = new Map<string, Tokens>();
  for (const { day, model, tokens } of rows) {
    const key = `${day} ${model}`;
    const sum = table.get(key) ?? noTokens;
    table.set(key, {
      input: sum.input + tokens.input,
      cacheWrite: sum.cacheWrite + tokens.cacheWrite,
      cacheRead: sum.cacheRead + tokens.cacheRead,
      output: sum.output + tokens.output,
      reasoning: sum.reasoning + tokens.reasoning,
    });
  }
  return table;
}

/** All tokens of a table; reasoning is in the output. */
export function sumTable(table: UsageTable): number {
  let sum = 0;
  for (const { input, cacheWrite, cacheRead, output } of table.values()) sum += input + cacheWrite + cacheRead + output;
  return sum;
}

/** By how much one tool's count of a class exceeds ours. */
export interface Difference {
  readonly dayAndModel: string;
  readonly tokenClass: ComparedClass;
  readonly ours: number;
  readonly theirs: number;
}

/** Every class of every day and model in which two tables differ, in order. */
export function diffTables(
  ours: UsageTable,
  theirs: UsageTable,
  classes: readonly ComparedClass[],
): readonly Difference[] {
  return [...new Set([...ours.keys(), ...theirs.keys()])].sort().flatMap((dayAndModel) =>
    classes
      .map((tokenClass) => ({
        dayAndModel,
        tokenClass,
        ours: ours.get(dayAndModel)?.[tokenClass] ?? 0,
        theirs: theirs.get(dayAndModel)?.[tokenClass] ?? 0,
      }))
      .filter((difference) => difference.ours !== difference.theirs),
  );
}
