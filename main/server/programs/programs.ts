import type { ServerPrograms } from '../../node/host/serving/server-programs.ts';

/** The programs that the command line starts, by name; none loads code of another. */
export const serverPrograms: ServerPrograms = {
  serve: async (request, io) => (await import('./serve.ts')).serve(request, io),
  checkConfig: async (request, variables) => (await import('./check-config.ts')).checkConfig(request, variables),
  serveMcp: async (request, io) => (await import('./serve-mcp.ts')).serveMcp(request, io),
  pullProxy: async (request, io) => (await import('./pull-proxy-once.ts')).pullProxyOnce(request, io),
  keepProxyKey: async (request, io) => (await import('./pull-proxy-once.ts')).keepProxyKey(request, io),
};
