import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { PlainFailure } from './plain-failure.ts';

/** Names the variable in which the tests get the desktops that were started for them, as JSON. */
export const desktopsVariable = 'FUELGAUGE_TEST_DESKTOPS';

/** The environment variables by which programs find a desktop. */
export type DesktopVariables = Readonly<Record<string, string>>;

/** A screen and a session bus of their own. */
export interface TestDesktop {
  readonly variables: DesktopVariables;
  /** Ends it; resolves when it is gone. */
  close(): Promise<void>;
}

/** The desktops that a run of the tests was given; none where it uses the desktop it was started on. */
export function readTestDesktops(): readonly DesktopVariables[] {
  return JSON.parse(process.env[desktopsVariable] ?? '[]') as readonly DesktopVariables[];
}

const names = ['DISPLAY', 'XAUTHORITY', 'DBUS_SESSION_BUS_ADDRESS'] as const;

/** Starts a desktop with the first free number from `firstDisplay` on. It ends with this process at the latest. */
export async function startTestDesktop(firstDisplay: number): Promise<TestDesktop> {
  // Says where it is, and stays until its input ends.
  const script = `printf '%s\\n' ${names.map((name) => `"$${name}"`).join(' ')}; exec cat >/dev/null`;
  const args = ['-a', '-n', String(firstDisplay), 'dbus-run-session', '--', 'sh', '-c', script];
  const child = spawn('xvfb-run', args, { stdio: ['pipe', 'pipe', 'pipe'] });
  // Later, the bus reports every program that it starts.
  let complaints = '';
  child.stderr.on('data', (data) => (complaints += String(data)));
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  child.once('error', (error) => (complaints += error.message));
  const values: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) if (values.push(line) === names.length) break;
  if (values.length < names.length) {
    throw new PlainFailure(`A desktop for the tests could not be started: ${complaints}`);
  }
  return {
    variables: Object.fromEntries(names.map((name, index) => [name, values[index] ?? ''])),
    async close() {
      child.stdin.end();
      await ended;
    },
  };
}
