import path from 'node:path';
import type { HostEnvironment } from '../../../shared/sources/source.ts';
import type { ServiceCommand, ServiceDefinition, ServiceTask } from './service-definition.ts';

const unit = 'fuelgauge.service';
const control = (...args: readonly string[]): ServiceCommand => ['systemctl', '--user', ...args];

/** A unit of the person's own systemd. https://www.freedesktop.org/software/systemd/man/latest/systemd.service.html */
export function defineSystemdUnit(task: ServiceTask, { home, variables }: HostEnvironment): ServiceDefinition {
  const config = variables['XDG_CONFIG_HOME'] || path.posix.join(home, '.config');
  return {
    manager: 'systemd',
    file: path.posix.join(config, 'systemd/user', unit),
    text: writeUnit(task),
    encoding: 'utf8',
    // `restart`, since `start` does nothing while an earlier one runs.
    start: [control('daemon-reload'), control('enable', unit), control('restart', unit)],
    stop: [control('disable', '--now', unit)],
    forget: [control('daemon-reload')],
    ask: control('show', unit, '--property=ActiveState,MainPID'),
    parse(answer) {
      const active = /^ActiveState=(.+)$/m.exec(answer)?.[1];
      const pid = Number(/^MainPID=(\d+)$/m.exec(answer)?.[1] ?? 0);
      return { isRunning: active === undefined ? null : active === 'active', pid: pid === 0 ? null : pid };
    },
    // Without an answer there is no systemd to ask, and the service may well run.
    isGone: (answer) => answer !== null && !/^ActiveState=active$/m.test(answer),
  };
}

function writeUnit({ command, variables, description }: ServiceTask): string {
  const [program, ...args] = toStartable(command);
  const start = [quote(program), ...args.map((arg) => quote(arg).replaceAll('$', () => '$$'))];
  return [
    '[Unit]',
    `Description=${description.replaceAll('%', '%%')}`,
    'StartLimitIntervalSec=300',
    'StartLimitBurst=5',
    '',
    '[Service]',
    'Type=exec',
    ...Object.entries(variables).map(([name, value]) => `Environment=${quote(`${name}=${value}`)}`),
    `ExecStart=${start.join(' ')}`,
    'ExecReload=/bin/kill -HUP $MAINPID',
    'Restart=on-failure',
    'RestartSec=5',
    'UMask=0077',
    'NoNewPrivileges=true',
    '',
    '[Install]',
    'WantedBy=default.target',
    '',
  ].join('\n');
}

/** systemd refuses a program with a quotation mark or a backslash in its path, such as one in `/home/o'brien`. */
function toStartable(command: ServiceCommand): ServiceCommand {
  return /["'\\]/.test(command[0]) ? ['/bin/sh', '-c', 'exec "$0" "$@"', ...command] : command;
}

/** One word of a unit file: `%` begins a specifier, and a line feed or carriage return ends the value. */
function quote(word: string): string {
  const escaped = word
    .replaceAll('\\', '\\\\')
    .replaceAll('"', String.raw`\"`)
    .replaceAll('%', '%%')
    .replaceAll('\n', String.raw`\n`)
    .replaceAll('\r', String.raw`\r`)
    .replaceAll('\t', String.raw`\t`);
  return `"${escaped}"`;
}
