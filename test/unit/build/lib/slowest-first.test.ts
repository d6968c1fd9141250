import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { TestSpecification, Vitest } from 'vitest/node';
import { repositoryRoot } from '../../../../build/lib/paths.ts';
import { slowFiles, SlowestFirst } from '../../../../build/lib/slowest-first.ts';

describe('SlowestFirst', () => {
  it('knows only files that exist', () => {
    expect(slowFiles.filter((name) => !existsSync(join(repositoryRoot, 'test', `${name}.test.ts`)))).toEqual([]);
  });

  it('starts them first in their project, and the others as Vitest would: the larger ones first', async () => {
    const toSpecification = (project: string, groupOrder: number, name: string) =>
      ({
        // As Vitest writes paths on every system.
        moduleId: join(repositoryRoot, 'test', `${name}.test.ts`).replaceAll('\\', '/'),
        project: { name: project, config: { isolate: true, sequence: { groupOrder } } },
      }) as unknown as TestSpecification;
    const [slowest, slow] = slowFiles.filter((name) => name.startsWith('integration/'));
    const [large, small] = ['integration/store/salvage', 'integration/store/texts'];
    const page = 'e2e/browser/accessibility';
    const files = [
      ...[page].map((name) => toSpecification('e2e', 2, name)),
      ...[small, slow!, large, slowest!].map((name) => toSpecification('integration', 1, name)),
    ];
    const remembersNothing = { cache: { getTestSpecificationResult: () => undefined } } as unknown as Vitest;
    const sorted = await new SlowestFirst(remembersNothing).sort(files);
    const names = sorted.map(({ moduleId }) => /test\/(.*)\.test\.ts$/.exec(moduleId)?.[1]);
    expect(names).toEqual([slowest, slow, large, small, page]);
  });
});
