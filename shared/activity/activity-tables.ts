import { createAppMatcher, listedApps, type ListedApp, type MatchApp } from './app-table.ts';
import { createSiteMatcher, type MatchSite } from './match-site.ts';
import { sites as listedSites, type Site } from './site-table.ts';
import { toolRates } from './tool-rates.ts';

/** What a person adds to the tables. */
export interface OwnActivity {
  readonly ownSites: readonly Site[];
  readonly ownApps: readonly (Omit<ListedApp, 'id' | 'names'> & { readonly name: string })[];
  /** Rates by domain, or by the id of an app or its name. */
  readonly rates: readonly { readonly name: string; readonly usdPerHour: number }[];
}

/** The sites, apps and rates that apply to a person. */
export interface ActivityTables {
  readonly sites: readonly Site[];
  readonly apps: readonly ListedApp[];
  readonly matchSite: MatchSite;
  readonly matchApp: MatchApp;
  /** The rate of a command-line tool; null where there is none. */
  readonly toolRate: (id: string) => number | null;
}

/** The tables with a person's own entries, which come first, and rates. */
export function createActivityTables({ ownSites, ownApps, rates }: OwnActivity): ActivityTables {
  const own = new Map(rates.map(({ name, usdPerHour }) => [name.toLowerCase(), usdPerHour]));
  const isOwn = new Set(ownSites.map(({ domain }) => domain));
  const sites = [...ownSites, ...listedSites.filter(({ domain }) => !isOwn.has(domain))].map((site) => ({
    ...site,
    usdPerHour: own.get(site.domain) ?? site.usdPerHour,
  }));
  const apps = [...ownApps.map(toListed), ...listedApps].map((app) => ({
    ...app,
    usdPerHour: own.get(app.id.toLowerCase()) ?? own.get(app.label.toLowerCase()) ?? app.usdPerHour,
  }));
  const toolRate = (id: string): number | null => own.get(id.toLowerCase()) ?? toolRates[id] ?? null;
  return { sites, apps, toolRate, matchSite: createSiteMatcher(sites), matchApp: createAppMatcher(apps) };
}

function toListed({ name, label, category, usdPerHour }: OwnActivity['ownApps'][number]): ListedApp {
  return { id: `own:${label}`, label, category, usdPerHour, names: [name] };
}
