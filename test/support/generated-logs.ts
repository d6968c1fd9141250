import fc from 'fast-check';
import type { TokenUsage } from '../../shared/domain/token-usage.ts';

/** A file that grows line by line. */
export interface GeneratedLines {
  /** Relative to the home, with `/`. */
  readonly path: string;
  /** Without their line feeds. */
  readonly lines: readonly string[];
}

/** A file that is rewritten as a whole. */
export interface GeneratedDocument {
  readonly path: string;
  /** What it holds, one after the other; the last must hold everything that was ever spent in it. */
  readonly versions: readonly string[];
}

/** A SQLite database. */
export interface GeneratedDatabase {
  readonly path: string;
  readonly schema: string;
  /** What its owner does, in order. */
  readonly statements: readonly string[];
}

/** A file beside the logs that is there before them, in every home, and never changes. */
export interface GeneratedSideFile {
  readonly path: string;
  readonly content: string;
}

export type GeneratedFile = GeneratedLines | GeneratedDocument | GeneratedDatabase | GeneratedSideFile;

/** A generated home, and its true usage. */
export interface GeneratedLogs<File extends GeneratedFile = GeneratedFile> {
  readonly files: readonly File[];
  /** The same files in another order of their lines, where that must not matter; omitted where there is none. */
  readonly asRead?: readonly File[];
  /** The true count, however often everything was written; without the model `ambiguous`, whose usage cannot be determined. */
  readonly spent: TokenUsage;
}

/** What a source's module in `test/support/generators` exports as `generator`. */
export interface LogGenerator {
  readonly logs: fc.Arbitrary<GeneratedLogs>;
  /** Where else the agent, or a person, may leave a copy of a file; `number` tells several of them apart. */
  copyOf(path: string, number: number): string;
}

/**
 * Shares from 0 to 1, evenly spread: most doubles between the two are next to nothing, so that nearly every cut would be
 * at a file's beginning.
 */
export const evenShare: fc.Arbitrary<number> = fc.nat({ max: 1000 }).map((thousandths) => thousandths / 1000);

/** How the files of a home are read: none of it may affect the result. */
export interface ReadingPlan {
  /** Where each file is cut, in shares of it; the same number of pieces for each. */
  readonly cuts: readonly (readonly number[])[];
  /** The pieces after which the app is restarted. */
  readonly restarts: readonly boolean[];
  /** The order in which files are written within a step: they are sorted by these shares. */
  readonly order: readonly number[];
  /** Files that are also found in another place, as they are or in an older state (a share of them). */
  readonly copies: readonly { readonly file: number; readonly share: number; readonly step: number }[];
  /** How documents are written: in place, replaced by another file, or first torn off somewhere. */
  readonly rewrites: readonly { readonly way: 'in-place' | 'replace' | 'tear'; readonly share: number }[];
  /** What the owner of a database does after a step, before it is read. */
  readonly owners: readonly ('stay' | 'checkpoint' | 'quit' | 'die' | 'vacuum')[];
}

/** A plan for any home; file numbers are taken modulo the number of files. */
export const readingPlan: fc.Arbitrary<ReadingPlan> = fc.integer({ min: 1, max: 4 }).chain((steps) =>
  fc.record({
    cuts: fc.array(fc.array(evenShare, { minLength: steps - 1, maxLength: steps - 1 }), { minLength: 4, maxLength: 4 }),
    restarts: fc.array(fc.boolean(), { minLength: steps, maxLength: steps }),
    order: fc.array(evenShare, { minLength: 8, maxLength: 8 }),
    copies: fc.array(
      fc.record({
        file: fc.nat({ max: 15 }),
        share: fc.oneof(fc.constant(1), evenShare),
        step: fc.nat({ max: steps - 1 }),
      }),
      { maxLength: 3 },
    ),
    rewrites: fc.array(fc.record({ way: fc.constantFrom('in-place', 'replace', 'tear'), share: evenShare }), {
      minLength: 4,
      maxLength: 4,
    }),
    owners: fc.array(fc.constantFrom('stay', 'checkpoint', 'quit', 'die', 'vacuum'), { minLength: 4, maxLength: 4 }),
  }),
);
