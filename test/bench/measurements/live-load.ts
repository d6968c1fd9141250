import { spawn } from 'node:child_process';
import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { dayMs, hourMs } from '../../../shared/domain/instant.ts';
import { toPeerEnvironment } from '../../compare/peers/peer.ts';
import { claudeFile, claudeLine } from '../../support/agent-logs.ts';
import { toFigure, type Figure } from '../lib/figure.ts';
import { launchTray, withTrayHost } from '../lib/launch-tray.ts';
import type { Bench, Measurement } from '../lib/measurement.ts';
import { readTree } from '../lib/process-tree.ts';

/** What the logs contain before the first line is appended: a busy week, and a last hour busier than any real one. */
const history = { events: 100_000, lastHour: 12_000, sessions: 200 } as const;
/** Agents working at the same time, and how many lines they append together. */
const writers = 4;
const linesPerSecond = 20;
/** The first scan, the start of the app, and memory release. */
const quietMs = 75_000;

/** What following busy agents costs, in CPU time and in bytes written, with a window open and without. */
export const liveLoad: Measurement = {
  name: 'live-load',
  title: `${linesPerSecond} appended lines a second over ${history.events.toLocaleString('en')} events of the last week`,
  needsDesktop: true,
  async measure(bench) {
    const home = bench.newFolder();
    writeHistory(home, bench.size === 'full' ? 1 : 0.05);
    return [...(await measureWatch(bench, home)), ...(await measureTray(bench, home))];
  },
};

async function measureWatch(bench: Bench, home: string): Promise<readonly Figure[]> {
  const args = [
    join(bench.appFolder, 'dist', 'cli.js'),
    'watch',
    '--json',
    '--home',
    home,
    '--data',
    bench.newFolder(),
  ];
  const child = spawn(process.execPath, args, { stdio: 'ignore', env: toPeerEnvironment(home) });
  try {
    await delay(quietMs);
    return await measureLoad(bench, home, 'fuelgauge watch', child.pid ?? 0, 0.05);
  } finally {
    child.kill('SIGTERM');
  }
}

async function measureTray(bench: Bench, home: string): Promise<readonly Figure[]> {
  const app = { appFolder: bench.appFolder, home, data: bench.newFolder(), args: ['--hidden'] };
  return withTrayHost(async (desktop) => {
    const tray = await launchTray(desktop, app);
    try {
      await delay(quietMs);
      const hidden = await measureLoad(bench, home, 'tray app, only its icon', tray.pid, 0.01);
      await tray.item.activate();
      await delay(10_000);
      return [...hidden, ...(await measureLoad(bench, home, 'tray app, popover open', tray.pid, 0.05))];
    } finally {
      await tray.end();
    }
  });
}

/** Appends lines for a while, and measures what the process and its children use in that time. */
async function measureLoad(
  bench: Bench,
  home: string,
  name: string,
  pid: number,
  maxCpuShare: number,
): Promise<readonly Figure[]> {
  const spanMs = bench.size === 'full' ? 120_000 : 20_000;
  const before = readTree(pid);
  const startedAt = performance.now();
  let appendedBytes = 0;
  for (let lines = 0; performance.now() - startedAt < spanMs; lines += 1) {
    const line = claudeLine({ id: (nextId += 1), atMs: Date.now(), session: `live-${lines % writers}` });
    appendFileSync(claudeFile(home, `live-${lines % writers}`), line);
    appendedBytes += Buffer.byteLength(line);
    await delay(Math.max(0, startedAt + ((lines + 1) * 1000) / linesPerSecond - performance.now()));
  }
  const elapsedMs = performance.now() - startedAt;
  const after = readTree(pid);
  if (after.processes === 0) throw new Error(`${name} ended while it was measured`);
  return [
    toFigure(`${name}: processor, of one core`, 'share', (after.cpuMs - before.cpuMs) / elapsedMs, maxCpuShare),
    toFigure(
      `${name}: written, times the log's bytes`,
      'ratio',
      (after.writtenBytes - before.writtenBytes) / appendedBytes,
      5,
    ),
    toFigure(`${name}: memory (PSS)`, 'bytes', after.pssBytes),
  ];
}

let nextId = 10_000_000;

/** Writes the week's sessions: most events spread evenly, the last hour's at the end. */
function writeHistory(home: string, scale: number): void {
  const nowMs = Date.now();
  const events = Math.round(history.events * scale);
  const recent = Math.round(history.lastHour * scale);
  const sessions = Math.max(writers, Math.round(history.sessions * scale));
  const files = Array.from({ length: sessions }, (_, session) => ({
    name: `session-${session}`,
    lines: [] as string[],
  }));
  for (let id = 1; id <= events; id += 1) {
    const isRecent = id > events - recent;
    const agoMs = isRecent
      ? ((events - id) / recent) * hourMs
      : hourMs + ((events - recent - id) / (events - recent)) * (7 * dayMs - hourMs);
    const place = isRecent ? id % 8 : Math.floor((id / events) * sessions);
    const file = files[Math.min(sessions - 1, isRecent ? sessions - 1 - place : place)];
    file?.lines.push(
      claudeLine({ id, atMs: Math.round(nowMs - agoMs), session: file.name, project: `/home/ada/p${place % 9}` }),
    );
  }
  for (const { name, lines } of files) {
    const path = claudeFile(home, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, lines.join(''));
  }
  for (let writer = 0; writer < writers; writer += 1) writeFileSync(claudeFile(home, `live-${writer}`), '');
}
