import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseIncidents } from '../../../../shared/alerts/parse-incidents.ts';

/** On the model of `/api/v2/incidents/unresolved.json` of Atlassian Statuspage. */
const incident = {
  id: 'p31zjtct2jer',
  name: 'Elevated errors',
  status: 'investigating',
  impact: 'major',
  created_at: '2026-05-01T11:02:00.000Z',
  started_at: '2026-05-01T11:00:00.000Z',
  resolved_at: null,
  shortlink: 'https://stspg.io/x',
  incident_updates: [{ body: 'We are looking into it.', status: 'investigating' }],
};
const answer = (...incidents: readonly unknown[]): string =>
  JSON.stringify({ page: { id: 'y', name: 'Example', url: 'https://status.example.com' }, incidents });
const parse = (text: string) => parseIncidents('status.example.com', text);

describe('parseIncidents', () => {
  it('reads what is open', () => {
    expect(parse(answer(incident))).toEqual([
      {
        page: 'status.example.com',
        id: 'p31zjtct2jer',
        service: 'Example',
        title: 'Elevated errors',
        impact: 'major',
        startedAtMs: Date.parse('2026-05-01T11:00:00Z'),
      },
    ]);
    expect(parse(answer())).toEqual([]);
  });

  it('takes the time of its record where no start is given, and none where there is none', () => {
    const start = (patch: object) => parse(answer({ ...incident, ...patch }))?.[0]?.startedAtMs;
    expect(start({ started_at: null })).toBe(Date.parse('2026-05-01T11:02:00Z'));
    expect(start({ started_at: undefined, created_at: undefined })).toBeNull();
    expect(start({ started_at: 'soon' })).toBeNull();
  });

  it.each([
    { status: 'monitoring' },
    { status: 'resolved' },
    { status: 'postmortem' },
    { status: 'completed' },
    { impact: 'none' },
    { impact: 'maintenance' },
    { id: 7 },
    { name: '\u0007 ' },
  ])('leaves out %o', (patch) => {
    expect(parse(answer({ ...incident, ...patch }, null, 'x', incident))).toHaveLength(1);
  });

  it('cleans and cuts what the page says, and takes no more than fifty', () => {
    const [first] = parse(answer({ ...incident, name: `\u001b[31m${'x'.repeat(9_000)}\u202e` })) ?? [];
    expect(first?.title).toMatch(/^x+$/);
    expect(first?.title).toHaveLength(200);
    expect(parse(answer(...Array.from({ length: 60 }, () => incident)))).toHaveLength(50);
  });

  it.each(['', '<html>', 'null', '[]', '{}', '{"page":{"name":"x"}}', '{"page":{},"incidents":[]}'])(
    'is not led astray by %s',
    (text) => expect(parse(text)).toBeNull(),
  );

  it('never throws', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        parse(answer(value));
        parse(JSON.stringify(value) ?? '');
      }),
    );
  });
});
