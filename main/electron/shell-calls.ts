import { desktopContract, type AnswerOf, type Handlers, type ShellCalls } from '../../shared/contract/index.ts';
import type { Dispose } from '../../shared/lib/disposable.ts';
import type { Logger } from '../../shared/ports/logger.ts';
import type { SecretStore } from '../../shared/ports/secret-store.ts';
import { createServerCalls } from '../node/host/serving/server-calls.ts';
import type { Host } from '../node/host/host.ts';
import { readEncryption, type EncryptionPlace } from '../node/host/secrets/ledger-encryption.ts';
import type { ServerSwitch } from '../node/host/serving/server-switch.ts';
import { chooseFolder } from './system/choose-folder.ts';
import { showFolder } from './system/show-folder.ts';
import { bindCalls } from './ipc/binder.ts';
import type { AppWindows } from './app-windows.ts';

/**
 * Answers calls from pages: the host's calls through the host, the shell's through its windows. Returns a function that
 * stops answering.
 */
export function answerPages(options: {
  readonly host: Host;
  readonly windows: AppWindows;
  readonly server: Pick<ServerSwitch, 'state'>;
  readonly dataFolder: string;
  readonly secrets: SecretStore;
  readonly variables: Readonly<Record<string, string | undefined>>;
  readonly nowMs: () => number;
  readonly quit: () => void;
  readonly checksAnswers: boolean;
  readonly logger: Logger;
}): Dispose {
  const { host, windows } = options;
  return bindCalls({
    calls: desktopContract.calls,
    handlers: {
      ...host.handlers,
      ...createShellHandlers(host, windows, options.quit),
      ...createServerCalls(options),
      encryption: () => describeEncryption(options),
    },
    knownWebContentsIds: windows.hub.webContentsIds,
    clientOf: windows.hub.client,
    checksAnswers: options.checksAnswers,
    logger: options.logger,
  });
}

async function describeEncryption(place: EncryptionPlace): Promise<AnswerOf<ShellCalls, 'encryption'>> {
  const { names, key, setAside } = await readEncryption(place);
  return { names, key, setAside: setAside.length };
}

function createShellHandlers(
  host: Host,
  { open, openSession, popover, gauge, mainWindow }: AppWindows,
  quit: () => void,
): Omit<Handlers<ShellCalls>, keyof ReturnType<typeof createServerCalls> | 'encryption'> {
  return {
    openWindow: (view) => void open(view),
    openSession: (session) => void openSession(session),
    hidePopover: () => void popover.hide(),
    togglePopover: () => void popover.toggle(),
    fitGauge: (size) => void gauge.fit(size),
    resizePopover: (height) => void popover.setContentHeight(height),
    showFolder: (session) => showFolder(host.view.current().sections.sessions, session),
    async chooseFolder() {
      popover.setDialogOpen(true);
      return chooseFolder(mainWindow.window()).finally(() => popover.setDialogOpen(false));
    },
    // The answer must be sent before its page is gone.
    quit: () => void setImmediate(quit),
  };
}
