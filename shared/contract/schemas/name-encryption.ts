import * as v from 'valibot';
import { nameStates, type NameEncryption } from '../../domain/name-encryption.ts';
import { secretPlaces } from '../../ports/secret-store.ts';
import { count } from './common.ts';
import { schemaFor } from './schema-for.ts';

export const nameEncryptionSchema = schemaFor<NameEncryption>()(
  v.strictObject({
    names: v.picklist(nameStates),
    key: v.nullable(v.picklist(secretPlaces)),
    setAside: count,
  }),
);
