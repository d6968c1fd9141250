import { env } from 'node:process';

/**
 * Passes one mutant in so many, chosen by what it changes and where: the same ones each time. The others are reported
 * as not compiling, which no score counts. A checker, because ignoring a piece of code would also ignore everything
 * inside it.
 */
const sample = () => ({
  init: async () => {},
  async check(mutants) {
    const oneIn = Number(env['FUELGAUGE_MUTATION_ONE_IN'] ?? 1);
    return Object.fromEntries(
      mutants.map((mutant) => [
        mutant.id,
        toHash(mutant) % oneIn === 0 ? { status: 'passed' } : { status: 'compileError', reason: 'not in the sample' },
      ]),
    );
  },
});

/** FNV-1a. */
function toHash({ fileName, location: { start }, mutatorName, replacement }) {
  const text = [
    fileName.split(/[\\/]sandbox[^\\/]*[\\/]/).at(-1),
    start.line,
    start.column,
    mutatorName,
    replacement,
  ].join();
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash >>> 0;
}

/** Loaded by Stryker: https://stryker-mutator.io/docs/stryker-js/guides/create-a-plugin */
export const strykerPlugins = [{ kind: 'Checker', name: 'sample', factory: Object.assign(sample, { inject: [] }) }];
