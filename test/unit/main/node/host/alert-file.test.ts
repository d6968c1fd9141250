import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openAlertFile } from '../../../../../main/node/host/alert-file.ts';
import { parseStoredAlerts } from '../../../../../shared/alerts/alert-state.ts';
import { createRecordingLogger } from '../../../../support/recording-logger.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fuelgauge-alerts-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it.runIf(process.platform !== 'win32')('opens where a pipe stands, which nobody ever writes to', async () => {
  const file = join(folder, 'alerts.json');
  execFileSync('mkfifo', [file]);
  const opened = await openAlertFile(file, createRecordingLogger());
  expect(opened.stored).toEqual(parseStoredAlerts(null));
});
