import * as v from 'valibot';
import { accessScopes, type AccessScope } from '../../domain/access-scope.ts';
import type { Result } from '../../lib/result.ts';
import { instantMs } from './common.ts';
import { listOf, schemaFor } from './schema-for.ts';

/** A token that may use the server, without its secret. */
export interface KnownToken {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly AccessScope[];
  readonly createdAtMs: number;
}

/** The server that the settings ask for. */
export interface ServerState {
  /** With the port that it got: `http://127.0.0.1:8377`; null while it does not run. */
  readonly address: string | null;
  /** SHA-256 of its certificate; null without TLS. */
  readonly fingerprint: string | null;
  /** Where a phone finds it; null where only this machine does. */
  readonly pairingAddress: string | null;
  /** A sentence that says why it does not run although it is turned on. */
  readonly failure: string | null;
  /** Null: the file of tokens cannot be read. */
  readonly tokens: readonly KnownToken[] | null;
}

const scopes = v.array(v.picklist(accessScopes));

const knownTokenSchema = schemaFor<KnownToken>()(
  v.strictObject({ id: v.string(), name: v.string(), scopes, createdAtMs: instantMs }),
);

export const serverStateSchema = schemaFor<ServerState>()(
  v.strictObject({
    address: v.nullable(v.string()),
    fingerprint: v.nullable(v.string()),
    pairingAddress: v.nullable(v.string()),
    failure: v.nullable(v.string()),
    tokens: v.nullable(listOf(knownTokenSchema)),
  }),
);

/** The name and scopes of a new token. */
export const newTokenSchema = v.strictObject({
  name: v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(100)),
  scope: v.picklist(accessScopes),
});

/** The text of the new token, or why there is none. */
export const createdTokenSchema: v.GenericSchema<unknown, Result<string, 'not-written'>> = v.variant('ok', [
  v.strictObject({ ok: v.literal(true), value: v.string() }),
  v.strictObject({ ok: v.literal(false), error: v.literal('not-written') }),
]);

export const tokenQuerySchema = v.strictObject({ id: v.pipe(v.string(), v.maxLength(40)) });

/** The address that a phone opens, including the code, and until when it is valid. */
export const pairingSchema = v.nullable(v.strictObject({ url: v.string(), untilMs: instantMs }));
