import type { Corpus, CorpusName, CorpusSize } from '../corpus/provide-corpus.ts';
import type { Figure } from './figure.ts';

/** What a measurement works with. */
export interface Bench {
  readonly size: CorpusSize;
  /** How often each contender runs. */
  readonly runs: number;
  /** How long load lasts, in minutes; null for the usual time. */
  readonly minutes: number | null;
  /** A copy of the built app, so that a concurrent build changes nothing: `dist/`, `package.json`, `node_modules`. */
  readonly appFolder: string;
  /** An empty folder that is removed at the end. */
  newFolder(): string;
  corpus(name: CorpusName): Corpus;
  /** A home folder that links corpora (folders of logs) to where the agents keep theirs. */
  newHome(claude: readonly string[], codex?: string): string;
  /** Shows progress; not a result. */
  say(line: string): void;
}

/** One thing to measure. */
export interface Measurement {
  readonly name: string;
  /** One-line description. */
  readonly title: string;
  /** Needs a screen and a session bus on Linux. */
  readonly needsDesktop: boolean;
  /** Throws when something did not do the work that is timed. */
  measure(bench: Bench): Promise<readonly Figure[]>;
}
