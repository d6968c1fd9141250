/**
 * The part of the browser's extension API that is used here. https://developer.chrome.com/docs/extensions/reference/api
 */
export interface ChromeApi {
  readonly storage: { readonly local: StorageArea };
  readonly i18n: { getUILanguage(): string };
  readonly alarms: {
    create(name: string, info: { readonly periodInMinutes: number }): Promise<void>;
    readonly onAlarm: ChromeEvent<() => void>;
  };
  readonly tabs: {
    query(query: { readonly active: true; readonly windowId: number }): Promise<readonly Tab[]>;
    readonly onActivated: ChromeEvent<() => void>;
    readonly onUpdated: ChromeEvent<(tabId: number, change: { readonly url?: string }) => void>;
  };
  readonly windows: {
    getLastFocused(): Promise<{ readonly id?: number; readonly focused: boolean }>;
    readonly onFocusChanged: ChromeEvent<() => void>;
  };
  readonly idle: {
    queryState(seconds: number): Promise<'active' | 'idle' | 'locked'>;
    readonly onStateChanged: ChromeEvent<() => void>;
  };
  readonly permissions: {
    contains(permissions: Origins): Promise<boolean>;
    request(permissions: Origins): Promise<boolean>;
  };
  readonly webRequest: {
    readonly onBeforeRequest: {
      addListener(
        listener: (request: { readonly url: string; readonly method: string }) => void,
        filter: { readonly urls: readonly string[] },
      ): void;
    };
  };
  readonly runtime: {
    openOptionsPage(): Promise<void>;
    sendMessage(message: string): Promise<unknown>;
    readonly onMessage: ChromeEvent<
      (message: unknown, sender: unknown, respond: (answer: unknown) => void) => boolean | undefined
    >;
    readonly onStartup: ChromeEvent<() => void>;
    readonly onInstalled: ChromeEvent<() => void>;
  };
}

interface StorageArea {
  get(names: readonly string[]): Promise<Readonly<Record<string, unknown>>>;
  set(values: Readonly<Record<string, unknown>>): Promise<void>;
}
interface ChromeEvent<Listener> {
  addListener(listener: Listener): void;
}
interface Origins {
  readonly origins: readonly string[];
}
/** `url` is there only for sites that the extension has a permission for. */
interface Tab {
  readonly url?: string;
}

/** The browser's own; undefined outside an extension. */
export const chromeApi = (globalThis as { readonly chrome?: unknown }).chrome as ChromeApi;
