import { createActivityTables } from '../../../../shared/activity/activity-tables.ts';
import { activityTablesDate } from '../../../../shared/activity/site-table.ts';
import { summarizeActivity, type ActivityEntry } from '../../../../shared/activity/summarize-activity.ts';
import type { ActivityCategory, ActivityKind } from '../../../../shared/domain/activity.ts';
import type { ActivityReport } from '../../../../shared/domain/activity-sums.ts';
import { addDays } from '../../../../shared/domain/calendar-day.ts';
import type { ForgottenActivity } from '../../../../shared/domain/forgotten-activity.ts';
import type { ListedActivity } from '../../../../shared/domain/listed-activity.ts';
import type { SpanQuery } from '../../../../shared/domain/span-query.ts';
import type { Clock } from '../../../../shared/ports/clock.ts';
import { agents } from '../../../../shared/processes/agents.ts';
import type { ActivitySettings } from '../../../../shared/settings/activity-settings.ts';
import type { ActivityWatch } from '../upkeep/activity-watch.ts';
import type { ActivityForgetter } from '../upkeep/forget-activity.ts';
import type { FocusWatch } from '../upkeep/focus-watch.ts';
import type { LedgerAccess } from '../ledger/ledger-access.ts';
import type { Preferences } from '../preferences.ts';

/** The calls about sites, apps, tools and APIs. */
export interface ActivityAnswers {
  appsAndSites(query: SpanQuery): Promise<ActivityReport>;
  listedActivity(): ListedActivity;
  forgetActivity(query: { readonly kinds: readonly ActivityKind[] }): Promise<ForgottenActivity>;
}

/** Builds the handler; it reads what is new before it answers. */
export function createActivityAnswers(options: {
  readonly ledger: Pick<LedgerAccess, 'store'>;
  readonly preferences: Preferences;
  readonly clock: Clock;
  readonly watch: Pick<ActivityWatch, 'check' | 'failures'>;
  readonly focus: Pick<FocusWatch, 'flush' | 'state'>;
  readonly forgetter: Pick<ActivityForgetter, 'forget'>;
}): ActivityAnswers {
  const { preferences, watch } = options;
  return {
    async appsAndSites({ since, until, timeZone }) {
      options.focus.flush();
      await watch.check();
      const calendar = preferences.calendarOf(timeZone);
      const { sites, apps, toolRate } = preferences.activity();
      const rows = options.ledger.store().activity({
        fromMs: since === null ? 0 : calendar.startOf(since),
        toMs: until === null ? Infinity : calendar.startOf(addDays(until, 1)),
      });
      const { activity: settings } = preferences.settings();
      return {
        generatedAtMs: options.clock.nowMs(),
        timeZone: calendar.timeZone,
        isOn: {
          sites: settings.sites,
          apps: settings.apps,
          commands: settings.commands,
          receiver: settings.receiver,
        },
        focus: options.focus.state(),
        failures: watch.failures(),
        ratesDate: activityTablesDate,
        sites: summarizeActivity(rows, 'site', (name) => sites.find(({ domain }) => domain === name) ?? null),
        apps: summarizeActivity(rows, 'app', (name) => apps.find(({ id }) => id === name) ?? null),
        commands: summarizeActivity(rows, 'command', (name) => findTool(name, toolRate(name))),
        apis: summarizeActivity(rows, 'api', () => null),
      };
    },
    listedActivity: () => listActivity(preferences.settings().activity),
    forgetActivity: ({ kinds }) => options.forgetter.forget(kinds),
  };
}

/** What is listed, with the rates that hold where the person has entered none. */
function listActivity(settings: ActivitySettings): ListedActivity {
  const { sites, apps } = createActivityTables({ ...settings, rates: [] });
  return {
    ratesDate: activityTablesDate,
    entries: [
      ...sites.map((site) => ({ kind: 'site' as const, name: site.domain, ...pickFacts(site) })),
      ...apps.map((app) => ({ kind: 'app' as const, name: app.id, ...pickFacts(app) })),
    ],
  };
}

function pickFacts({ label, category, usdPerHour }: ActivityEntry & { readonly category: ActivityCategory }) {
  return { label, category, usdPerHour };
}

function findTool(name: string, usdPerHour: number | null): ActivityEntry {
  const agent = agents.find(({ id }) => id === name);
  return { label: agent?.label ?? name, category: null, usdPerHour };
}
