import type { FilterField } from '../../../domain/profile-fields.ts';
import { reportKeys } from '../../../domain/report.ts';
import { budgetHelp } from './budget.ts';
import { ccusageWords } from './ccusage.ts';
import { checkHelp } from './check.ts';
import { configHelp } from './config.ts';
import { monitorHelp } from './monitor.ts';
import { runHelp } from './run.ts';
import { serviceHelp } from './service.ts';

const commands = {
  report: {
    summary: `tokens and API-equivalent cost by ${reportKeys.slice(0, -1).join(', ')} or ${reportKeys.at(-1)}`,
    details: 'A week is named after its first day. JSON has one row per key and source, with exact token counts.',
  },
  blocks: {
    summary: '5-hour blocks, and where the active one is heading',
    details: 'A start marked with ~ is estimated from the logs; the others were reported by the provider.',
  },
  sessions: {
    summary: 'sessions with their project, models, tokens and cost, newest last',
    details: 'Long ids and folders are shortened to fit the terminal; JSON has them in full.',
  },
  limits: {
    summary: "your providers' own limits: how much is left and when they reset",
    details:
      "Limits are known only where an agent, or its provider's app, writes them to this computer. A stale reading may be " +
      'out of date. "--ask" runs the agents\' own programs, which ask their providers with their own logins.',
  },
  forecast: {
    summary: 'how the active blocks, the day, the week and your limits will probably end',
    details:
      'All are estimates from what you did at such times before. Eight in ten totals end within the interval; ' +
      '"fuelgauge backtest" shows whether they did. Of a limit whose reading is stale, it does not say whether it runs out.',
  },
  backtest: {
    summary: 'how good these forecasts, and simpler ones, would have been for you so far',
    details:
      'Replays your history as if live, a forecast every 15 minutes. Lower pinball loss is better; of the 80% intervals, ' +
      '80% should hold. --json has everything.',
  },
  processes: {
    summary: 'running agents, with the CPU and memory of everything they started',
    details:
      'CPU is a percentage of one core, measured over a moment. "processes end PID" ends an agent, or what one left ' +
      'behind, with everything it started; it asks first. "processes pause PID" and "processes resume PID" pause an ' +
      'agent and let it continue. On Windows, folders are not known, and nothing can be paused.',
  },
  open: {
    summary: 'the terminal in which a session runs',
    details:
      'Works in tmux, kitty with remote control, WezTerm, iTerm2 and Terminal; of Windows Terminal and VS Code, the window ' +
      'comes to the front. A session that no window shows is named with the command that attaches to it.',
  },
  apps: {
    summary: 'time with AI apps in front, and how often AI tools were called in shells',
    details:
      'Off until you switch it on in the settings. Only names, times and numbers are kept. Costs are guesses: time at a rate ' +
      'an hour that you can change.',
  },
  sites: {
    summary: 'time on AI sites, and requests to AI APIs that a browser sent',
    details:
      'Off until you switch it on in the settings. Only the listed domain is kept, never an address or a title. Of a history, ' +
      'time is estimated: visits less than half an hour apart are one stay.',
  },
  reconcile: {
    summary: 'what logs say beside what telemetry said, by day and model, and why they differ',
    details:
      'Only days with telemetry are compared. Every difference has a class, and the classes add up. With --csv, an export of ' +
      "Anthropic's or OpenAI's console is compared instead; nothing of it is kept.",
  },
  sources: {
    summary: 'every agent that Fuelgauge knows, whether it was found, and what its logs hold',
    details: '"exact" means the tokens of every request. Where logs hold less, the last column says what is missing.',
  },
  doctor: {
    summary: 'which folders were searched, what was read, merged and skipped, and why',
    details: 'Start here when a number looks wrong. The output contains no prompt text.',
  },
  import: {
    summary: 'history and settings of other tools, or usage from a file that you downloaded',
    details:
      'Without a tool, lists what is found on this computer. Requests are counted once, however often they are ' +
      'imported; sums fill only days without logs. Only numbers are kept. cursor: the usage export (CSV) of its dashboard.',
  },
  explain: {
    summary: 'where a limit, a block, a forecast or a cost comes from: which readings, which rule, which error before',
    details: 'Two places that disagree are both shown; the newer observation counts.',
  },
  alerts: {
    summary:
      'what was raised and sent where (list), a test on a channel (test), what rules would have raised (dry-run)',
    details:
      'Channels and rules are in settings.json. A secret is read from FUELGAUGE_SECRET_<ID> or from secrets.json.',
  },
  guard: {
    summary: 'sessions that reached the limit you set: list them, let one go on (lift), or let an agent ask (install)',
    details:
      'With the settings that it prints, an agent says when a session waits, has finished or failed, and a session that ' +
      'reached its limit stops at its next step: Claude Code at once, Codex at the next prompt, and until then without ' +
      'tools. Prompts are not kept. "guard uninstall" undoes this.',
  },
  call: {
    summary: "the answer to any query of the app's own contract, as JSON",
    details: 'The answer is the one that the app itself gets: the JSON of schema 2.',
  },
  check: {
    summary: 'whether enough is left of your limits, as an exit code for scripts',
    details:
      'Exits with 0 if enough is left, 10 if less than --min-remaining is, 11 if nothing is, 20 if the readings are too ' +
      'old to tell, and 30 if no limit is known, or one of --window is not. Where a provider reports no limit, the plan or ' +
      'limit in the settings counts.',
  },
  budget: {
    summary: 'what is spent of your budgets for the day, the week and the month',
    details:
      'With --check it exits with 0 if enough is left, 10 if less than --min-remaining is, 11 if a budget is spent, 20 if a ' +
      'price is not known, and 30 if no budget is set.',
  },
  run: {
    summary: 'what one run of a command cost: tokens, money, CPU time and peak memory',
    details:
      'Runs the command after --, passes signals on, and ends with its exit code. Counts what was logged meanwhile by sessions ' +
      'in this folder. The summary, or the JSON, goes to standard error or into --output; on Windows, start scripts by "cmd /c".',
  },
  prices: {
    summary: 'the prices behind the costs, and where the price of a model comes from',
    details: '"prices update" loads a newer list; without it, nothing is ever loaded.',
  },
  ccusage: {
    summary: 'the reports of ccusage, with its options and its JSON, for scripts that use it',
    details: 'Without --json, the tables are those of "report" and "blocks". The numbers are always ours.',
  },
  'claude-monitor': {
    summary: 'the live view with the options of claude-monitor, for those who are used to them',
    details: 'It is "watch", for Claude Code alone. The README of the command says what differs.',
  },
  top: {
    summary: 'a live view of running agents and their processes',
    details: 'Press c, m or a to sort by CPU, memory or age, t for every process, q to end.',
  },
  watch: {
    summary: 'a live view of limits, blocks, burn rate, sessions and processes',
    details:
      'Runs until q or Ctrl-C; the keys are explained below the view. With --json it prints one object per line, whenever ' +
      'something changes.',
  },
  serve: {
    summary: 'the same answers over HTTP, for scripts, dashboards and other machines',
    details:
      'Serves this computer only, unless --host says otherwise; then every request needs a token, and the connection ' +
      'is TLS. Runs until Ctrl-C; changes that you save in settings.json apply at once.',
  },
  config: {
    summary: 'settings that differ from the defaults, and where they come from; settings as a file',
    details:
      '"config check" lists every setting. Options stand above the environment, which stands above settings.json. Secrets are never printed. Exits with 1 if ' +
      'something cannot be used.',
  },
  service: {
    summary: 'whether "fuelgauge serve" runs in the background; installs or uninstalls it',
    details:
      'By systemd (of your own user), launchd or the Task Scheduler, which start it again when it fails. "install" shows the ' +
      'exact file first. "uninstall" gives back what was before.',
  },
  status: {
    summary: 'what is left in one line, for tmux, Waybar or i3, without reading anything but one small file',
    details:
      'The app or "fuelgauge serve" keeps the file up to date; a line that is no longer kept up to date shows its age. --read ' +
      'reads the logs instead, which takes longer.',
  },
  statusline: {
    summary: "a line for an agent's prompt: limits, context, cost, branch and more",
    details:
      'Without an action it draws the line for the JSON that the agent passes on standard input. "install" enters it into ' +
      'the settings of the agent after showing the change; your own command still runs first. "uninstall" gives back the ' +
      'same bytes.',
  },
  mcp: {
    summary: 'what is left, for agents that ask by the Model Context Protocol',
    details:
      'An agent starts it by itself: claude mcp add fuelgauge -- fuelgauge mcp. Names of projects, branches and accounts ' +
      'are replaced by hashes unless --show-names is given.',
  },
  otel: {
    summary: 'the settings with which an agent sends its telemetry to the server',
    details:
      'Prints them, or writes them with --write, after showing the change and asking. The server reads numbers only ' +
      'and drops prompts. It needs a token with the scope ingest: with --write one is made.',
  },
  proxy: {
    summary: 'usage and budgets that a LiteLLM proxy reports',
    details:
      'Nothing is asked until you give an address and a key. What a log has too counts once; what no log can be joined to ' +
      'is compared by "fuelgauge reconcile". Budgets become limits. A running server asks by itself (setting proxy.address).',
  },
  encryption: {
    summary: 'whether names in the ledger are encrypted',
    details:
      'Projects, branches, accounts, machines and paths of log files; never numbers, agents or models. The key is ' +
      'FUELGAUGE_DB_KEY, or one that is generated and stored with your secrets. First quit every program that writes to the ledger.',
  },
  completion: {
    summary: 'a script that lets a shell complete these commands and options',
    details:
      'For bash, add to ~/.bashrc: source <(fuelgauge completion bash). The script says how the other shells load it. ' +
      'Nothing is started when you press Tab.',
  },
  token: {
    summary: 'the tokens that let programs use the server',
    details: 'A token is shown once, when it is created. Fuelgauge keeps only its hash.',
  },
};

