const stopSignals = ['SIGINT', 'SIGTERM'] as const;

/** Resolves when the process receives a signal to stop. SIGHUP, which some systems lack, calls `reload`. */
export async function waitForSignals({ reload }: { readonly reload: () => Promise<void> }): Promise<void> {
  const onHangup = (): void => void reload();
  process.on('SIGHUP', onHangup);
  await new Promise<void>((resolve) => {
    for (const signal of stopSignals) process.once(signal, () => resolve());
  });
  process.off('SIGHUP', onHangup);
}
