import { join } from 'node:path';
import { expect, it } from 'vitest';
import { repositoryRoot } from '../../../../../build/lib/paths.ts';
import { run } from '../../../../../build/lib/run.ts';

const maxBytes = 100_000_000;
/** Makes V8 want ever more space for short-lived objects; prints what it has got, in bytes. */
const script = `
import { getHeapSpaceStatistics } from 'node:v8';
import { createYoungGenerationBound } from ${JSON.stringify(join(repositoryRoot, 'main/node/memory/young-generation.ts'))};
const check = createYoungGenerationBound();
let kept;
for (let round = 0; round < 150; round += 1) {
  kept = Array.from({ length: 60_000 }, (_, index) => ({ index, round, own: [index] }));
  check();
}
console.log(getHeapSpaceStatistics().find(({ space_name }) => space_name === 'new_space').physical_space_size);
`;

it('space for short-lived objects stays bounded, which V8 would take 120 MB for', async () => {
  const { stdout, stderr } = await run(process.execPath, ['--input-type=module', '--eval', script]);
  expect(stderr).toBe('');
  expect(Number(stdout)).toBeGreaterThan(0);
  expect(Number(stdout)).toBeLessThan(maxBytes);
});
