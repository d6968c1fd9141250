import type { CostMode } from '../../../shared/domain/price-choices.ts';
import type { Problem } from '../../../shared/domain/problem.ts';
import type { Dispose } from '../../../shared/lib/disposable.ts';
import type { Result } from '../../../shared/lib/result.ts';
import type { Clock } from '../../../shared/ports/clock.ts';
import type { Engine } from '../engine/engine-api.ts';

/** Where the command line writes: standard output or standard error. */
export interface CliStream {
  /**
   * Hands text to the system and resolves when there is room for more, so whoever waits never fills the memory of a
   * slow reader's writer. Rejects with an `OutputError` when the text did not arrive.
   */
  write(text: string): Promise<void>;
  readonly isTerminal: boolean;
  /** Columns of the terminal; undefined when it does not tell. */
  readonly columns: number | undefined;
  /** Lines of the terminal, likewise. */
  readonly rows: number | undefined;
}

/** Which engine to open. Null stands for the person's own home, data folder, time zone and cost mode. */
export interface EngineRequest {
  readonly home: string | null;
  readonly dataFolder: string | null;
  readonly timeZone: string | null;
  readonly costMode: CostMode | null;
}

/** Everything that the command line needs from the system; tests give their own. */
export interface CliHost {
  readonly stdout: CliStream;
  /** Its writes never reject: there is nowhere left to complain. */
  readonly stderr: CliStream;
  readonly variables: Readonly<Record<string, string | undefined>>;
  readonly clock: Clock;
  /** Builds an engine that was not started yet. */
  openEngine(request: EngineRequest): Promise<Result<Engine, Problem>>;
  /** Reports that nobody wants any more output: Ctrl-C, a signal to end, or a reader that closed the pipe. */
  onInterrupt(listener: () => void): Dispose;
}
