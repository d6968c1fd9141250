const personal: ReadonlySet<string> = new Set(['session', 'project', 'repository', 'branch', 'account']);

/** Whether rows by this key have names that reveal a person's own work, unlike days, models or agents. */
export function isPersonal(key: string): boolean {
  return personal.has(key);
}
