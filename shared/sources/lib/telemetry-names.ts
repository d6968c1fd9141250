import type { EventKey, SourceId } from '../../domain/ids.ts';
import type { UsageEvent } from '../../domain/usage-event.ts';

const part = ':telemetry:';

/** The name under which an agent's telemetry and its log both know a response. */
export function toTelemetryName(source: SourceId, id: string): EventKey {
  return `${source}${part}${id}`;
}

/** The same event without such names: where no telemetry is received, they are never looked up. */
export function omitTelemetryNames(event: UsageEvent): UsageEvent {
  return event.aliases.some(isTelemetryName)
    ? { ...event, aliases: event.aliases.filter((alias) => !isTelemetryName(alias)) }
    : event;
}

/** Whether it is such a name. */
export function isTelemetryName(name: EventKey): boolean {
  return name.includes(part);
}
