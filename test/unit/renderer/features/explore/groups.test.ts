import { describe, expect, it } from 'vitest';
import { parseChoice, toExploreQuery, toOriginParameters } from '../../../../../renderer/features/explore/choice.ts';
import { toRecords, toTimelineRecords } from '../../../../../renderer/features/explore/export.ts';
import {
  filterGroups,
  toExploreGroups,
  toLines,
  toTarget,
  type ExploreGroup,
} from '../../../../../renderer/features/explore/groups.ts';
import type { Report, ReportRow } from '../../../../../shared/domain/report.ts';
import { emptyUsage } from '../../../../../shared/domain/token-usage.ts';

const context = { labelOf: (source: string) => source, timeZone: 'UTC', nowMs: 0 };
const bounds = { since: null, until: null };

function makeRow(key: string | null, also: readonly (string | null)[], tokens: number, source = 'codex'): ReportRow {
  const sums = { events: 1, unfinishedEvents: 0, costMicroUsd: tokens, unpricedModels: [] };
  const usage = { ...emptyUsage, outputTokens: tokens };
  const model = also[0] ?? 'm';
  return { key, alsoKeys: also, source, split: null, models: [model], ...sums, usage, firstAtMs: tokens, lastAtMs: 0 };
}

function toGroups(rows: readonly ReportRow[], parameters: Readonly<Record<string, string>>) {
  return toExploreGroups({ rows } as Report, parseChoice(parameters), context);
}

const show = (groups: readonly ExploreGroup[]) =>
  groups.map(({ row, parts }) => [row.name, row.usage.outputTokens, ...parts.map((p) => `${p.name} ${p.usage.outputTokens}`)]); // prettier-ignore

const projects = [
  makeRow('/w/shop', ['opus'], 1),
  makeRow('/w/shop', ['haiku'], 2),
  makeRow('/w/notes', ['opus'], 4),
  makeRow('/w/notes', ['opus'], 8, 'other'),
];
const byModel = { by: 'project', then: 'model' };

