/** Suspends this process as Ctrl-Z does; resolves when the shell resumes it. Windows has no such thing. */
export async function suspendProcess(): Promise<void> {
  if (process.platform === 'win32') return;
  const continued = new Promise<void>((resolve) => process.once('SIGCONT', () => resolve()));
  process.kill(process.pid, 'SIGTSTP');
  await continued;
}
