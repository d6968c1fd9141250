import path from 'node:path';
import type { HostEnvironment } from '../../../shared/sources/source.ts';
import { escapeXml } from './escape-xml.ts';
import type { ServiceDefinition, ServiceTask } from './service-definition.ts';

const label = 'app.fuelgauge.serve';
const control = '/bin/launchctl';

/** An agent of the person's launchd; `uid` is the person's. https://www.manpagez.com/man/5/launchd.plist/ */
export function defineLaunchAgent(task: ServiceTask, { home }: HostEnvironment, uid: number): ServiceDefinition {
  const file = path.posix.join(home, 'Library/LaunchAgents', `${label}.plist`);
  const target = `gui/${uid}/${label}`;
  return {
    manager: 'launchd',
    file,
    text: writePropertyList(task),
    encoding: 'utf8',
    start: [[control, 'bootstrap', `gui/${uid}`, file]],
    stop: [[control, 'bootout', target]],
    forget: [],
    ask: [control, 'print', target],
    parse(answer) {
      const state = /^\s*state = (.+)$/m.exec(answer)?.[1];
      const pid = /^\s*pid = (\d+)$/m.exec(answer)?.[1];
      return {
        isRunning: state === undefined ? null : state === 'running',
        pid: pid === undefined ? null : Number(pid),
      };
    },
    isGone: (answer) => answer === null || !/^\s*state = running$/m.test(answer),
  };
}

function writePropertyList({ command, variables, dataFolder }: ServiceTask): string {
  const text = (value: string): string => `<string>${escapeXml(value)}</string>`;
  const set = Object.entries(variables);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">',
    '<plist version="1.0">',
    '<dict>',
    `  <key>Label</key>${text(label)}`,
    '  <key>ProgramArguments</key>',
    '  <array>',
    ...command.map((arg) => `    ${text(arg)}`),
    '  </array>',
    ...(set.length === 0 ? [] : ['  <key>EnvironmentVariables</key>', '  <dict>']),
    ...set.map(([name, value]) => `    <key>${escapeXml(name)}</key>${text(value)}`),
    ...(set.length === 0 ? [] : ['  </dict>']),
    '  <key>RunAtLoad</key><true/>',
    '  <key>KeepAlive</key>',
    '  <dict><key>SuccessfulExit</key><false/></dict>',
    '  <key>ProcessType</key><string>Background</string>',
    `  <key>StandardErrorPath</key>${text(path.posix.join(dataFolder, 'service.log'))}`,
    '</dict>',
    '</plist>',
    '',
  ].join('\n');
}