describe('a divided table', () => {
  it('asks for both keys at once, and never for one inside itself', () => {
    expect(toExploreQuery(parseChoice(byModel), bounds)).toMatchObject({ by: 'project', alsoBy: 'model' });
    expect(toExploreQuery(parseChoice({ by: 'month', then: 'session' }), bounds).split).toBe('project');
    expect(parseChoice({ by: 'model', then: 'model' }).then).toBeNull();
    expect(toExploreQuery(parseChoice({ by: 'repository', then: 'project' }), bounds)).not.toHaveProperty('alsoBy');
  });

  it('sums every row up from the rows inside it, and keeps agents apart', () => {
    expect(show(toGroups(projects, byModel))).toEqual([
      ['shop', 3, 'opus 1', 'haiku 2'],
      ['notes', 4, 'opus 4'],
      ['notes', 8, 'opus 8'],
    ]);
    expect(toGroups(projects, byModel)[0]?.row.models).toEqual(['haiku', 'opus']);
  });

  it('shows the folders of a repository, which are one key of the report', () => {
    const rows = [makeRow('/w/shop', [], 1), makeRow('/w/shop/.claude/worktrees/a', [], 2)];
    expect(show(toGroups(rows, { by: 'repository', then: 'project' }))).toEqual([['shop', 3, 'shop 1', 'a 2']]);
  });

  it('finds words in the names of both rows, and then sums up only what is left', () => {
    const groups = toGroups(projects, byModel);
    expect(show(filterGroups(groups, 'SHOP haiku'))).toEqual([['shop', 2, 'haiku 2']]);
    expect(show(filterGroups(groups, 'opus'))).toEqual([['shop', 1, 'opus 1'], ['notes', 4, 'opus 4'], ['notes', 8, 'opus 8']]); // prettier-ignore
    expect(show(filterGroups(groups, 'notes other'))).toEqual([['notes', 8, 'opus 8']]);
    expect(filterGroups(groups, ' ')).toBe(groups);
    expect(filterGroups(groups, 'nothing')).toEqual([]);
    const flat = toGroups([makeRow('b', [], 1), makeRow('c', [], 2)], { by: 'project' });
    expect(show(filterGroups(flat, ' B  codex'))).toEqual([['b', 1]]);
  });

  it('orders rows, and below an open one those inside it', () => {
    const groups = toGroups(projects.slice(0, 3), byModel);
    const shop = groups[0]!.row.id;
    const lines = (isDescending: boolean) =>
      toLines(groups, { by: 'total', isDescending }, (id) => id === shop).map(({ row, isOpen, inside }) => [row.name, isOpen, inside?.name]); // prettier-ignore
    expect(lines(true)).toEqual([['notes', false, undefined], ['shop', true, undefined], ['haiku', null, 'shop'], ['opus', null, 'shop']]); // prettier-ignore
    expect(lines(false).map(([name]) => name)).toEqual(['shop', 'opus', 'haiku', 'notes']);
  });

  it('leads to the sessions that both keys are of, and from them back to the same rows', () => {
    const choice = parseChoice(byModel);
    const lines = toLines(toGroups(projects, byModel), { by: 'name', isDescending: false }, () => true);
    const haiku = lines.find(({ row }) => row.name === 'haiku')!;
    const target = toTarget(haiku, choice);
    expect(target).toEqual({ source: 'codex', parts: [{ by: 'project', key: '/w/shop' }, { by: 'model', key: 'haiku' }] }); // prettier-ignore
    const next = parseChoice(toOriginParameters(target as Exclude<typeof target, { session: string }>));
    expect(next.of).toEqual(target);
    const query = toExploreQuery(next, bounds);
    expect(query).toMatchObject({ by: 'session', alsoBy: 'project,model', source: 'codex' });
    const sessions = [makeRow('s1', ['/w/shop', 'haiku'], 1), makeRow('s2', ['/w/shop', 'opus'], 2), makeRow('s3', ['/w/notes', 'haiku'], 4)]; // prettier-ignore
    const rows = toExploreGroups({ rows: sessions } as unknown as Report, next, context);
    expect(rows.map(({ row }) => row.key)).toEqual(['s1']);
    expect(toTarget({ row: rows[0]!.row, inside: null, isOpen: null }, next)).toEqual({ session: 's1' });
  });

  it('leads to a timeline where a row is a session', () => {
    const choice = parseChoice({ by: 'session', then: 'model' });
    const [line, part] = toLines(
      toExploreGroups({ rows: [makeRow('s1', ['opus'], 1)] } as unknown as Report, choice, context),
      { by: 'name', isDescending: false },
      () => true,
    );
    expect([toTarget(line!, choice), toTarget(part!, choice)]).toEqual([{ session: 's1' }, { session: 's1' }]);
  });

  it('is exported as the rows inside, each with the row that it is inside of', () => {
    const records = toRecords(toGroups(projects, byModel), { by: 'name', isDescending: true });
    expect(records).toHaveLength(4);
    expect(records[1]).toMatchObject({ group: 'shop', groupKey: '/w/shop', name: 'haiku', totalTokens: 2, costMicroUsd: 2 }); // prettier-ignore
    expect(toRecords(toGroups(projects, { by: 'project' }), { by: 'name', isDescending: false })[0]).not.toHaveProperty(
      'group',
    );
  });
});

it('exports a timeline with the context of every response', () => {
  const point = { atMs: 0, lastAtMs: 0, model: 'm', isSidechain: true, events: 2, usage: { ...emptyUsage, outputTokens: 3 }, costMicroUsd: 5, isCostPartial: true, contextTokens: 9 }; // prettier-ignore
  expect(toTimelineRecords([point])).toMatchObject([
    { at: '1970-01-01T00:00:00.000Z', isSubagent: 'true', totalTokens: 3, costMicroUsd: 5, contextTokens: 9 },
  ]);
  // Some of its cost is not known.
  expect(
    toTimelineRecords([point, { ...point, isCostPartial: false }]).map((record) => record['isCostPartial']),
  ).toEqual(['true', 'false']);
});
