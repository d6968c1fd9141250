import type { AccountId, ModelId, ProviderId, SessionId, SourceId } from './ids.ts';

/** The serving speed requested from the provider; speeds differ in price. */
export type ServingSpeed = 'standard' | 'fast';

/** What reported a response: the agent's own log, or, where that never had it, the agent's telemetry or another tool. */
export type UsageOrigin = 'log' | 'telemetry' | 'imported';

/** The provider's service tier; `standard` when the log does not say. */
export type ServiceTier = 'standard' | 'priority' | 'flex' | 'batch';

/**
 * Describes a profile field. To add a field, add one entry to `profileFields`, with the next schema version as `since`:
 * ledgers of released versions do not have it.
 */
interface ProfileField {
  readonly kind: 'text' | 'choice';
  /**
   * `price`: prices depend on it, so no sum ever mixes two of its values. `group`: reports may group by it, so sums
   * keep it apart on request. `detail`: only the event itself has it.
   */
  readonly role: 'price' | 'group' | 'detail';
  /** Its value when nothing says otherwise, and in a sum that mixes its values. */
  readonly defaultValue: string | boolean | null;
  /** Its name in reports that group by it; omitted where none do. */
  readonly report?: string;
  /** The name of the filter by it in queries; omitted where there is none. Its command line option is `report`. */
  readonly filter?: string;
  /** What stands for null in filters and in places that have no null. */
  readonly nullName?: string;
  /** It names a person or something of theirs: the ledger encrypts it if the person wants that. */
  readonly isName?: true;
  /** Reports may split their rows by it. */
  readonly isSplit?: true;
  /**
   * The first ledger schema version that has it; omitted for fields that were always there. Such a field is optional,
   * since older profiles have no value for it.
   */
  readonly since?: number;
}

/** A string in its own ledger column. */
interface TextField extends ProfileField {
  readonly kind: 'text';
  readonly column: string;
}

/**
 * One of a few values. The ledger stores its index in some bits of a number that all choices share. Values may be
 * appended while the bits have room.
 */
interface ChoiceField extends ProfileField {
  readonly kind: 'choice';
  readonly values: readonly (string | boolean)[];
  readonly shift: number;
  readonly bits: number;
}

/** A string that every event has. */
const text = <Value extends string>() => ({ kind: 'text', defaultValue: '' as Value }) as const;
/** A string that is null where the log does not say. */
const optionalText = <Value extends string>() => ({ kind: 'text', defaultValue: null as Value | null }) as const;
const flag = (bit: number) =>
  ({ kind: 'choice', values: [false, true], shift: bit, bits: 1, defaultValue: false as boolean }) as const;
const choice = <Value extends string>(shift: number, bits: number, defaultValue: Value, others: readonly Value[]) =>
  ({ kind: 'choice', values: [defaultValue, ...others], shift, bits, defaultValue }) as const;

/**
 * The fields that depend on the owner of a response: where it belongs and how it was served. Everything that needs to
 * know these fields is derived from this table: the types of events and cells, comparison, packing between threads, the
 * ledger's columns and their migration, and what reports can group by. Order matters: the first field that differs
 * decides ties between owners.
 */
export const profileFields = {
  /** Part of a subagent's conversation. */
  isSidechain: { ...flag(0), role: 'group' },
  /** The row states that it was copied from another session. */
  isCopy: { ...flag(1), role: 'detail' },
  sessionId: { ...text<SessionId>(), role: 'group', column: 'session', report: 'session' },
  /** Working directory of the session. Never opened, only shown. */
  project: {
    ...optionalText(),
    role: 'group',
    column: 'project',
    report: 'project',
    filter: 'projects',
    isSplit: true,
    isName: true,
  },
  branch: { ...optionalText(), role: 'group', column: 'branch', report: 'branch', isName: true },
  model: { ...text<ModelId>(), role: 'price', column: 'model', report: 'model', filter: 'models', isSplit: true },
  provider: { ...text<ProviderId>(), role: 'price', column: 'provider' },
  /** How the agent was started, in its own words: a terminal, an editor, a program. */
  entrypoint: { ...optionalText(), role: 'group', column: 'entrypoint', report: 'entrypoint' },
  agentVersion: { ...optionalText(), role: 'detail', column: 'agent_version' },
  speed: { ...choice<ServingSpeed>(2, 1, 'standard', ['fast']), role: 'price' },
  tier: { ...choice<ServiceTier>(4, 2, 'standard', ['priority', 'flex', 'batch']), role: 'price' },
  /** Served with a regional guarantee that costs extra. */
  isRegional: { ...flag(3), role: 'price' },
  /**
   * The usage of a whole session, because its agent records nothing finer: its size says nothing about that of prompts.
   */
  isSum: { ...flag(6), role: 'price' },
  source: { ...text<SourceId>(), role: 'price', column: 'source', report: 'source' },
  /** Two bits, to leave room for another value. */
  origin: { ...choice<UsageOrigin>(7, 2, 'log', ['telemetry', 'imported']), role: 'group' },
  /**
   * Which subagent of the session asked, as the log names it. Null for the session's own thread, and beside
   * `isSidechain` where the log, or an older version of us, does not say which: unknown, not none. It stands before the
   * device, so that it is the same whichever machine's copy owns the response.
   */
  subagent: { ...optionalText(), role: 'group', column: 'subagent', since: 11 },
  /**
   * The session that started this one as its subagent, where an agent keeps a subagent as a session of its own. Null for
   * a session that a person started, and beside `isSidechain` where it is unknown.
   */
  parentSession: { ...optionalText<SessionId>(), role: 'group', column: 'parent_session', since: 11 },
  /** The account with the provider; null when neither the log nor its location says which. */
  account: {
    ...optionalText<AccountId>(),
    role: 'group',
    column: 'account',
    report: 'account',
    filter: 'accounts',
    since: 7,
    isName: true,
  },
  /** The machine the agent ran on: a WSL distribution, or a name from the settings; null for this machine itself. */
  device: {
    ...optionalText(),
    role: 'group',
    column: 'device',
    report: 'device',
    filter: 'devices',
    nullName: 'local',
    since: 7,
    isName: true,
  },
} as const satisfies Readonly<Record<string, TextField | ChoiceField>>;

