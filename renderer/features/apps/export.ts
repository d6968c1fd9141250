import type { ActivityReport, ActivitySum } from '../../../shared/domain/activity-sums.ts';
import { cleanText } from '../../../shared/lib/clean-text.ts';
import type { ExportRecord } from '../../state/save-records.ts';
import { usePartNames, type UsePartName } from './view-model.ts';

/**
 * A record for each site, app, tool and API that is shown: time in milliseconds with its kind, cost in millionths of a
 * dollar. Null is unknown; a cost is always an estimate.
 */
export function toUseRecords(report: ActivityReport): readonly ExportRecord[] {
  return usePartNames.flatMap((part) => report[part].map((sum) => toRecord(part, sum)));
}

function toRecord(part: UsePartName, sum: ActivitySum): ExportRecord {
  return {
    part,
    name: cleanText(sum.name),
    label: cleanText(sum.label),
    category: sum.category,
    via: sum.via.map(cleanText).join(' '),
    activeMs: sum.activeKind === 'unknown' ? null : sum.activeMs,
    activeKind: sum.activeKind,
    count: sum.count,
    undatedCount: sum.undatedCount,
    inputTokens: sum.inputTokens,
    outputTokens: sum.outputTokens,
    estimatedCostMicroUsd: sum.costMicroUsd,
  };
}
