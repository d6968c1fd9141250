/** Forms of `fuelgauge status`. */
export const statusFormats = ['text', 'json', 'waybar'] as const;
export type StatusFormat = (typeof statusFormats)[number];

/** The options of `fuelgauge status`. */
export interface StatusOptions {
  readonly format: StatusFormat;
  /** Null: the usual one. */
  readonly template: string | null;
  readonly isCompact: boolean;
  /** Null: the app's own. */
  readonly dataFolder: string | null;
}

/**
 * The options of `fuelgauge status` if its arguments are nothing but those that a file answers; null for any other command
 * and whatever takes the whole command line: wrong usage, help, `--read`.
 */
export function parseStatusOptions([command, ...args]: readonly string[]): StatusOptions | null {
  if (command !== 'status') return null;
  let options: StatusOptions = { format: 'text', template: null, isCompact: false, dataFolder: null };
  for (let index = 0; index < args.length; index += 1) {
    const argument = args[index]!;
    if (argument === '--json') options = { ...options, format: 'json' };
    else if (argument === '--compact') options = { ...options, isCompact: true };
    else {
      const [, name = '', attached] = /^(--[a-z]+)(?:=([\s\S]*))?$/.exec(argument) ?? [];
      if (attached === undefined) index += 1;
      const next = withValue(options, name, attached ?? args[index]);
      if (next === null) return null;
      options = next;
    }
  }
  return options;
}

function withValue(options: StatusOptions, name: string, value: string | undefined): StatusOptions | null {
  if (value === undefined || value === '') return null;
  if (name === '--template') return { ...options, template: value };
  if (name === '--data') return { ...options, dataFolder: value };
  const format = name === '--format' ? statusFormats.find((each) => each === value) : undefined;
  return format === undefined ? null : { ...options, format };
}