const statusline = {
  action: 'what to do; without it, draw the line',
  preset: 'which widgets to show',
  template: 'widgets in braces with text between them, such as "{model} | {context}{flex}{limits}"; \\n begins a line',
  style: 'how widgets are separated',
  budget: 'dollars a day for the widget {cost.budget}',
  tasks: 'draw the line of each task, too',
  replace: 'take over the status line of another installation of Fuelgauge',
  yes: 'change the file without a question',
};

const otel = {
  agent: (ids: readonly string[]): string => `one of ${ids.join(', ')}`,
  install: 'prints what to set, and where, or writes it',
  uninstall: 'takes out what install has written',
  write: 'write them into the settings of the agent, after a question',
  yes: 'write them without a question',
  endpoint: 'where the server is',
  token: 'a token with the scope ingest',
};

const guard = {
  list: 'the sessions that are stopped',
  lift: 'lets a session continue',
  settings: 'prints what to add to the settings of an agent, and where',
  install: "writes it into the agent's own file; shows the change and asks first",
  uninstall: 'takes it out again',
  yes: 'change the file without a question',
};

const proxy = {
  pull: 'asks the proxy for its usage and keeps what is new',
  key: 'keeps the key that the proxy is asked with; an empty one removes it',
  address: 'where the proxy is, such as https://proxy.example',
  days: 'how many days up to today (UTC)',
  counted: 'count responses that no log can be joined to: only if none of these agents is read here',
  wrongDays: 'It must be a number of days from 1 to 366.',
};

