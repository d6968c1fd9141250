import type { HostEnvironment } from '../../../shared/sources/source.ts';
import { defineLaunchAgent } from './launchd.ts';
import type { ServiceDefinition, ServiceTask } from './service-definition.ts';
import { defineSystemdUnit } from './systemd.ts';
import { defineScheduledTask } from './task-scheduler.ts';

/** The service as this platform's manager wants it. */
export function defineService(task: ServiceTask, host: HostEnvironment, uid: number): ServiceDefinition {
  if (host.platform === 'darwin') return defineLaunchAgent(task, host, uid);
  return host.platform === 'win32' ? defineScheduledTask(task, host) : defineSystemdUnit(task, host);
}
