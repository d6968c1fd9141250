/** Values that a page in a browser keeps between visits. */
export interface KeptValues {
  /** Null where nothing is kept, or the browser keeps nothing. */
  read(key: string): Promise<unknown>;
  /** Undefined removes it. Never rejects. */
  write(key: string, value: unknown): Promise<void>;
}

const storeName = 'values';

/**
 * Opens the page's IndexedDB. Unlike a cookie, nothing in it is ever sent automatically: a foreign page that makes this
 * browser send requests to our server brings no token along. Reading `indexedDB` throws where a page may not store
 * anything, hence the function.
 */
export function openKeptValues(getFactory: () => IDBFactory, name: string): KeptValues {
  let opening: Promise<IDBDatabase> | null = null;
  const open = (): Promise<IDBDatabase> => {
    opening ??= new Promise((resolve, reject) => {
      const request = getFactory().open(name, 1);
      request.onupgradeneeded = () => request.result.createObjectStore(storeName);
      request.onsuccess = () => {
        // The browser closes it when its files are cleared, for example.
        request.result.onclose = () => (opening = null);
        resolve(request.result);
      };
      request.onerror = () => reject(request.error ?? new Error('no database'));
    });
    // The next attempt may succeed: the browser may have just started, or the disk was full.
    opening.catch(() => (opening = null));
    return opening;
  };
  const run = async (mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest): Promise<unknown> => {
    const database = await open();
    return new Promise((resolve, reject) => {
      const request = work(database.transaction(storeName, mode).objectStore(storeName));
      request.onsuccess = () => resolve(request.result as unknown);
      request.onerror = () => reject(request.error ?? new Error('not kept'));
    });
  };
  return {
    read: (key) =>
      run('readonly', (store) => store.get(key)).then(
        (value) => value ?? null,
        () => null,
      ),
    write: (key, value) =>
      run('readwrite', (store) => (value === undefined ? store.delete(key) : store.put(value, key))).then(
        () => undefined,
        () => undefined,
      ),
  };
}
