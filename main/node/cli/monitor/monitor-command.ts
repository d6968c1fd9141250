import type { Client, HostContract } from '../../../../shared/contract/index.ts';
import { addDays } from '../../../../shared/domain/calendar-day.ts';
import type { SourceId } from '../../../../shared/domain/ids.ts';
import type { LimitOutlook } from '../../../../shared/domain/limit-window.ts';
import { addUsage } from '../../../../shared/domain/token-usage.ts';
import { toBlockOutlook, toLimitsOutlook } from '../../../../shared/snapshot/outlook.ts';
import packageFile from '../../../../package.json' with { type: 'json' };
import { replaceFile } from '../../system/replace-file.ts';
import type { AnswerContext, CliCommand } from '../command.ts';
import { toSafeJson } from '../output/safe-json.ts';
import { toMonitorLine, toMonitorSnapshot, type FamilyUsage } from './monitor-snapshot.ts';

/** claude-monitor's own history reaches back eight days. */
const historyDays = 8;

/** `claude-monitor --once --output json` and `--compact`: the object or the line that it prints, and its exit code. */
export function createMonitorCommand(source: SourceId, plan: string | null): CliCommand {
  return {
    name: 'claude-monitor',
    needsLogs: true,
    schemas: [1],
    options: [],
    async ask(client, context) {
      const snapshot = await ask(client, context, source, plan);
      const { stateFile } = context.options;
      if (stateFile !== null) await replaceFile(stateFile, `${toSafeJson(snapshot)}\n`, 'isPublic');
      return { json: () => snapshot, text: () => [toMonitorLine(snapshot)], exitCode: snapshot.status.code };
    },
  };
}

async function ask(client: Client<HostContract>, context: AnswerContext, source: SourceId, plan: string | null) {
  const { nowMs, calendar, timeZone } = context;
  const { sections } = await client.call('snapshot');
  const found = sections.blocks.find((block) => block.source === source);
  const active = found === undefined ? null : toBlockOutlook(found, nowMs);
  const windows = toLimitsOutlook(sections.limits, nowMs).windows.filter((window) => window.source === source);
  const since = addDays(calendar.dayOf(nowMs), 1 - historyDays);
  const history = await client.call('totals', { since, until: null, timeZone, source });
  return toMonitorSnapshot({
    ...{ nowMs, version: packageFile.version, active, history },
    plan: plan ?? toPlanName(active?.limit?.plan ?? null),
    dataPaths: sections.sources
      .filter((each) => each.source === source)
      .flatMap(({ roots }) => roots.filter(({ state }) => state === 'found').map(({ path }) => path)),
    fiveHour: findWindow(windows, '5h'),
    week: findWindow(windows, '7d'),
    families: active === null ? [] : await askFamilies(client, source, active.block),
  });
}

/** Of all models, not of one. */
function findWindow(windows: readonly LimitOutlook[], scope: string): LimitOutlook | null {
  return windows.find(({ id }) => id.scope === scope) ?? null;
}

/** Its names of plans. */
function toPlanName(plan: string | null): string {
  return plan === 'pro' ? plan : plan === 'max-5x' ? 'max5' : plan === 'max-20x' ? 'max20' : 'custom';
}

/** What each family of models used in a block, from the sessions that were active in it. */
async function askFamilies(
  client: Client<HostContract>,
  source: SourceId,
  block: { readonly startMs: number; readonly endMs: number },
): Promise<readonly FamilyUsage[]> {
  const { rows } = await client.call('sessions', { since: null, until: null, timeZone: null, source });
  const families = new Map<string, FamilyUsage>();
  for (const { sessionId, firstAtMs, lastAtMs } of rows) {
    if (lastAtMs < block.startMs || firstAtMs >= block.endMs) continue;
    const { points } = await client.call('sessionTimeline', { source, sessionId });
    for (const { atMs, model, usage, costMicroUsd } of points) {
      if (atMs < block.startMs || atMs >= block.endMs) continue;
      const family = /opus|sonnet|haiku/.exec(model.toLowerCase())?.[0] ?? 'other';
      const before = families.get(family);
      families.set(family, {
        family,
        usage: before === undefined ? usage : addUsage(before.usage, usage),
        costMicroUsd: before === undefined ? costMicroUsd : addCosts(before.costMicroUsd, costMicroUsd),
      });
    }
  }
  return [...families.values()];
}

function addCosts(left: number | null, right: number | null): number | null {
  return left === null || right === null ? (left ?? right) : left + right;
}
