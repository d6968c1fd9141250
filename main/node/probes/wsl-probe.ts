import { minuteMs } from '../../../shared/domain/instant.ts';
import type { ProcessSample } from '../../../shared/domain/process-sample.ts';
import type { IsFollowed, ProcessProbe } from '../../../shared/ports/process-probe.ts';
import type { RunningDistributions } from '../system/wsl-homes.ts';
import { isGuestPid, toGuestPid } from './guest-pids.ts';
import { shareRunningCall } from './share-running-call.ts';
import { parseWslBoot, parseWslTable } from './wsl-table.ts';

/**
 * How often to sample a distribution in which no agent runs. One shuts down some 15 seconds after its last process has
 * ended, so sampling does not keep it awake.
 */
const restMs = minuteMs;
/** How long to wait after `wsl.exe` hung, as Windows' placeholder does where WSL is not installed. */
const hungRestMs = 10 * minuteMs;
/** The boot time follows the clock; a larger difference means another start. */
const bootToleranceSeconds = 5;

/** How the probe asks WSL; tests put something else in its place. */
export interface WslProbeOptions {
  readonly listRunning: () => Promise<RunningDistributions>;
  /** Runs `wslScript` in a distribution that runs. Rejects when that fails. */
  readonly runScript: (distribution: string) => Promise<string>;
  readonly nowMs: () => number;
}

/** What was last read of a distribution. */
interface Known {
  readonly system: number;
  readonly bootSeconds: number;
  readonly samples: readonly ProcessSample[];
}

/**
 * Builds the probe of the WSL distributions that run. Their processes have pids of their own (see `toGuestPid`). While
 * an agent runs in one of them, it is read in every sweep, else once a minute. Never rejects: a distribution that does
 * not answer has no processes.
 */
export function createWslProbe({ listRunning, runScript, nowMs }: WslProbeOptions): Pick<ProcessProbe, 'sample'> {
  const systems = new Map<string, number>();
  let known = new Map<string, Known>();
  let lookAgainAtMs = -Infinity;

  const read = async (name: string): Promise<readonly [string, Known] | null> => {
    const output = await runScript(name).catch(() => '');
    const boot = parseWslBoot(output);
    if (boot === null) return null;
    const system = systems.get(name) ?? systems.size + 1;
    systems.set(name, system);
    const before = known.get(name)?.bootSeconds ?? boot;
    const bootSeconds = Math.abs(before - boot) <= bootToleranceSeconds ? before : boot;
    const samples = parseWslTable(output, bootSeconds).map((sample) => toGuest(sample, system));
    return [name, { system, bootSeconds, samples }];
  };
  const sample = async (isFollowed: IsFollowed): Promise<readonly ProcessSample[]> => {
    const isAgent = (each: ProcessSample): boolean => isFollowed(each);
    const hasAgents = [...known.values()].some(({ samples }) => samples.some(isAgent));
    const startMs = nowMs();
    if (hasAgents || startMs >= lookAgainAtMs || lookAgainAtMs - startMs > hungRestMs) {
      const answer = await listRunning().catch((): RunningDistributions => ({ kind: 'running', names: [] }));
      const names = answer.kind === 'running' ? answer.names : [];
      known = new Map((await Promise.all(names.map(read))).filter((entry) => entry !== null));
      lookAgainAtMs = startMs + (answer.kind === 'hung' ? hungRestMs : restMs);
    }
    return [...known.values()].flatMap(({ samples }) => samples);
  };
  return { sample: shareRunningCall(sample) };
}

/** Two probes as one: Windows' own processes, and those of its guests, of which only what `sample` says is known. */
export function withWsl(own: ProcessProbe, wsl: Pick<ProcessProbe, 'sample'>): ProcessProbe {
  return {
    async sample(isFollowed) {
      const [processes, guests] = await Promise.all([own.sample(isFollowed), wsl.sample(isFollowed)]);
      return [...processes, ...guests];
    },
    async inspect(pids, kinds) {
      const details = await own.inspect(
        pids.filter((pid) => !isGuestPid(pid)),
        kinds,
      );
      const byPid = new Map(details.map((each) => [each.pid, each]));
      return pids.flatMap((pid) => {
        const unknown = { pid, cwd: null, openFiles: null, pssBytes: null, ports: null };
        return byPid.get(pid) ?? (isGuestPid(pid) ? [unknown] : []);
      });
    },
  };
}

/**
 * Process 0 is not a process, nor a parent in another system. Whether a process is paused is left unknown: it cannot be
 * paused from here.
 */
function toGuest(sample: ProcessSample, system: number): ProcessSample {
  const { pid, parentPid } = sample;
  return {
    ...sample,
    pid: toGuestPid(system, pid),
    parentPid: parentPid === 0 ? 0 : toGuestPid(system, parentPid),
    isPaused: null,
  };
}
