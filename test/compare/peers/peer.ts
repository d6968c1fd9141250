import type { ComparedAgent } from '../agents.ts';
import type { ComparedClass, UsageRow } from '../usage-table.ts';

/** A peer's program in the npm registry, for Linux on x64. */
export interface PeerPackage {
  /** Exact, as `name@version`. */
  readonly spec: string;
  /** Checksum of the package's archive, according to the registry. */
  readonly integrity: string;
  /** The program's path in the archive. */
  readonly program: string;
}

/** Another tool that counts the same logs. */
export interface Peer {
  readonly id: PeerId;
  readonly package: PeerPackage;
  /** Whether it counts an agent's logs. */
  knows(agent: ComparedAgent): boolean;
  /** The token classes that it reports for an agent. */
  classes(agent: ComparedAgent): readonly ComparedClass[];
  /** Its name for a model that we call by the given name. */
  toPeerModel(model: string, agent: ComparedAgent): string;
  /**
   * Its report by day and model, for the logs below a home folder, without using the
   * network. Throws a `PlainFailure` when it fails or its output is not as expected.
   */
  count(program: string, home: string, agent: ComparedAgent): Promise<readonly UsageRow[]>;
}

/** The peers that we compare with. */
export type PeerId = 'ccusage' | 'tokscale';

/** Environment for a peer: nothing of the user's own, UTC, and no network. */
export function toPeerEnvironment(home: string): NodeJS.ProcessEnv {
  const nowhere = 'http://127.0.0.1:9';
  return { HOME: home, TZ: 'UTC', PATH: '/usr/bin:/bin', HTTP_PROXY: nowhere, HTTPS_PROXY: nowhere, NO_COLOR: '1' };
}
