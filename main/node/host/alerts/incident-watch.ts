import type { AlertChoices } from '../../../../shared/alerts/alert-choices.ts';
import { parseIncidents } from '../../../../shared/alerts/parse-incidents.ts';
import type { SourceId } from '../../../../shared/domain/ids.ts';
import type { Incident } from '../../../../shared/domain/incident.ts';
import { minuteMs } from '../../../../shared/domain/instant.ts';
import type { Logger } from '../../../../shared/ports/logger.ts';
import { sources } from '../../../../shared/sources/registry.ts';
import type { Source } from '../../../../shared/sources/source.ts';
import type { Get } from '../../channels/http/get.ts';

/** How often pages are asked; up to a fifth longer, so that installations do not all ask at once. */
const restMs = 5 * minuteMs;
/** A page's last answer is dropped after this time without another one. */
const goodForMs = 30 * minuteMs;

/** Follows the status pages of providers, while the person wants that. */
export interface IncidentWatch {
  current(): readonly Incident[];
  /** Settings or sources may have changed: asks now if the set of pages has changed. */
  refresh(): void;
  stop(): void;
}

/** Builds it; nothing is asked before `refresh`, nor while the rule is off. */
export function createIncidentWatch(options: {
  /** The pages to ask, in their order; none while the person does not want it. */
  readonly pages: () => readonly string[];
  readonly get: Get;
  /** An incident is new, has changed or is over. */
  readonly onChange: () => void;
  readonly nowMs: () => number;
  /** 0 to 1. */
  readonly random: () => number;
  readonly logger: Logger;
}): IncidentWatch {
  const { pages, nowMs, logger } = options;
  const known = new Map<string, { readonly incidents: readonly Incident[]; readonly atMs: number }>();
  let timer: NodeJS.Timeout | undefined;
  let wanted = '[]';
  let round = 0;

  const current = (): readonly Incident[] =>
    pages().flatMap((page) => {
      const found = known.get(page);
      return found !== undefined && Math.abs(nowMs() - found.atMs) < goodForMs ? found.incidents : [];
    });
  const ask = async (page: string): Promise<void> => {
    const answer = await options.get(`${page}/api/v2/incidents/unresolved.json`);
    const incidents = answer === null ? null : parseIncidents(new URL(page).host, answer);
    if (incidents === null) logger.warn(`the status page ${page} gave no answer that can be read`);
    else known.set(page, { incidents, atMs: nowMs() });
  };
  const run = async (): Promise<void> => {
    const own = (round += 1);
    const before = JSON.stringify(current());
    await Promise.all(pages().map(ask));
    if (own !== round) return;
    timer = setTimeout(() => void run(), restMs * (1 + options.random() / 5)).unref();
    if (JSON.stringify(current()) !== before) options.onChange();
  };
  const stop = (): void => {
    round += 1;
    clearTimeout(timer);
    timer = undefined;
  };
  return {
    current,
    refresh() {
      const next = pages();
      if (JSON.stringify(next) === wanted) return;
      wanted = JSON.stringify(next);
      stop();
      if (next.length === 0) known.clear();
      else void run();
    },
    stop,
  };
}

/** The pages of the settings; without them, those of the providers of sources with events. None while the rule is off. */
export function listStatusPages(
  { isOn, pages }: AlertChoices['incident'],
  found: readonly { readonly source: SourceId; readonly events: number }[],
): readonly string[] {
  if (!isOn) return [];
  if (pages !== null) return [...new Set(pages)];
  const used = new Set(found.filter(({ events }) => events > 0).map(({ source }) => source));
  const own = sources.filter(({ id }) => used.has(id)).map(({ statusPage }: Source) => statusPage);
  return [...new Set(own.filter((address) => address !== undefined))];
}