const encryption = {
  status: 'how names are stored, and where the key is',
  on: 'encrypts them, and wipes the old ones from the files',
  off: 'decrypts them, and removes the stored key',
  rotate: 'encrypts them with a new key',
};

const bundle = {
  file: 'write one archive to attach to a report, after showing all of it; without paths or names',
  yes: 'write it without asking',
};

const status = {
  compact: 'only what matters most, as short as possible',
  template: 'widgets of the status line in braces, such as "{limits:all} | {cost.day}"',
  format: 'text, or what Waybar reads from a module with return-type json',
  read: 'read the logs instead of the file',
};

const tokens = {
  create: 'creates a token and prints it once',
  name: 'for the list, such as the program that uses it',
  list: 'lists all tokens, without their secrets',
  pair: 'shows a QR code with which a phone gets a token that reads',
  revoke: 'revokes a token at once',
};

/** What `fuelgauge processes` does to processes. */
const processActions = {
  end: 'end an agent, or what one left behind, with everything it started',
  pause: 'pause an agent with everything it started (not on Windows)',
  resume: 'let a paused agent continue',
};

const options = {
  tree: 'every process of each agent, below it',
  ask: 'first ask the agents that the settings allow to be asked',
  yes: 'do not ask',
  forget: 'delete everything that was noted of these, after a question; this cannot be undone',
  yesForget: 'with --forget: do not ask',
  json: 'print JSON instead of text',
  schema: 'of the JSON: 1 has ISO 8601 times and US dollars, 2 has the units of the app itself',
  since: 'first day to include, such as 2026-05-01 or 20260501',
  until: 'last day to include',
  timeZone: 'time zone of days and times, such as Europe/Berlin (default: from your settings)',
  source: (ids: readonly string[]): string => `only this agent: ${ids.join(', ')}`,
  costMode:
    'where costs come from: calculate (tokens at list prices), display (the log only), auto (the log if it has a ' +
    'cost, otherwise calculated)',
  home: 'read the logs below this home folder instead of yours',
  noDefaults: 'without the options in cli-defaults.json of the data folder',
  noPager: 'write long text to the terminal at once, not through $PAGER or less',
  hyperlinks: 'make folders and files in tables links that a terminal opens; never in a pipe',
  data: "keep the ledger in this folder instead of the app's",
  by: 'what each row stands for; several, such as day,project, give a row for each combination',
  instances: 'a row for each project of the day, week or month: the same as adding project to --by',
  filters: {
    project: 'only projects whose folder matches, such as shop or "/home/ada/clients/**"; can be repeated',
    model: 'only models whose name matches, such as "claude-opus-*"; can be repeated',
    account: 'only accounts whose id matches; can be repeated',
    device: 'only machines whose name matches, such as "wsl:*"; local is this one; can be repeated',
  } satisfies Readonly<Record<FilterField, string>>,
  excludeProject: 'no projects whose folder matches; can be repeated',
  order: 'asc: newest at the bottom (default); desc: newest at the top',
  last: 'only the last n days, weeks or months up to today or --until; otherwise the n most recent rows',
  breakdown: 'list the models of every row below it',
  noCost: 'leave out costs',
  compact: 'leave out the less important columns',
  columns: 'the columns to show, in this order, such as source,total,cost; a wrong name lists them all',
  csv: 'print CSV with exact numbers',
  markdown: 'print a Markdown table',
  html: 'print a self-contained web page, which loads nothing and runs no scripts',
  id: 'only sessions whose id begins like this; can be repeated',
  writeState: 'also keep this file up to date for other programs: the JSON of --json, always whole',
  active: 'only the active blocks',
  recent: 'only blocks of the last three days, and the active ones',
  tokenLimit: 'show how much of this many tokens each block used; max takes the largest completed block',
  host: 'address to listen on (default: 127.0.0.1, which only this computer reaches)',
  port: 'port to listen on; 0 for any free one',
  webMode: 'the same as --host 0.0.0.0 --port 8080; alone it means serve',
  pairingAddress: 'how the phone reaches the server, such as https://192.168.1.5:8377',
  showNames: 'show the names of projects, branches and accounts',
  scope: 'what the token is for: read, ingest telemetry, or admin for everything; can be repeated',
  preview: 'say what an import would do, and change nothing',
  remove: 'remove what was imported from this tool, and give settings their earlier values',
};

