import type { Corpus, CorpusName, CorpusSize } from '../corpus/provide-corpus.ts';
import type { Figure } from './figure.ts';

/** What a measurement works with. */
export interface Bench {
  readonly size: CorpusSize;
  /** How often what is compared is run. */
  readonly runs: number;
  /** A copy of the built app, so that a build under way changes nothing: holds `dist/`, `package.json`, `node_modules`. */
  readonly appFolder: string;
  /** An empty folder that is removed in the end. */
  newFolder(): string;
  corpus(name: CorpusName): Corpus;
  /** A home folder that links corpora (folders of logs) to where the agents keep theirs. */
  newHome(claude: readonly string[], codex?: string): string;
  /** Tells the person what is going on; not a result. */
  say(line: string): void;
}

/** One thing to measure. */
export interface Measurement {
  readonly name: string;
  /** One line on what it is. */
  readonly title: string;
  /** Needs a screen and a session bus on Linux. */
  readonly needsDesktop: boolean;
  /** Throws when something did not do what it was to be timed at. */
  measure(bench: Bench): Promise<readonly Figure[]>;
}
