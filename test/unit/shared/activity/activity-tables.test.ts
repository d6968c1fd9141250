import { describe, expect, it } from 'vitest';
import { createActivityTables, type OwnActivity } from '../../../../shared/activity/activity-tables.ts';
import { listedApps } from '../../../../shared/activity/app-table.ts';
import { sites as listedSites } from '../../../../shared/activity/site-table.ts';
import { toolRates } from '../../../../shared/activity/tool-rates.ts';

const nothing: OwnActivity = { ownSites: [], ownApps: [], rates: [] };
const make = (own: Partial<OwnActivity> = {}) => createActivityTables({ ...nothing, ...own });
const ownSite = { domain: 'claude.ai', label: 'My Claude', category: 'code', usdPerHour: 9 } as const;
const ownApp = { name: 'Cursor', label: 'My Editor', category: 'code', usdPerHour: 7 } as const;

describe('the tables of what counts', () => {
  it('are those that are listed, where a person adds nothing', () => {
    const { sites, apps, toolRate } = make();
    expect(sites).toEqual(listedSites);
    expect(apps).toEqual(listedApps);
    expect(toolRate('codex')).toBe(toolRates['codex']);
    expect(toolRate('unheard-of')).toBeNull();
  });

  it("have a person's own sites first, each once", () => {
    const own = { ...ownSite, domain: 'ai.example.org' };
    const { sites, matchSite } = make({ ownSites: [ownSite, own] });
    expect(sites.slice(0, 2)).toEqual([ownSite, own]);
    expect(sites.filter(({ domain }) => domain === 'claude.ai')).toEqual([ownSite]);
    expect(sites).toHaveLength(listedSites.length + 1);
    expect(matchSite('https://claude.ai/new')?.label).toBe('My Claude');
    expect(matchSite('https://ai.example.org/')?.label).toBe('My Claude');
  });

  it("find a person's own app before a listed one of that name", () => {
    const { apps, matchApp } = make({ ownApps: [ownApp] });
    expect(apps[0]).toEqual({
      ...{ id: 'own:My Editor', label: 'My Editor', category: 'code', usdPerHour: 7 },
      names: ['Cursor'],
    });
    expect(apps).toHaveLength(listedApps.length + 1);
    expect(matchApp(['cursor.exe'])?.id).toBe('own:My Editor');
  });

  it("take a person's own rates: by domain, by the id of an app or its name, and by tool", () => {
    const rates = [
      { name: 'claude.ai', usdPerHour: 2 },
      { name: 'LM-Studio', usdPerHour: 3 },
      { name: 'windsurf', usdPerHour: 0 },
      { name: 'my EDITOR', usdPerHour: 4 },
      { name: 'Codex', usdPerHour: 5 },
    ];
    const { apps, matchSite, toolRate } = make({ ownApps: [ownApp], rates });
    const rateOf = (id: string) => apps.find((app) => app.id === id)?.usdPerHour;
    expect(matchSite('https://claude.ai/')?.usdPerHour).toBe(2);
    // Nothing an hour is a rate, too.
    expect(['lm-studio', 'windsurf', 'own:My Editor', 'cursor'].map(rateOf)).toEqual([3, 0, 4, 0.8]);
    expect([toolRate('codex'), toolRate('CODEX'), toolRate('aider')]).toEqual([5, 5, 0.8]);
  });
});
