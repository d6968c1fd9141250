import type { LimitReading } from '../../shared/domain/limit-window.ts';
import type { SourceId } from '../../shared/domain/ids.ts';

/** Where a real agent runs in a test. All paths are absolute. */
export interface RunPlace {
  /** The folder that its packages were installed in. */
  readonly packages: string;
  /** Its home, empty at first. */
  readonly home: string;
  /** The folder that it works in. */
  readonly project: string;
  /** The made-up model, without a slash at its end. */
  readonly modelUrl: string;
}

/** How a real agent is set up against a made-up model, and how it is started. */
export interface AgentRecipe {
  /** Its name in `versions.json`. */
  readonly id: string;
  /** Who counts it. */
  readonly source: SourceId;
  /** The model as its log names it. */
  readonly model: string;
  /** Where to find its program and the runtime it needs, relative to the packages; they go on PATH. */
  readonly programFolders: readonly string[];
  readonly command: string;
  /** Settings files, by their path relative to the home. */
  files(place: RunPlace): Readonly<Record<string, string>>;
  readonly variables: Readonly<Record<string, string>> | ((place: RunPlace) => Readonly<Record<string, string>>);
  /** Arguments of a run that sets it up, before everything else. */
  readonly setUp?: (place: RunPlace) => readonly string[];
  /** Arguments of a new session. */
  start(prompt: string, place: RunPlace): readonly string[];
  /** Arguments that continue the last session; null where that needs a terminal. */
  readonly resume: ((prompt: string, place: RunPlace) => readonly string[]) | null;
  /**
   * Its process says by itself which session it resumed: it holds the log open, or has the id on its command line. Of
   * others, only the first answer tells.
   */
  readonly showsSession?: true;
  /** What its log does not keep, or keeps in addition; see the README of its source. */
  readonly log?: { readonly hasNoReasoning?: true; readonly hasSideRequests?: true; readonly hasNoProject?: true };
  /** The limits that the provider reports with the answer to a request, and those that must be shown after all of them. */
  readonly limits?: {
    headersOf(index: number): Readonly<Record<string, string>>;
    readonly shown: readonly Pick<LimitReading, 'windowMinutes' | 'usedPercent' | 'resetsAtMs' | 'origin'>[];
  };
  /** Why it cannot run on this machine now; null when it can. */
  readonly findObstacle?: () => Promise<string | null>;
  /** The processes that it leaves behind, to be ended after the test. */
  readonly findLeftovers?: (home: string) => readonly number[];
}

/** Settings files as the agents write JSON. */
export const toJsonFile = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** Prices per million tokens that the settings give the made-up model. */
export const listPrices = { input: 3, output: 15, cacheRead: 0.3, cacheWrite: 3.75 } as const;
