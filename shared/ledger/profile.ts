import type { UsageEvent } from '../domain/usage-event.ts';

/** What the owner of a response decides: where it belongs and how it was served. */
export type Profile = Pick<
  UsageEvent,
  | 'source'
  | 'provider'
  | 'model'
  | 'sessionId'
  | 'project'
  | 'branch'
  | 'entrypoint'
  | 'agentVersion'
  | 'isSidechain'
  | 'isCopy'
  | 'speed'
  | 'tier'
  | 'isRegional'
>;

/** Whether two profiles are the same. What differs most often comes first. */
export function isSameProfile(left: Profile, right: Profile): boolean {
  return (
    left.sessionId === right.sessionId &&
    left.model === right.model &&
    left.isSidechain === right.isSidechain &&
    left.isCopy === right.isCopy &&
    left.project === right.project &&
    left.branch === right.branch &&
    left.source === right.source &&
    left.provider === right.provider &&
    left.entrypoint === right.entrypoint &&
    left.agentVersion === right.agentVersion &&
    left.speed === right.speed &&
    left.tier === right.tier &&
    left.isRegional === right.isRegional
  );
}