const watch = {
  view: 'what to show first: what is left now, days, months, sessions or processes',
  theme: 'colors: auto asks the terminal for its background, classic uses the colors that you set there',
  refreshRate: 'seconds between redraws of times and ages, 1 to 60',
  refreshPerSecond: 'at most this many redraws a second while something changes, 0.1 to 20',
  title: 'show what is left in the title of the terminal',
  once: 'show it once and exit',
};

const prices = {
  list: 'the price list in use',
  explain: 'where the price of a model comes from',
  model: 'the name of a model, as an agent logs it',
  update: 'load a newer price list, from LiteLLM on GitHub or from a file',
  from: 'a file or an https address instead',
  reset: 'use the prices that come with Fuelgauge again',
};

const args = {
  shell: (names: readonly string[]): string => `one of ${names.join(', ')}`,
  alertAction: (names: readonly string[]): string => `one of ${names.join(', ')}`,
  channel: 'the id of a channel of the settings, for test',
  query: (names: readonly string[]): string => `one of ${names.join(', ')}`,
  pid: 'the PID of an agent, or of a process that one started or left behind',
  runningSession: 'the id of a session or the beginning of it, or the PID of its agent',
  tool: (names: readonly string[]): string => `one of ${names.join(', ')}`,
  file: 'the file to import; without it, the one that the tool keeps on this computer',
  argument: 'what the query takes, as a JSON object; without it, everything',
};

