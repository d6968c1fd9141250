import { resolveDataFolder } from '../system/resolve-data-folder.ts';

/** The data folder that arguments name, before they have been parsed, or after parsing failed. */
export function findRequestedDataFolder(
  args: readonly string[],
  variables: Readonly<Record<string, string | undefined>>,
): string {
  return resolveDataFolder(
    findValue(args, '--data') ?? (variables['FUELGAUGE_DATA'] || null),
    findValue(args, '--home'),
  );
}

function findValue(args: readonly string[], name: string): string | null {
  const index = args.findLastIndex((arg) => arg === name || arg.startsWith(`${name}=`));
  const found = args[index];
  if (found === undefined) return null;
  return found === name ? (args[index + 1] ?? null) : found.slice(name.length + 1);
}
