import * as v from 'valibot';
import { nameStates, type NameState } from '../../domain/name-encryption.ts';
import { secretPlaces, type SecretPlace } from '../../ports/secret-store.ts';
import { count } from './common.ts';
import { schemaFor } from './schema-for.ts';

/** How the names of the ledger are stored, and where their key is; nothing of the key. */
interface NameEncryption {
  readonly names: NameState;
  /** Null when there is none. */
  readonly key: SecretPlace | null;
  /** Ledgers beside it that were set aside, whose names are stored as they were then. */
  readonly setAside: number;
}

export const nameEncryptionSchema = schemaFor<NameEncryption>()(
  v.strictObject({
    names: v.picklist(nameStates),
    key: v.nullable(v.picklist(secretPlaces)),
    setAside: count,
  }),
);
