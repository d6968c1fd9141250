import * as v from 'valibot';
import { incidentImpacts, type Incident } from '../domain/incident.ts';
import { cleanText } from '../lib/clean-text.ts';
import { parseJsonAs } from '../lib/parse-json.ts';

/** Longer texts are cut: a page can contain anything. */
const maxLength = 200;
const maxIncidents = 50;

const text = v.pipe(
  v.string(),
  v.transform((value) => cleanText(value).trim().slice(0, maxLength)),
  v.nonEmpty(),
);

const incidentSchema = v.object({
  id: text,
  name: text,
  status: v.string(),
  impact: v.picklist(incidentImpacts),
  started_at: v.optional(v.nullable(v.string())),
  created_at: v.optional(v.nullable(v.string())),
});

const pageSchema = v.object({ page: v.object({ name: text }), incidents: v.array(v.unknown()) });

/** The fix is in place, or it is over. */
const endedStatuses: ReadonlySet<string> = new Set(['monitoring', 'resolved', 'postmortem', 'completed']);

/**
 * The open incidents in an answer of `/api/v2/incidents/unresolved.json`, as Atlassian Statuspage and those compatible
 * with it give it (https://status.claude.com/api). Null when it is not such an answer; malformed incidents, announced
 * maintenance and incidents that are only being monitored are left out.
 */
export function parseIncidents(page: string, answer: string): readonly Incident[] | null {
  const parsed = parseJsonAs(pageSchema, answer);
  if (parsed === null) return null;
  const { page: service, incidents } = parsed;
  return incidents.slice(0, maxIncidents).flatMap((each) => {
    const incident = v.safeParse(incidentSchema, each);
    if (!incident.success || endedStatuses.has(incident.output.status)) return [];
    const { id, name, impact, started_at: started, created_at: created } = incident.output;
    const startedAtMs = Date.parse(started ?? created ?? '');
    return [
      {
        ...{ page, id, service: service.name, title: name, impact },
        startedAtMs: Number.isFinite(startedAtMs) ? startedAtMs : null,
      },
    ];
  });
}
