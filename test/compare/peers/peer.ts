import type { ComparedSource } from '../data-sets.ts';
import type { ComparedClass, UsageRow } from '../usage-table.ts';

/** A program of a peer as the npm registry holds it, for Linux on x64. */
export interface PeerPackage {
  /** Exact, as `name@version`. */
  readonly spec: string;
  /** Checksum of the package's archive, as the registry states it. */
  readonly integrity: string;
  /** The program's place in the archive. */
  readonly program: string;
}

/** Another tool that counts the same logs. */
export interface Peer {
  readonly id: PeerId;
  readonly package: PeerPackage;
  /** What it reports of a source; other classes it does not tell. */
  readonly classes: Readonly<Record<ComparedSource, readonly ComparedClass[]>>;
  /** The name by which it knows a model that we know under the name in the log. */
  toPeerModel(model: string): string;
  /**
   * Its report by day and model, for the logs below a home folder (`.claude`, `.codex`), without reaching for the
   * network. Throws a `PlainFailure` when it fails or answers something else than it should.
   */
  count(program: string, home: string, source: ComparedSource): Promise<readonly UsageRow[]>;
}

/** The peers that we compare with. */
export type PeerId = 'ccusage' | 'tokscale';

/** Environment for a peer: nothing of the person's own, UTC, and no way out. */
export function toPeerEnvironment(home: string): NodeJS.ProcessEnv {
  const nowhere = 'http://127.0.0.1:9';
  return { HOME: home, TZ: 'UTC', PATH: '/usr/bin:/bin', HTTP_PROXY: nowhere, HTTPS_PROXY: nowhere, NO_COLOR: '1' };
}
