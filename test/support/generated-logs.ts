import fc from 'fast-check';
import type { TokenUsage } from '../../shared/domain/token-usage.ts';

/** A log file of a generated home. */
export interface GeneratedFile {
  /** Relative to the home, with `/`. */
  readonly path: string;
  /** Without their line feeds. */
  readonly lines: readonly string[];
}

/** A generated home, and what was spent in it. */
export interface GeneratedLogs {
  readonly files: readonly GeneratedFile[];
  /** What a true count gives, whatever was written how often; without the model `ambiguous`, of which nobody can say. */
  readonly spent: TokenUsage;
}

/** How the files of a home come to be read: nothing of it may matter. */
export interface ReadingPlan {
  /** Where each file is cut, in shares of its bytes; the same number of pieces for each. */
  readonly cuts: readonly (readonly number[])[];
  /** After which pieces the app is started anew. */
  readonly restarts: readonly boolean[];
  /** In which order files are written within a step: shares by which they are sorted. */
  readonly order: readonly number[];
  /** Files that are also found in another place, as they are or in an older state (a share of their bytes). */
  readonly copies: readonly { readonly file: number; readonly share: number; readonly step: number }[];
}

/** A plan for any home; numbers of files are taken modulo how many there are. */
export const readingPlan: fc.Arbitrary<ReadingPlan> = fc.integer({ min: 1, max: 4 }).chain((steps) =>
  fc.record({
    cuts: fc.array(
      fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: steps - 1, maxLength: steps - 1 }),
      { minLength: 4, maxLength: 4 },
    ),
    restarts: fc.array(fc.boolean(), { minLength: steps, maxLength: steps }),
    order: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 8, maxLength: 8 }),
    copies: fc.array(
      fc.record({
        file: fc.nat({ max: 15 }),
        share: fc.oneof(fc.constant(1), fc.double({ min: 0, max: 1, noNaN: true })),
        step: fc.nat({ max: steps - 1 }),
      }),
      { maxLength: 3 },
    ),
  }),
);
