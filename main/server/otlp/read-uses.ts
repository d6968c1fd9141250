import { sources } from '../../../shared/sources/registry.ts';
import type { Source } from '../../../shared/sources/source.ts';
import type { AgentTelemetry, TelemetryRecord, TelemetryUse } from '../../../shared/sources/telemetry.ts';
import type { ReadSignal, WantedAttributes } from './decode.ts';

/** A response, and the source whose agent reported it. */
export interface SourcedUse {
  readonly source: string;
  readonly use: TelemetryUse;
}

type Sender = Source & { readonly telemetry: AgentTelemetry };

/** The sources whose agents can send telemetry. */
export const senders: readonly Sender[] = sources.filter((source): source is Sender => source.telemetry !== undefined);

/** All attributes that any of them reads. */
export const wantedAttributes: WantedAttributes = new Set([
  'event.name',
  ...senders.flatMap(({ telemetry }) => telemetry.attributes),
]);

/** The responses in records; anything else, and records of unknown programs, yield nothing. */
export function readUses(records: readonly TelemetryRecord[], signal: ReadSignal): readonly SourcedUse[] {
  const heard = senders.filter(({ telemetry }) => (telemetry.signal ?? 'logs') === signal);
  return records.flatMap((record) => {
    const sender = heard.find(({ telemetry }) => telemetry.services.test(record.service));
    const use = sender?.telemetry.read(record) ?? null;
    return sender === undefined || use === null ? [] : [{ source: sender.id, use }];
  });
}
