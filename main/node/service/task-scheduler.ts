import path from 'node:path';
import type { HostEnvironment } from '../../../shared/sources/source.ts';
import { toWindowsProgram } from '../system/system-programs.ts';
import { escapeXml } from './escape-xml.ts';
import type { ServiceCommand, ServiceDefinition, ServiceTask } from './service-definition.ts';

const name = 'Fuelgauge serve';
const shell = 'WindowsPowerShell\\v1.0\\powershell.exe';

/**
 * A task of Windows' Task Scheduler, which starts at logon, with the person's own rights. A console program would open a
 * window; the headless console host does not, and does not pass on its exit code, so the task is also tried every few
 * minutes, which does nothing while it runs. https://learn.microsoft.com/windows/win32/taskschd/task-scheduler-schema
 */
export function defineScheduledTask(task: ServiceTask, { variables }: HostEnvironment): ServiceDefinition {
  const schedule = (...args: readonly string[]): ServiceCommand => [
    toWindowsProgram('schtasks.exe', variables),
    ...args,
    '/TN',
    name,
  ];
  const file = path.win32.join(task.dataFolder, 'service-task.xml');
  const person = [variables['USERDOMAIN'], variables['USERNAME']].filter((part) => part !== undefined).join('\\');
  return {
    manager: 'task-scheduler',
    file,
    text: writeTask(task, person, toWindowsProgram('conhost.exe', variables)),
    // As the Task Scheduler itself writes it.
    encoding: 'utf16le',
    start: [schedule('/Create', '/XML', file, '/F'), schedule('/Run')],
    stop: [schedule('/End'), schedule('/Delete', '/F')],
    forget: [],
    ask: [
      toWindowsProgram(shell, variables),
      ...['-NoProfile', '-NonInteractive', '-Command', `(Get-ScheduledTask -TaskName '${name}').State`],
    ],
    parse(answer) {
      const state = answer.trim();
      return { isRunning: state === '' ? null : state === 'Running', pid: null };
    },
    // A task that is still listed starts again.
    isGone: (answer) => answer === null || answer.trim() === '',
  };
}

function writeTask({ command, description }: ServiceTask, person: string, console: string): string {
  const [program, ...args] = /\\node\.exe$/i.test(command[0]) ? [console, '--headless', ...command] : command;
  const who = escapeXml(person);
  return [
    '<?xml version="1.0" encoding="UTF-16"?>',
    '<Task version="1.2" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">',
    `  <RegistrationInfo><Description>${escapeXml(description)}</Description></RegistrationInfo>`,
    '  <Triggers>',
    '    <LogonTrigger>',
    '      <Repetition><Interval>PT5M</Interval></Repetition>',
    `      <UserId>${who}</UserId>`,
    '    </LogonTrigger>',
    '  </Triggers>',
    '  <Principals>',
    `    <Principal id="Author"><UserId>${who}</UserId><LogonType>InteractiveToken</LogonType><RunLevel>LeastPrivilege</RunLevel></Principal>`,
    '  </Principals>',
    '  <Settings>',
    '    <MultipleInstancesPolicy>IgnoreNew</MultipleInstancesPolicy>',
    '    <DisallowStartIfOnBatteries>false</DisallowStartIfOnBatteries>',
    '    <StopIfGoingOnBatteries>false</StopIfGoingOnBatteries>',
    '    <ExecutionTimeLimit>PT0S</ExecutionTimeLimit>',
    '    <RestartOnFailure><Interval>PT1M</Interval><Count>5</Count></RestartOnFailure>',
    '  </Settings>',
    '  <Actions Context="Author">',
    `    <Exec><Command>${escapeXml(program)}</Command><Arguments>${escapeXml(args.map(quote).join(' '))}</Arguments></Exec>`,
    '  </Actions>',
    '</Task>',
    '',
  ].join('\r\n');
}

/** Quotes an argument as Windows programs parse their command line. */
function quote(arg: string): string {
  return arg !== '' && !/[\s"]/.test(arg)
    ? arg
    : `"${arg.replaceAll(/(\\*)("|$)/g, (_, slashes: string, end: string) => slashes + slashes + (end === '' ? '' : String.raw`\"`))}"`;
}
