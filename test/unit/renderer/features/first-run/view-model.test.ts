import { describe, expect, it } from 'vitest';
import {
  canOfferStatusline,
  describeIcon,
  describeImport,
  toFindings,
  toImportOffers,
  toPlanQuestion,
} from '../../../../../renderer/features/first-run/view-model.ts';
import { messages } from '../../../../../renderer/messages.ts';
import type { RootStatus } from '../../../../../shared/domain/doctor-report.ts';
import { noPlan } from '../../../../../shared/domain/plan.ts';
import type { StatuslineReport } from '../../../../../shared/domain/statusline-install.ts';
import { emptyUsage } from '../../../../../shared/domain/token-usage.ts';
import type { SourceStatus } from '../../../../../shared/snapshot/app-snapshot.ts';

const source = (id: string, files: number, events: number, plans: readonly string[] = []): SourceStatus => ({
  source: id,
  label: id.toUpperCase(),
  isAgent: true,
  roots: [{ path: `/${id}`, origin: 'default', state: files > 0 ? 'found' : 'missing', files, bytes: 0 }],
  events,
  lastAtMs: null,
  plans: plans.map((plan) => ({ id: plan, label: plan })),
  limitProgram: null,
});
const sources = [source('a', 1, 20, ['a-pro']), source('b', 1_200, 34_000, ['b-max']), source('c', 0, 0, ['c-plus'])];

describe('toFindings', () => {
  it('counts what was found, most first, and how many agents are not there', () => {
    const proxy = { ...source('proxy', 0, 0), isAgent: false };
    expect(toFindings({ sources: [...sources, proxy], scan: { phase: 'watching', percent: 100 } as never })).toEqual({
      agents: [
        { source: 'b', label: 'B', text: '1,200 files, 34,000 requests', folders: ['/b'] },
        { source: 'a', label: 'A', text: '1 file, 20 requests', folders: ['/a'] },
      ],
      summary: { agents: 'B and A', text: '1,201 files, 34,020 requests' },
      state: null,
      others: 'One other agent has left no logs on this computer.',
    });
  });

  it('does not count an empty folder as found, but one that cannot be read', () => {
    const scan = { phase: 'watching', percent: 100 } as never;
    const withRoot = (id: string, state: RootStatus['state']): SourceStatus => {
      const { roots, ...rest } = source(id, 0, 0);
      return { ...rest, roots: roots.map((root) => ({ ...root, state })) };
    };
    const view = toFindings({ sources: [source('a', 1, 20), withRoot('b', 'found')], scan });
    expect(view.agents.map(({ source: id }) => id)).toEqual(['a']);
    expect(view.others).toBe('One other agent has left no logs on this computer.');
    expect(toFindings({ sources: [withRoot('b', 'unreadable')], scan }).agents).toEqual([
      { source: 'b', label: 'B', text: messages.logs.sources.unreadable, folders: ['/b'] },
    ]);
  });

  it('says that it is reading before it says what is missing', () => {
    const view = toFindings({ sources, scan: { phase: 'scanning', percent: 42 } as never });
    expect([view.state, view.others]).toEqual(['Still reading.', null]);
    // Nothing has been looked at yet, so nothing is missing.
    const starting = toFindings({ sources: [], scan: { phase: 'starting', percent: 0 } as never });
    expect([starting.state, starting.others]).toEqual(['Still reading.', null]);
  });

  it('says that there is nothing', () => {
    const view = toFindings({ sources: [source('c', 0, 0)], scan: { phase: 'watching', percent: 100 } as never });
    expect([view.agents, view.state]).toEqual([
      [],
      'No agent has left logs here yet. They appear as soon as one does.',
    ]);
  });
});

describe('toPlanQuestion', () => {
  it('asks for the plans of agents in use, until one was chosen elsewhere', () => {
    expect(toPlanQuestion(sources, noPlan).map(({ value }) => value)).toEqual([noPlan, 'a-pro', 'b-max']);
    expect(toPlanQuestion(sources, 'b-max')).toHaveLength(3);
    expect(toPlanQuestion(sources, 'custom')).toEqual([]);
    expect(toPlanQuestion([source('c', 0, 0, ['c-plus'])], noPlan)).toEqual([]);
  });
});

it('offers the line below the prompt of an agent that is there and has none of ours', () => {
  const findings = toFindings({ sources, scan: { phase: 'watching', percent: 100 } as never });
  const report = { agent: 'A', state: 'absent' } as StatuslineReport;
  const offers = [
    report,
    { ...report, agent: 'C' },
    { ...report, agent: '' },
    { ...report, state: 'removed' } as const,
  ];
  expect(offers.map((offer) => canOfferStatusline(offer, findings))).toEqual([true, false, false, false]);
});

describe('imports', () => {
  it('offers each history once', () => {
    const found = [
      { tool: 'x', kind: 'history', file: '/1' },
      { tool: 'x', kind: 'history', file: '/2' },
      { tool: 'y', kind: 'settings', file: '/3' },
    ] as const;
    expect(toImportOffers(found)).toEqual(['x']);
  });

  it('says what one would bring', () => {
    const result = {
      ...{ tool: 'x', failure: null, isPreview: true, requests: 12, sums: 0, usage: emptyUsage },
      ...{ firstAtMs: Date.UTC(2026, 0, 5), lastAtMs: Date.UTC(2026, 1, 7), costMicroUsd: null, models: [], skips: {} },
    };
    expect(describeImport(result)).toEqual({
      text: expect.stringMatching(/^12 requests from .*5.* to .*7.*\. Nothing is counted twice\.$/),
      canImport: true,
    });
    expect(describeImport({ ...result, requests: 0 }).canImport).toBe(false);
    expect(describeImport({ ...result, failure: 'other-format' }).text).toContain('unknown format');
  });
});

it('says where the icon is on each system', () => {
  expect(describeIcon('Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)')).toContain('menu bar');
  expect(describeIcon('Mozilla/5.0 (Windows NT 10.0; Win64; x64)')).toContain('taskbar');
  expect(describeIcon('Mozilla/5.0 (X11; Linux x86_64)')).toContain('AppIndicator');
});
