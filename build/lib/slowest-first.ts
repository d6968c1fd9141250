import type { TestSequencer, TestSpecification, Vitest } from 'vitest/node';
import { groupBy } from '../../shared/lib/group-by.ts';

/** Test files that take long, those that take longest first: one that starts late keeps the whole run waiting. */
export const slowFiles = [
  'integration/host/new-call',
  'integration/host/compile-additions',
  'integration/cli/output',
  'integration/engine/killed-anywhere',
  'integration/sources/new-source',
  'integration/golden/any-order',
  'integration/golden/golden-cases',
  'integration/cli/real-logs',
  'integration/engine/lost-folder',
  'integration/statusline/statusline',
  'integration/contract/real-answers',
  'integration/engine/altered-pages',
  'integration/engine/ownership',
  'integration/host/new-alert',
  'integration/engine/lost-log',
  'integration/engine/lost-ledger',
  'integration/engine/overwritten-ledger',
  'integration/host/alert-lock',
  // Packages the app, and builds the pages of the next: while others wait for them, there is something else to do.
  'e2e/package/packaged-app',
  'e2e/browser/accessibility',
  'e2e/browser/clipping',
  'e2e/network/quiet-app',
  'e2e/electron/tray-app',
  'e2e/electron/ownership',
  'e2e/network/pages',
  'e2e/browser/pictures',
  'e2e/browser/popover',
  'e2e/browser/main-window',
  'e2e/browser/surfaces',
  'e2e/browser/dashboard',
] as const;

/**
 * Starts the slowest files of a project first, then what Vitest would: what it remembers as slow or, on a new machine, knows
 * as large.
 */
export class SlowestFirst implements TestSequencer {
  readonly #vitest: Vitest;

  constructor(vitest: Vitest) {
    this.#vitest = vitest;
  }

  async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await (await this.#createDefault()).sort(files);
    // Projects stay in their order.
    return [...groupBy(sorted, ({ project }) => project.name).values()].flatMap((ofProject) =>
      ofProject.toSorted((left, right) => rankOf(left) - rankOf(right)),
    );
  }

  async shard(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await this.#createDefault()).shard(files);
  }

  /** Loaded here, because a build, which reads the same configuration, needs nothing of Vitest. */
  async #createDefault(): Promise<TestSequencer> {
    const { BaseSequencer } = await import('vitest/node');
    return new BaseSequencer(this.#vitest);
  }
}

function rankOf({ moduleId }: TestSpecification): number {
  const rank = slowFiles.findIndex((name) => moduleId.endsWith(`/test/${name}.test.ts`));
  return rank < 0 ? slowFiles.length : rank;
}
