/**
 * Why a file or folder could not be read. `error:…` carries the system's own code, e.g. `error:EBADMSG`, where we have
 * no better name.
 */
export type ReadFailure =
  | 'no-permission'
  | 'link-loop'
  | 'parent-not-a-folder'
  | 'is-a-folder'
  | 'other-file-system'
  | 'special-file-system'
  | 'not-a-file'
  | 'too-deep'
  | 'locked'
  | 'too-many-open-files'
  | 'disk-error'
  | 'path-too-long'
  | 'damaged-compression'
  | 'damaged-database'
  | 'incomplete-json'
  | 'too-large'
  | 'unknown-source'
  | 'unknown'
  | `error:${string}`;

/**
 * Why a folder's ledger cannot be used. `detail` is the runtime's own message (English), for failures we cannot name.
 */
export type StoreFailure =
  | { readonly kind: 'disk-full' | 'no-permission' | 'cannot-open' | 'locked' }
  /** The folder does not exist and cannot be created. */
  | { readonly kind: 'file-in-the-way' | 'link-loop' | 'path-too-long' | 'no-folders-allowed' }
  /** Something that is not a file has the name of one of the ledger's files. */
  | { readonly kind: 'not-a-file'; readonly path: string }
  | { readonly kind: 'other'; readonly detail: string };

/** Why this machine's processes could not be listed. `program` is the path of the system's tool. */
export type ProbeFailure =
  | { readonly kind: 'cannot-run' | 'unreadable-output'; readonly program: string }
  | { readonly kind: 'failed'; readonly program: string; readonly exitCode: number }
  | { readonly kind: 'timed-out'; readonly program: string; readonly timeoutMs: number }
  | { readonly kind: 'other'; readonly detail: string };
