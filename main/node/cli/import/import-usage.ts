import type { ImportResult } from '../../../../shared/domain/import-result.ts';
import { totalTokens } from '../../../../shared/domain/token-usage.ts';
import { messages } from '../messages.ts';
import { createInstantText } from '../output/figures.ts';
import { wrapText, type Page } from '../output/page.ts';
import { formatTable } from '../output/table.ts';

const { imports: texts, tables } = messages.cli;

/** The imported usage, by model. */
export function* formatUsage(page: Page, result: ImportResult): Generator<string> {
  const toText = createInstantText(page);
  const { models, requests, sums, firstAtMs, lastAtMs, skips, isPreview } = result;
  if (models.length > 0) {
    yield* formatTable(
      page,
      [{ head: tables.keys.model }, { head: tables.events, align: 'right' }, { head: tables.tokens, align: 'right' }],
      {
        rows: models.map(({ model, requests: own, usage }) => [
          ...[model, texts.count(own), texts.count(totalTokens(usage))],
        ]),
      },
    );
  }
  const span = firstAtMs === null ? null : { from: toText(firstAtMs), to: toText(lastAtMs) };
  yield wrapText(page, isPreview ? texts.preview(requests, sums, span) : texts.imported(requests, sums, span));
  if (sums > 0) yield wrapText(page, texts.aboutSums);
  for (const [reason, rows] of Object.entries(skips)) yield wrapText(page, texts.skipped(rows, reason));
}
