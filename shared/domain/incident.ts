/** The severity that a provider gives an incident, ascending. */
export const incidentImpacts = ['minor', 'major', 'critical'] as const;

export type IncidentImpact = (typeof incidentImpacts)[number];

/** Something that a provider's public status page reports and that is not resolved. */
export interface Incident {
  /** The host of the page, such as `status.claude.com`. */
  readonly page: string;
  /** The provider's own id of it. */
  readonly id: string;
  /** The name of the service, as the page gives it. */
  readonly service: string;
  readonly title: string;
  readonly impact: IncidentImpact;
  /** UTC milliseconds; null where the page does not say. */
  readonly startedAtMs: number | null;
}
