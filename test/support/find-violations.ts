import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const file = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** The violations that axe finds in a page, as `rule: element`, but for the rules to skip. */
export async function findViolations(page: Page, skipped: readonly string[] = []): Promise<readonly string[]> {
  await page.evaluate(await readFile(file, 'utf8'));
  const found = await page.evaluate(async () => {
    const { axe: runner } = window as unknown as {
      axe: { run(): Promise<{ violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[] }> };
    };
    const { violations } = await runner.run();
    return violations.flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.html.slice(0, 160)} ${node.failureSummary ?? ''}`),
    );
  });
  return found.filter((violation) => !skipped.some((rule) => violation.startsWith(`${rule}: `)));
}
