import { beforeEach, describe, expect, it } from 'vitest';
import {
  createWslGuests,
  noGuests,
  withGuests,
  type GuestSystems,
} from '../../../../../main/node/system/guest-systems.ts';
import type { RunningDistributions } from '../../../../../main/node/system/wsl-homes.ts';

const host = { platform: 'win32', home: 'C:\\Users\\ada', variables: {}, otherHomes: [] } as const;
const inUbuntu = '\\\\wsl.localhost\\Ubuntu\\home\\ada';

describe('the WSL distributions', () => {
  let nowMs: number;
  let answer: () => Promise<RunningDistributions>;
  let asked: number;
  let opened: string[];
  let guests: GuestSystems;

  const run = (...names: string[]): void => {
    answer = () => Promise.resolve({ kind: 'running', names });
  };
  const refreshLater = async (ms = 5_000): Promise<void> => {
    nowMs += ms;
    await guests.refresh();
  };

  beforeEach(() => {
    [nowMs, asked, opened] = [0, 0, []];
    run();
    guests = createWslGuests({
      nowMs: () => nowMs,
      listRunning: () => {
        asked += 1;
        return answer();
      },
      listHomes: (name) => {
        opened.push(name);
        return Promise.resolve([{ path: `\\\\wsl.localhost\\${name}\\home\\ada`, device: `wsl:${name}` }]);
      },
    });
  });

  it('are asleep until somebody has asked, and nothing else is', () => {
    expect(guests.hasAnswered()).toBe(false);
    expect(guests.isAsleep(inUbuntu)).toBe(true);
    expect(guests.isAsleep('C:\\Users\\ada')).toBe(false);
    expect(guests.isAsleep('\\\\server\\share')).toBe(false);
  });

  it('are looked into only while they run, and keep their homes when they stop', async () => {
    run('ubuntu');
    await guests.refresh();
    expect([guests.isAsleep(inUbuntu), opened]).toEqual([false, ['ubuntu']]);
    expect(withGuests(host, guests).otherHomes).toEqual([
      { path: '\\\\wsl.localhost\\ubuntu\\home\\ada', device: 'wsl:ubuntu' },
    ]);
    run();
    await refreshLater();
    expect(guests.isAsleep(inUbuntu)).toBe(true);
    expect(opened).toEqual(['ubuntu']);
    expect(guests.homes()).toHaveLength(1);
    run('Ubuntu');
    await refreshLater();
    expect([guests.isAsleep(inUbuntu), opened]).toEqual([false, ['ubuntu', 'Ubuntu']]);
  });

  it('change the revision when one starts or stops, and only then', async () => {
    const revisions: number[] = [];
    for (const names of [[], ['Ubuntu'], ['Ubuntu'], ['Ubuntu', 'Debian'], ['Debian'], ['Debian']]) {
      run(...names);
      await refreshLater();
      revisions.push(guests.revision());
    }
    expect(revisions).toEqual([0, 1, 1, 2, 3, 3]);
  });

  it('are asked about once for many questions at a time, and rarely while none run', async () => {
    await Promise.all([guests.refresh(), guests.refresh(), guests.lookAround()]);
    await guests.refresh();
    expect(asked).toBe(1);
    nowMs += 15_000;
    await guests.lookAround();
    expect(asked).toBe(1);
    run('Ubuntu');
    await guests.refresh();
    nowMs += 15_000;
    await guests.lookAround();
    expect(asked).toBe(3);
  });

  it('are all asleep when the question fails, and are not asked about again soon when it hangs', async () => {
    run('Ubuntu');
    await guests.refresh();
    answer = () => Promise.reject(new Error('no'));
    await refreshLater();
    expect(guests.isAsleep(inUbuntu)).toBe(true);
    answer = () => Promise.resolve({ kind: 'hung' });
    await refreshLater();
    await refreshLater(9 * 60_000);
    expect(asked).toBe(3);
    run('Ubuntu');
    await refreshLater(2 * 60_000);
    expect([asked, guests.isAsleep(inUbuntu)]).toEqual([4, false]);
  });

  it('have no homes while they do not answer', async () => {
    guests = createWslGuests({
      listRunning: () => Promise.resolve({ kind: 'running', names: ['Ubuntu'] }),
      listHomes: () => Promise.resolve(null),
    });
    await guests.refresh();
    expect(withGuests(host, guests)).toBe(host);
  });
});

it('no guests change nothing', () => {
  expect(withGuests(host, noGuests)).toBe(host);
  expect(noGuests.isAsleep(inUbuntu)).toBe(false);
});
