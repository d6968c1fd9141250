import { describe, expect, it } from 'vitest';
import { importTool } from '../../../../../../main/node/cli/import/import-tool.ts';
import type { Client, HostContract } from '../../../../../../shared/contract/index.ts';

/** A host whose history can be imported, and whose settings can or cannot be written. */
const hostWith = (failure: string | null): Client<HostContract> =>
  ({
    call: (name: string) =>
      Promise.resolve(
        name === 'importUsage'
          ? { failure: null, models: [], requests: 0, sums: 0, skips: {}, firstAtMs: null, lastAtMs: null }
          : { failure, changes: [], left: [], template: null },
      ),
  }) as unknown as Client<HostContract>;

describe('what a tool keeps', () => {
  it('is not imported without a word where its settings cannot be written', async () => {
    await expect(importTool(hostWith('not-written'), 'codeburn', null, false)).rejects.toThrow('could not be written');
    await expect(importTool(hostWith('not-found'), 'codeburn', null, false)).resolves.toBeDefined();
  });
});
