import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import * as v from 'valibot';
import { alertRecordSchema } from '../../../../shared/contract/index.ts';
import type { AlertRecord, AlertStateName, Delivery } from '../../../../shared/domain/alert-record.ts';
import type { RaisedAlert } from '../../../../shared/domain/alert-intent.ts';
import type { Logger } from '../../../../shared/ports/logger.ts';
import { replaceFile } from '../../system/replace-file.ts';

/** The latest alerts with their deliveries; older ones are dropped. */
export interface AlertHistory {
  /** Newest first. */
  list(): readonly AlertRecord[];
  /** Reads what another process has written, unless this one has changed something since `flush`. Never rejects. */
  refresh(): Promise<void>;
  add(alert: RaisedAlert, state: AlertStateName): void;
  /** Notes what became of an alert; one that is no longer in the history is ignored. */
  setState(id: string, state: AlertStateName): void;
  setDelivery(id: string, delivery: Delivery): void;
  /** Resolves when everything is on the disk. Never rejects. */
  flush(): Promise<void>;
}

const fileName = 'alert-history.json';
const maxRecords = 200;
const maxBytes = 4 * 1024 * 1024;
const writeDelayMs = 1_000;

/**
 * Opens the history of a data folder. It is a file of its own, since it is far larger than what decides on alerts and changes
 * only when there is one; should it be lost, no alert is lost or raised twice.
 */
export async function openAlertHistory(dataFolder: string, logger: Logger): Promise<AlertHistory> {
  const file = path.join(dataFolder, fileName);
  let records = await readRecords(file);
  let writing: Promise<void> = Promise.resolve();
  let waiting: NodeJS.Timeout | undefined;
  let isWritten = true;
  let isOwn = false;

  const write = (): Promise<void> => {
    clearTimeout(waiting);
    waiting = undefined;
    if (isWritten) return writing;
    isWritten = true;
    writing = writing
      .then(() => replaceFile(file, JSON.stringify({ schema: 1, records })))
      .catch((error: unknown) => logger.error('cannot save the history of alerts', error));
    return writing;
  };
  const change = (next: readonly AlertRecord[]): void => {
    isOwn = true;
    records = next.slice(0, maxRecords);
    isWritten = false;
    waiting ??= setTimeout(() => void write(), writeDelayMs).unref();
  };
  const update = (id: string, patch: (record: AlertRecord) => AlertRecord): void => {
    if (records.some((record) => record.id === id)) {
      change(records.map((record) => (record.id === id ? patch(record) : record)));
    }
  };
  return {
    list: () => records,
    async refresh() {
      if (isOwn) return;
      const found = await readRecords(file);
      if (!isOwn) records = found;
    },
    add: (alert, state) =>
      change([{ ...alert, state, deliveries: [] }, ...records.filter(({ id }) => id !== alert.id)]),
    setState: (id, state) => update(id, (record) => ({ ...record, state })),
    setDelivery: (id, delivery) =>
      update(id, (record) => ({
        ...record,
        deliveries: [...record.deliveries.filter(({ channel }) => channel !== delivery.channel), delivery],
      })),
    async flush() {
      await write();
      isOwn = !isWritten;
    },
  };
}

async function readRecords(file: string): Promise<readonly AlertRecord[]> {
  try {
    const found = await stat(file);
    if (!found.isFile() || found.size > maxBytes) return [];
    const { records } = JSON.parse(await readFile(file, 'utf8')) as { readonly records?: unknown };
    return Array.isArray(records)
      ? records.filter((record): record is AlertRecord => v.is(alertRecordSchema, record))
      : [];
  } catch {
    return [];
  }
}
