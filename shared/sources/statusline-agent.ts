import type { AgentStatus, StatusTask } from '../domain/agent-status.ts';
import type { SourceId } from '../domain/ids.ts';
import type { JsonRecord } from '../lib/json-record.ts';
import type { HostEnvironment } from './source.ts';

/** An agent that runs a command of the person's to draw a line below its prompt. Everything specific to it is here. */
export interface StatuslineAgent {
  readonly source: SourceId;
  readonly label: string;
  /** Reads what it passes to the command, from any version. Never throws; what is missing or odd is null. */
  parseStatus(payload: JsonRecord, variables: HostEnvironment['variables']): AgentStatus;
  /** The tasks of a payload for the line of each task; null when the payload is not one. Never throws. */
  parseTasks(payload: JsonRecord): readonly StatusTask[] | null;
  /** What a capture keeps of a payload: limits and context as the agent sent them, and no text. */
  toCapture(payload: JsonRecord): JsonRecord;
  /** The command's answer for the line of each task. */
  formatTasks(lines: readonly { readonly id: string; readonly content: string }[]): string;
  /** How many tool servers (MCP) a project's own file names; null when the text is not such a file. */
  countServers(text: string): number | null;
  /** The name of that file in the project's folder. */
  readonly serversFile: string;
  /** Its settings file, absolute, which contains the command. */
  settingsFile(host: HostEnvironment): string;
  /** Settings files that take precedence in a folder in which the agent runs, strongest first. */
  strongerFiles(folder: string, platform: HostEnvironment['platform']): readonly string[];
  /** The member of the settings file that holds the command: an object with these members, of which `command` is one. */
  readonly settingsKey: string;
  /** The same for the line of each task. */
  readonly tasksKey: string;
  /** A member that turns the line off when it is true. */
  readonly disablingKey: string;
  /** The value for a command, keeping the options of the present one. Null when the present value is not understood. */
  toSetting(command: string, present: unknown): JsonRecord | null;
  /** A made-up payload of a session in a folder, for previews. */
  toSample(nowMs: number, folder: string): JsonRecord;
  /** The command in a value; null when it has none. */
  findCommand(value: unknown): string | null;
}
