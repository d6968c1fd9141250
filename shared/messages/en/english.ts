import type { Formats } from '../format/formats.ts';
import { describeProbeFailure, describeReadFailure } from './failures.ts';
import { createLaunchMessages } from './launch.ts';
import { createNotificationMessages } from './notifications.ts';
import { createProblemMessages } from './problems.ts';
import { createTrayMessages } from './tray.ts';
import { createUnitMessages } from './units.ts';

/** Every English sentence, by the surface that shows it. The shape is what other languages have to fill. */
export function createEnglish(format: Formats) {
  return {
    units: createUnitMessages(format),
    notifications: createNotificationMessages(format),
    failures: { read: describeReadFailure, probe: describeProbeFailure },
    problems: createProblemMessages(format),
    launch: createLaunchMessages(),
    tray: createTrayMessages(format),
  };
}