const didYouMean = (suggestion: string | undefined): string =>
  suggestion === undefined ? '' : ` (did you mean ${suggestion}?)`;

const wrongUsage = {
  alertAction: (name: string, names: readonly string[]): string =>
    `unknown action '${name}'. Allowed choices are ${names.join(', ')}.`,
  alertChannel: 'A channel belongs to test, and to nothing else: fuelgauge alerts test <channel>',
  json: (text: string): string => `this is not JSON: ${text}`,
  query: (name: string, names: readonly string[]): string =>
    `unknown query '${name}'. Allowed choices are ${names.join(', ')}.`,
  tool: (name: string, names: readonly string[]): string =>
    `nothing can be imported from '${name}'. Allowed choices are ${names.join(', ')}.`,
  importTool: 'name the tool',
  importFile: 'name the file to import, or use --remove without a file',
  previewedRemoval: '--preview changes nothing, so it cannot stand with --remove',
  day: 'It must be a day, such as 2026-05-01 or 20260501.',
  timeZone: 'It must be the name of a time zone, such as Europe/Berlin, America/New_York or UTC.',
  choice: (values: readonly string[]): string => `Allowed choices are ${values.join(', ')}.`,
  defaultsFile: {
    notJson: (file: string): string => `${file} is not JSON with an object of options for each command.`,
    command: (file: string, name: string): string => `${file} names "${name}", which is not a command.`,
    option: (file: string, command: string, name: string): string =>
      `${file} has "${name}" under "${command}", where it is not an option that can have a default.`,
    value: (file: string, name: string): string => `${file} has a value for "${name}" that this option does not take.`,
  },
  column: (name: string, names: readonly string[]): string =>
    `there is no column '${name}' here. The columns are ${names.join(', ')}.`,
  tokenName: (most: number): string => `It must have 1 to ${most} characters.`,
  zipFile: 'It must be the name of a zip file, such as report.zip.',
  columns: 'It must be names of columns, such as day,total,cost.',
  folder: 'It must be the name of a folder.',
  pid: 'It must be the number of a process, as "fuelgauge processes" lists it.',
  count: 'It must be a whole number above zero.',
  tokenLimit: 'It must be a whole number above zero, or max.',
  port: 'It must be a port number from 0 to 65535.',
  pairingAddress: 'It must be an address such as https://192.168.1.5:8377.',
  host: 'It must be an address or a host name.',
  endpoint: 'It must be the address of a server, such as http://127.0.0.1:8377.',
  usd: 'It must be an amount in dollars, such as 20 or 12.50.',
  percent: 'It must be a number from 0 to 100.',
  range: (min: number, max: number): string => `It must be a number from ${min} to ${max}.`,
  name: 'It must be a name.',
  glob: 'It must be a pattern, such as shop, "shop-*" or "/home/ada/**".',
  /** `instead`, a sentence, says what to do. */
  exclusive: (option: string, other: string, instead: string | null = null): string =>
    `${option} and ${other} cannot be used together${instead === null ? '' : `. ${instead}`}`,
  splitByModel: 'For the sums of each model, use: fuelgauge call report \'{"split":"model"}\'',
  noSchema: (command: string, version: number): string =>
    `${command} has no JSON of --schema ${version}. For the same facts, use: fuelgauge call ` +
    (command === 'apps' || command === 'sites' ? 'appsAndSites' : 'doctor'),
  span: (since: string, until: string): string =>
    `--since ${since} is after --until ${until}; it must be the same day or an earlier one`,
  unknownCommand: (name: string, suggestion: string | undefined, names: readonly string[]): string =>
    `unknown command '${name}'${didYouMean(suggestion)}. Allowed choices are ${names.join(', ')}.`,
  unknownOption: (option: string, suggestion?: string): string =>
    `unknown option '${option}'${didYouMean(suggestion)}. "fuelgauge --help" lists all options.`,
  missingArgument: (name: string): string => `the argument '${name}' is missing`,
  missingValue: (option: string): string => `the option '${option}' needs a value`,
  /** `reason`, a sentence, says what is allowed. */
  invalidValue: (option: string, value: string, reason: string): string =>
    `'${value}' is not a value of the option '${option}'. ${reason}`,
  invalidArgument: (argument: string, value: string, reason: string): string =>
    `'${value}' is not a value of the argument '${argument}'. ${reason}`,
  excessArguments: (command: string | undefined, values: string): string =>
    `too many arguments${command === undefined ? '' : ` for '${command}'`}: ${values}`,
};

