import type { ServiceTier } from '../../../shared/domain/usage-event.ts';
import { isSameProfile, type Profile } from '../../../shared/ledger/profile.ts';
import type { SqliteDatabase, SqliteRow } from '../sqlite-driver.ts';
import { InconsistentLedgerError } from './store-errors.ts';
import type { TextTable } from './texts.ts';

/** The table of profiles: every combination once, known by a number. */
export interface ProfileTable {
  /** The number of an event's profile; adds the profile if it is new. */
  idOf(event: Profile): number;
  profileOf(id: number): Profile;
  /** Reads as many profiles as are remembered at once, the newest, for one who is about to ask for many. Once is enough. */
  readAhead(): void;
  /** Forgets what was remembered: numbers given since the last commit are void after a rollback. */
  forget(): void;
}

/** More sessions than anybody has open at once; keeps memory bounded over years of history. */
const mostRemembered = 20_000;

/** Bits of `profiles.traits`; the tier takes two, as an index into `tiers`. */
const traits = { sidechain: 1, copy: 2, fast: 4, regional: 8, tierShift: 4 } as const;
const unknown = '\ud800';
const tiers = ['standard', 'priority', 'flex', 'batch'] as const satisfies readonly ServiceTier[];

/** Finds a profile by all that it is, by an index of all of it: a session may have thousands. */
export const findProfileSql = `
  SELECT id FROM profiles WHERE session = ? AND model = ? AND source = ? AND provider = ? AND project IS ?
    AND branch IS ? AND entrypoint IS ? AND agent_version IS ? AND traits = ?`;

/** Builds the access to the table `profiles`. */
export function createProfileTable(database: SqliteDatabase, texts: TextTable): ProfileTable {
  const find = database.prepare(findProfileSql);
  const add = database.prepare(`
    INSERT INTO profiles (session, model, source, provider, project, branch, entrypoint, agent_version, traits)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  const names = ['source', 'provider', 'model', 'session', 'project', 'branch', 'entrypoint', 'agent_version'];
  const select = `
    SELECT profiles.id AS id, traits,
      ${names.map((name) => `(profiles.${name} IS NOT NULL AND ${name}.text IS NULL)`).join(' OR ')} AS lacks_text,
      ${names.map((name) => `${name}.text AS ${name}`).join(', ')} FROM profiles
    ${names.map((name) => `LEFT JOIN texts AS ${name} ON ${name}.id = profiles.${name}`).join(' ')}`;
  const read = database.prepare(`${select} WHERE profiles.id = ?`);
  const readNewest = database.prepare(`${select} ORDER BY profiles.id DESC LIMIT ${mostRemembered}`);
  const ids = new Map<string, number>();
  const profiles = new Map<number, Profile>();
  let isAhead = false;
  /** Mostly the next event's profile, too. */
  let latest: { readonly profile: Profile; readonly id: number } | null = null;

  return {
    idOf(event) {
      if (latest !== null && isSameProfile(latest.profile, event)) return latest.id;
      const key = toKey(event);
      let id = ids.get(key);
      if (id === undefined) {
        const values = [
          texts.idOf(event.sessionId),
          texts.idOf(event.model),
          texts.idOf(event.source),
          texts.idOf(event.provider),
          texts.idOrNull(event.project),
          texts.idOrNull(event.branch),
          texts.idOrNull(event.entrypoint),
          texts.idOrNull(event.agentVersion),
          toTraits(event),
        ];
        let row = find.get(...values);
        if (row === undefined) {
          add.run(...values);
          row = find.get(...values);
        }
        id = Number(row?.['id']);
        if (ids.size >= mostRemembered) ids.clear();
        ids.set(key, id);
      }
      latest = { profile: event, id };
      return id;
    },
    profileOf(id) {
      let profile = profiles.get(id);
      if (profile === undefined) {
        const row = read.get(id);
        if (row === undefined) throw new InconsistentLedgerError(`the ledger lacks profile ${id}`);
        profile = toProfile(row);
        if (profiles.size >= 2 * mostRemembered) profiles.clear();
        profiles.set(id, profile);
      }
      return profile;
    },
    readAhead() {
      if (isAhead) return;
      isAhead = true;
      for (const row of readNewest.all()) profiles.set(Number(row['id']), toProfile(row));
    },
    forget() {
      ids.clear();
      profiles.clear();
      isAhead = false;
      latest = null;
    },
  };
}

function toKey(event: Profile): string {
  const { source, provider, model, sessionId, project, branch, entrypoint, agentVersion } = event;
  // No text of a ledger holds a NUL or half a surrogate pair.
  return [
    `${sessionId}\0${model}\0${source}\0${provider}\0${toTraits(event)}`,
    `${project ?? unknown}\0${branch ?? unknown}\0${entrypoint ?? unknown}\0${agentVersion ?? unknown}`,
  ].join('\0');
}

function toTraits(event: Profile): number {
  return (
    (event.isSidechain ? traits.sidechain : 0) |
    (event.isCopy ? traits.copy : 0) |
    (event.speed === 'fast' ? traits.fast : 0) |
    (event.isRegional ? traits.regional : 0) |
    (tiers.indexOf(event.tier) << traits.tierShift)
  );
}

function toProfile(row: SqliteRow): Profile {
  const bits = Number(row['traits']);
  if (row['lacks_text'] !== 0) throw new InconsistentLedgerError(`the ledger lacks a text of profile ${row['id']}`);
  const toText = (name: string): string => String(row[name]);
  const toTextOrNull = (name: string): string | null => (row[name] === null ? null : toText(name));
  return {
    source: toText('source'),
    provider: toText('provider'),
    model: toText('model'),
    sessionId: toText('session'),
    project: toTextOrNull('project'),
    branch: toTextOrNull('branch'),
    entrypoint: toTextOrNull('entrypoint'),
    agentVersion: toTextOrNull('agent_version'),
    isSidechain: (bits & traits.sidechain) !== 0,
    isCopy: (bits & traits.copy) !== 0,
    speed: (bits & traits.fast) !== 0 ? 'fast' : 'standard',
    tier: tiers[bits >> traits.tierShift] ?? 'standard',
    isRegional: (bits & traits.regional) !== 0,
  };
}
