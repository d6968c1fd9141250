/** The package has no types of its own: the part that we use, in V8's terms (the inspector's `Profiler` domain). */
declare module '@bcoe/v8-coverage' {
  /** How often a function ran, and the blocks inside it that ran differently often. Offsets count UTF-16 units. */
  export interface FunctionCov {
    readonly functionName: string;
    readonly isBlockCoverage: boolean;
    readonly ranges: readonly { readonly startOffset: number; readonly endOffset: number; readonly count: number }[];
  }

  /** The counts of one script. */
  export interface ScriptCov {
    readonly scriptId: string;
    readonly url: string;
    readonly functions: readonly FunctionCov[];
  }

  /** Sums the counts of several runs of the same script; undefined when there is none. */
  export function mergeScriptCovs(scripts: readonly ScriptCov[]): ScriptCov | undefined;
}
