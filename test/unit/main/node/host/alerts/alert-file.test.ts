import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openAlertFile } from '../../../../../../main/node/host/alerts/alert-file.ts';
import { openAlertHistory } from '../../../../../../main/node/host/alerts/alert-history.ts';
import { parseStoredAlerts } from '../../../../../../shared/alerts/alert-state.ts';
import type { AlertIntent } from '../../../../../../shared/domain/alert-intent.ts';
import { createRecordingLogger } from '../../../../../support/recording-logger.ts';

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

it.runIf(process.platform !== 'win32')(
  'is for this person alone: alerts name projects and what they cost',
  async () => {
    const file = join(folder, 'alerts.json');
    const logger = createRecordingLogger();
    const { write } = await openAlertFile(file, logger);
    await write({ ...parseStoredAlerts(null), outbox: { entries: [], sentAtMs: { hook: [1] } } });
    const history = await openAlertHistory(folder, logger);
    const intent = {
      kind: 'depleted',
      key: 'k',
      source: null,
      parameters: { subject: { kind: 'block' }, resetsAtMs: null },
    };
    history.add({ id: 'a', raisedAtMs: 1, intent: intent as AlertIntent }, 'passed');
    await history.flush();
    expect([file, join(folder, 'alert-history.json')].map((each) => statSync(each).mode & 0o777)).toEqual([
      0o600, 0o600,
    ]);
  },
);
