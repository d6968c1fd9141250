const stopSignals = ['SIGINT', 'SIGTERM'] as const;

/**
 * Listens for signals from now on: without a listener, each of them would end the process. SIGHUP, which some systems lack,
 * calls `reload`; `stopped` resolves with the first signal to stop.
 */
export function listenForSignals({ reload }: { readonly reload: () => Promise<void> }): {
  readonly stopped: Promise<void>;
} {
  const onHangup = (): void => void reload();
  process.on('SIGHUP', onHangup);
  const signalled = new Promise<void>((resolve) => {
    for (const signal of stopSignals) process.once(signal, () => resolve());
  });
  return { stopped: signalled.finally(() => void process.off('SIGHUP', onHangup)) };
}
