import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { repositoryRoot } from '../../../build/lib/paths.ts';
import { desktopContract, namesOf } from '../../../shared/contract/index.ts';

/** Every window loads it before its page, so it contains a transport and the names of the contract, and nothing else. */
const maxBytes = 4_096;

describe('the built preload', () => {
  it('knows every name of the contract without its schemas', async () => {
    const code = await readFile(join(repositoryRoot, 'dist', 'preload', 'index.cjs'), 'utf8');
    const names = [...namesOf(desktopContract.calls), ...namesOf(desktopContract.events)];
    expect(names.filter((name) => !code.includes(`"${name}"`))).toEqual([]);
    expect(code).not.toMatch(/inputTokens|valibot|safeParse/);
    expect([...code.matchAll(/require\("([^"]+)"\)/g)].map(([, module]) => module)).toEqual(['electron']);
    expect(Buffer.byteLength(code)).toBeLessThan(maxBytes);
  });
});