type Fields = typeof profileFields;

/** The name of a profile's field. */
export type ProfileFieldName = keyof Fields;

/** The values of all fields. */
export type Profile = { readonly [Name in ProfileFieldName]: Fields[Name]['defaultValue'] };

type NamesOfRole<Role extends ProfileField['role']> = {
  [Name in ProfileFieldName]: Fields[Name]['role'] extends Role ? Name : never;
}[ProfileFieldName];

/** A field that sums can be grouped by. */
export type GroupField = NamesOfRole<'group'>;

/** The fields that sums keep: all except details. */
export type ProfileDimensions = Pick<Profile, NamesOfRole<'price' | 'group'>>;

/** The report names of fields that reports can group by. */
export type ReportField = {
  [Name in ProfileFieldName]: Fields[Name] extends { readonly report: infer Report } ? Report : never;
}[ProfileFieldName];

/** The report names of fields that reports can split rows by. */
export type SplitField = {
  [Name in ProfileFieldName]: Fields[Name] extends { readonly report: infer Report; readonly isSplit: true }
    ? Report
    : never;
}[ProfileFieldName];

/** The report names of fields that may be null. */
export type NullableReportField = {
  [Name in ProfileFieldName]: Fields[Name] extends { readonly report: infer Report }
    ? null extends Fields[Name]['defaultValue']
      ? Report
      : never
    : never;
}[ProfileFieldName];

/** The report names of fields that usage can be filtered by. */
export type FilterField = {
  [Name in ProfileFieldName]: Fields[Name] extends { readonly report: infer Report; readonly filter: string }
    ? Report
    : never;
}[ProfileFieldName];

/** The names of filters in queries. */
export type FilterName = {
  [Name in ProfileFieldName]: Fields[Name] extends { readonly filter: infer Filter } ? Filter : never;
}[ProfileFieldName];

const entries = Object.entries(profileFields) as readonly (readonly [ProfileFieldName, TextField | ChoiceField])[];

/** All field names, in table order. */
export const profileFieldNames: readonly ProfileFieldName[] = entries.map(([name]) => name);

/**
 * Builds an object from its properties. V8 turns objects that are filled one computed name at a time into hash tables,
 * which are slow to read and to spread; parsed objects stay fast. Values must be strings, booleans or null.
 */
export function toFastObject(properties: readonly (readonly [string, string | boolean | null])[]): unknown {
  return JSON.parse(JSON.stringify(Object.fromEntries(properties)));
}

/** A profile with nothing known. Log readers start from it and set what their logs say. */
export const defaultProfile = toFastObject(entries.map(([name, { defaultValue }]) => [name, defaultValue])) as Profile;

/** The string fields, with their columns. */
export const textFields = entries.flatMap(([name, field]) =>
  field.kind === 'text' ? [{ name, ...field, isNullable: field.defaultValue === null }] : [],
);

/** The choice fields, with their bits. */
export const choiceFields = entries.flatMap(([name, field]) => (field.kind === 'choice' ? [{ name, ...field }] : []));

/** The names of all fields that sums keep. */
export const dimensionNames = entries.flatMap(([name, { role }]) =>
  role === 'detail' ? [] : [name as keyof ProfileDimensions],
);

/** The names of all fields that sums can be grouped by. */
export const groupFields = entries.flatMap(([name, { role }]) => (role === 'group' ? [name as GroupField] : []));

/** Maps report names to fields. */
export const fieldOfReport = Object.fromEntries(
  entries.flatMap(([name, { report }]) => (report === undefined ? [] : [[report, name]])),
) as Readonly<Record<ReportField, keyof ProfileDimensions>>;

/** The fields that usage can be filtered by. */
export const filterFields = entries.flatMap(([name, { report, filter, nullName = null }]) =>
  report === undefined || filter === undefined
    ? []
    : [
        {
          name: name as keyof ProfileDimensions,
          report: report as FilterField,
          filter: filter as FilterName,
          nullName,
        },
      ],
);

/** The report names that rows can be split by. */
export const splitFields = entries.flatMap(([, { report, isSplit }]) =>
  report !== undefined && isSplit ? [report as SplitField] : [],
);
