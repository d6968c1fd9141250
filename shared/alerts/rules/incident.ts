import * as v from 'valibot';
import type { AlertIntent } from '../../domain/alert-intent.ts';
import { incidentImpacts, type Incident, type IncidentImpact } from '../../domain/incident.ts';
import { dayMs } from '../../domain/instant.ts';
import type { AlertRule } from '../alert-rule.ts';
import { keepUnchanged } from './keep-unchanged.ts';
import { parseRecord } from './parse-record.ts';

const entrySchema = v.object({ impact: v.picklist(incidentImpacts), seenAtMs: v.number() });
type Entry = Readonly<v.InferOutput<typeof entrySchema>>;

/** An incident that no page has listed for this long is over, and its id is not reused. */
const keptMs = 30 * dayMs;
/** The memory is refreshed no more often than this while nothing else changes. */
const refreshMs = dayMs;

/**
 * Alerts when a provider's status page reports an incident: once, and again only if the provider calls it worse. One that
 * is open when the app starts is news, too: it explains what the person sees. Nothing is said when it is over.
 */
export const incidentRule: AlertRule<'incident', Readonly<Record<string, Entry>>> = {
  parseMemory: (stored) => parseRecord(stored, entrySchema),
  evaluate(memory, { incidents, choices: { incident: choices }, nowMs }) {
    const intents: AlertIntent<'incident'>[] = [];
    const next: Record<string, Entry> = Object.fromEntries(
      Object.entries(memory).filter(([, { seenAtMs }]) => Math.abs(nowMs - seenAtMs) < keptMs),
    );
    for (const incident of incidents) {
      const key = `incident:${incident.page}:${incident.id}`;
      const known = next[key];
      if (toRank(incident.impact) < toRank(choices.minImpact)) continue;
      if (known !== undefined && toRank(incident.impact) <= toRank(known.impact)) {
        if (Math.abs(nowMs - known.seenAtMs) >= refreshMs) next[key] = { ...known, seenAtMs: nowMs };
        continue;
      }
      next[key] = { impact: incident.impact, seenAtMs: nowMs };
      intents.push(toIntent(key, incident));
    }
    return { memory: keepUnchanged(memory, next), intents };
  },
};

function toRank(impact: IncidentImpact): number {
  return incidentImpacts.indexOf(impact);
}

function toIntent(key: string, { page, service, title, impact, startedAtMs }: Incident): AlertIntent<'incident'> {
  return { kind: 'incident', key, source: null, parameters: { page, service, title, impact, startedAtMs } };
}
