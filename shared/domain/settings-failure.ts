/** Why the system did not switch launching at login. `code` is the system's own, null where it gave none. */
export type LoginItemFailure =
  | { readonly kind: 'login-item-not-added' | 'login-item-needs-approval' | 'login-item-not-removed' }
  | { readonly kind: 'login-item-file-not-written'; readonly file: string; readonly code: string | null };

/** Why settings were not changed; none of them was. `shared/messages` has the words. */
export type SettingsFailure =
  { readonly kind: 'read-only' | 'not-written' | 'command-from-page' | 'shortcut-taken' } | LoginItemFailure;