/** Help texts of the command line and what it says about wrong usage. */
export function createCliHelpMessages() {
  return {
    about:
      'Shows how much of your AI coding limits is left, how fast you use it, what uses it and when it runs out. Reads ' +
      'only the logs that coding agents leave on this computer, and sends nothing anywhere.',
    after: `
Examples:
  fuelgauge report --since 2026-05-01    usage by day
  fuelgauge report --by project --json   usage by project, for scripts
  fuelgauge blocks --active              the active block and its forecast
  fuelgauge watch                        a live view; press Ctrl-C to stop

Costs are API-equivalent: what the tokens would cost at list prices. Text output rounds numbers and uses the currency from your settings. JSON output has exact token counts, and costs in US dollars (costUsd).
Exit codes: 0 success, 1 failure, 2 wrong usage.`,
    version: 'print the version',
    help: 'print help for a command',
    /** By the ones of the library that lays out the help page. */
    headings: {
      'Usage:': 'Usage:',
      'Arguments:': 'Arguments:',
      'Options:': 'Options:',
      'Global Options:': 'Options of all commands:',
      'Commands:': 'Commands:',
    },
    /** The headings of the manual page. */
    manPage: { name: 'NAME', synopsis: 'SYNOPSIS', commands: 'COMMANDS', optionsOfAll: 'OPTIONS OF ALL COMMANDS' },
    usage: { options: '[options]', command: '[command]' },
    ccusage: ccusageWords,
    budget: budgetHelp,
    monitor: monitorHelp,
    run: runHelp,
    config: configHelp,
    service: serviceHelp,
    check: checkHelp,
    prices,
    watch,
    choices: (values: readonly string[]): string => `choices: ${values.join(', ')}`,
    byDefault: (value: string): string => `default: ${value}`,
    note: (description: string, notes: readonly string[]): string => `${description} (${notes.join('; ')})`,
    description: (summary: string, details: string): string => `Shows ${summary}.\n${details}`,
    commands,
    tokens,
    guard,
    otel,
    proxy,
    bundle,
    reconcileExport: "compare a usage or cost export of Anthropic's or OpenAI's console (CSV); nothing is imported",
    encryption,
    status,
    statusline,
    arguments: args,
    processActions,
    options,
    wrongUsage,
  };
}
