import { userInfo } from 'node:os';
import type { HostEnvironment, Source } from '../../../shared/sources/source.ts';
import { askLoginShell, lacksProfileVariables } from './login-shell.ts';

/** Names of the environment variables that may move an agent's logs: those that `roots` and lists of folders read. */
export function listRootVariables(sources: readonly Source[], host: HostEnvironment): readonly string[] {
  const names = new Set<string>();
  const variables = new Proxy<HostEnvironment['variables']>(host.variables, {
    get(target, name) {
      if (typeof name !== 'string') return undefined;
      names.add(name);
      return target[name];
    },
  });
  for (const source of sources) {
    source.roots({ ...host, variables });
    source.folderList?.files({ ...host, variables });
  }
  return [...names];
}

/**
 * Adds what the person's shell profile says about the places of logs, such as `CODEX_HOME`, where this process was not
 * started from a terminal and so does not know it. What the process itself was given takes precedence.
 */
export async function withProfileVariables(
  host: HostEnvironment,
  sources: readonly Source[],
  environment: NodeJS.ProcessEnv = process.env,
): Promise<HostEnvironment> {
  if (!lacksProfileVariables(host.platform, environment)) return host;
  const names = listRootVariables(sources, host).filter((name) => (host.variables[name] ?? '') === '');
  const shell = environment['SHELL'] ?? readOwnShell();
  return { ...host, variables: { ...host.variables, ...(await askLoginShell({ names, shell, environment })) } };
}

function readOwnShell(): string {
  try {
    return userInfo().shell ?? '';
  } catch {
    // The user has no entry in the system's list, as in some containers.
    return '';
  }
}
