import {
  hostContract,
  namesOf,
  schemaNameOf,
  type Call,
  type Contract,
  type HostCalls,
  type NameOf,
} from '../../../shared/contract/index.ts';
import type { AccessScope } from '../../../shared/domain/access-scope.ts';

/** A call of the contract as an HTTP API offers it. */
export interface Operation {
  readonly name: NameOf<HostCalls>;
  readonly call: Call<unknown, unknown>;
  /** With the prefix of the API: `/api/report`. */
  readonly path: string;
  readonly scope: AccessScope;
  /** The name of its answer's schema, `fuelgauge.report.v2`. */
  readonly schemaName: string;
}

/** The prefix of every call's path. */
const apiPrefix = '/api';

/** Every call of the contract. Calls that change something need the scope `admin`. */
export const operations: readonly Operation[] = namesOf(hostContract.calls).map((name) => {
  const call: Call<unknown, unknown> = (hostContract.calls as Contract['calls'])[name]!;
  return {
    name,
    call,
    path: `${apiPrefix}${call.path}`,
    scope: call.method === 'GET' ? 'read' : 'admin',
    schemaName: schemaNameOf(hostContract.calls, name),
  };
});
