/** A key press, as a page sees it. */
export interface KeyPress {
  /** The key by its place, such as `KeyF`, whatever it types. */
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  readonly metaKey: boolean;
}

const namedKeys: Readonly<Record<string, string>> = {
  Space: 'Space',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  Home: 'Home',
  End: 'End',
  PageUp: 'PageUp',
  PageDown: 'PageDown',
  Insert: 'Insert',
};

/**
 * Keys as Electron writes them (https://www.electronjs.org/docs/latest/api/accelerator): one to four modifiers, one key.
 * Shift alone is no modifier: those keys would no longer type.
 */
export const acceleratorPattern =
  /^(?=.*(?:Control|Alt|Super)\+)(?:Control\+)?(?:Alt\+)?(?:Shift\+)?(?:Super\+)?(?:[A-Z\d]|F(?:[1-9]|1\d|2[0-4])|Space|Up|Down|Left|Right|Home|End|PageUp|PageDown|Insert)$/;

/** The keys of a press; null while it is no combination that could be a shortcut. */
export function toAccelerator(press: KeyPress): string | null {
  const key = toKey(press.code);
  if (key === null) return null;
  const modifiers = [
    press.ctrlKey ? ['Control'] : [],
    press.altKey ? ['Alt'] : [],
    press.shiftKey ? ['Shift'] : [],
    press.metaKey ? ['Super'] : [],
  ].flat();
  const text = [...modifiers, key].join('+');
  return acceleratorPattern.test(text) ? text : null;
}

function toKey(code: string): string | null {
  const typed = /^(?:Key|Digit)([A-Z\d])$/.exec(code)?.[1];
  if (typed !== undefined) return typed;
  return /^F\d{1,2}$/.test(code) ? code : (namedKeys[code] ?? null);
}
