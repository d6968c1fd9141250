import type { DesktopCalls, Handlers } from '../../shared/contract/index.ts';
import type { ActivitySum } from '../../shared/domain/activity-sums.ts';
import { hourMs, minuteMs } from '../../shared/domain/instant.ts';

/** Some use of sites, apps and tools, and some of what is listed. */
export function createFakeActivity(generatedAtMs: number) {
  return {
    appsAndSites: () => ({
      generatedAtMs,
      timeZone: 'UTC',
      isOn: { sites: true, apps: true, commands: true, receiver: true },
      focus: 'known',
      failures: [{ browser: 'safari', failure: 'not-allowed' }],
      ratesDate: '2026-11-26',
      sites: [
        toSum('claude.ai', 'Claude', { category: 'chat', activeMs: 3.2 * hourMs, count: 41, usdPerHour: 0.6 }),
        toSum('chatgpt.com', 'ChatGPT', {
          ...{ category: 'chat', activeMs: 35 * minuteMs, count: 8, usdPerHour: 0.5 },
          ...{ activeKind: 'estimated', via: ['firefox'] },
        }),
      ],
      apps: [
        toSum('cursor', 'Cursor', { category: 'code', activeMs: 1.5 * hourMs, count: 12, usdPerHour: 0.8, via: [] }),
      ],
      commands: [
        toSum('claude-code', 'Claude Code', {
          activeKind: 'unknown',
          via: ['bash', 'zsh'],
          count: 96,
          undatedCount: 12,
        }),
      ],
      apis: [
        toSum('claude-web', 'claude-web', {
          ...{ activeKind: 'unknown', via: ['claude-sonnet-4-6'], count: 14 },
          ...{ inputTokens: 5_200, outputTokens: 1_900, costMicroUsd: 44_100 },
        }),
      ],
    }),
    listedActivity: () => ({
      ratesDate: '2026-11-26',
      entries: [
        { kind: 'site', name: 'claude.ai', label: 'Claude', category: 'chat', usdPerHour: 0.6 },
        { kind: 'site', name: 'chatgpt.com', label: 'ChatGPT', category: 'chat', usdPerHour: 0.5 },
        { kind: 'app', name: 'cursor', label: 'Cursor', category: 'code', usdPerHour: 0.8 },
      ],
    }),
  } satisfies Partial<Handlers<DesktopCalls>>;
}

function toSum(name: string, label: string, facts: Partial<ActivitySum>): ActivitySum {
  const { activeMs = 0, usdPerHour = null } = facts;
  return {
    ...{ name, label, category: null, via: ['chrome'], activeMs, activeKind: 'measured', count: 0, undatedCount: 0 },
    ...{ inputTokens: 0, outputTokens: 0, usdPerHour },
    costMicroUsd: usdPerHour === null ? null : Math.round((activeMs / hourMs) * usdPerHour * 1e6),
    ...facts,
  };
}
