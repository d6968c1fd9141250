import { describe, expect, it } from 'vitest';
import { createLiveStream } from '../../../../../main/server/api/live-stream.ts';
import { respondEvents } from '../../../../../main/server/api/event-response.ts';
import { createFakeEngine, createFakeHost } from '../../../../fakes/cli-host.ts';

function setUp() {
  const engine = createFakeEngine();
  const host = createFakeHost(engine);
  const scan = engine.snapshot().sections.scan;
  const stream = createLiveStream(host, 'run');
  const follow = (lastEventId: string | null, reader: string | null = null) => {
    const pieces: string[] = [];
    const follower = { reader, write: (text: string) => pieces.push(text), end: () => pieces.push('end') };
    const stop = stream.follow(follower, lastEventId);
    return { pieces, stop };
  };
  const change = (percent: number): void => engine.change({ scan: { ...scan, percent } });
  return { stream, host, follow, change };
}

const parse = (piece: string) => {
  const [, event, id, data] = /^event: (.+)\nid: (.+)\ndata: (.+)\n\n$/.exec(piece) ?? [];
  return { event, id, data: JSON.parse(data!) as { revision: number; baseRevision?: number; sections: object } };
};

describe('the live stream', () => {
  it('sends everything first, then the sections that change', () => {
    const { follow, change, host } = setUp();
    const { pieces } = follow(null);
    change(10);
    const [first, second] = pieces.map(parse);
    expect(first).toMatchObject({ event: 'snapshot', id: `run-${first!.data.revision}` });
    expect(second).toMatchObject({ event: 'change', data: { baseRevision: first!.data.revision } });
    expect(Object.keys(second!.data.sections)).toEqual(['scan']);
    expect(second!.id).toBe(`run-${host.view.current().revision}`);
  });

  it('sends a client that comes back only what it missed, as one change', () => {
    const { follow, change } = setUp();
    const early = follow(null);
    early.stop();
    change(10);
    change(20);
    const { pieces } = follow(parse(early.pieces[0]!).id!);
    expect(pieces.map((piece) => parse(piece).event)).toEqual(['change']);
    expect(parse(pieces[0]!).data.sections).toMatchObject({ scan: { percent: 20 } });
    expect(early.pieces).toHaveLength(1);
    expect(follow(parse(pieces[0]!).id!).pieces).toEqual([]);
  });

  it.each(['run-99999', 'other-1', 'run-0', 'run-x', 'run', ''])('sends everything to one with the id %j', (id) => {
    const { pieces } = setUp().follow(id);
    expect(pieces.map((piece) => parse(piece).event)).toEqual(['snapshot']);
  });

  it('writes a change once, however many follow, and ends with the server', () => {
    const { stream, follow, change } = setUp();
    const followers = [follow(null), follow(null)];
    change(10);
    expect(followers[0]!.pieces[1]).toBe(followers[1]!.pieces[1]);
    stream.beat();
    stream.dispose();
    change(20);
    for (const { pieces } of followers) expect(pieces.slice(2)).toEqual([':\n\n', 'end']);
  });

  it('ends those who may not read any more, by the token with which they came', () => {
    const { stream, follow } = setUp();
    const [open, kept, revoked] = [follow(null, null), follow(null, 'kept'), follow(null, 'revoked')];
    stream.review((reader) => reader !== 'revoked');
    expect([open, kept, revoked].map(({ pieces }) => pieces.at(-1) === 'end')).toEqual([false, false, true]);
  });
});

describe('a follower', () => {
  it('whose token was revoked gets the end of its stream, and counts no more', async () => {
    const { stream } = setUp();
    const response = respondEvents(stream, { lastEventId: null, reader: 'revoked' }, () => expect.unreachable());
    expect(stream.followers()).toBe(1);
    stream.review(() => false);
    expect(stream.followers()).toBe(0);
    expect(await response.text()).toContain('event: snapshot');
  });

  it('that does not read is cut off, and the others are not', async () => {
    const { stream, follow } = setUp();
    const other = follow(null);
    let cuts = 0;
    const writers: ((text: string) => void)[] = [];
    const observed: typeof stream = {
      ...stream,
      follow(follower, lastEventId) {
        writers.push(follower.write);
        return stream.follow(follower, lastEventId);
      },
    };
    const response = respondEvents(observed, { lastEventId: null, reader: null }, () => (cuts += 1));
    const [write] = writers;
    for (let index = 0; index < 3; index += 1) write!('x'.repeat(1024 * 1024));
    expect([cuts, stream.followers()]).toEqual([0, 2]);
    for (let index = 0; index < 3; index += 1) write!('x'.repeat(1024 * 1024));
    expect(cuts).toBeGreaterThan(0);
    expect(stream.followers()).toBe(1);
    stream.beat();
    expect(other.pieces.at(-1)).toBe(':\n\n');
    await response.body?.cancel();
  });
});
