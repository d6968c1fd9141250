import { sources } from '../../../../shared/sources/registry.ts';

/** What `--source` allows. */
export const sourceIds: readonly string[] = sources.map(({ id }) => id);
