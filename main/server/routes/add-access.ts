import { parseJsonAs } from '../../../shared/lib/parse-json.ts';
import { decidePermission } from '../access/permission.ts';
import { accessPath, pairPath, pairSchema } from '../api/access-operations.ts';
import { respondProblem, toProblemDetails } from '../api/problem-details.ts';
import {
  describeRequest,
  isFromLocal,
  type HttpApp,
  type HttpAppOptions,
  type ServerContext,
} from '../http/http-context.ts';
import { readBody } from '../http/read-body.ts';

const maxPairBytes = 1_024;
const json = { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' };
/** User agents are long and misleading: only the names that people know are kept. */
const deviceNames = ['iPhone', 'iPad', 'Android', 'Macintosh', 'Windows', 'Linux'];

/**
 * Adds what a page needs before it has a token. Neither is a call of the contract: both are about this transport, not
 * about the host.
 */
export function addAccess(app: HttpApp, options: HttpAppOptions): void {
  app.get(accessPath, (context) => {
    const rules = { isLocal: isFromLocal(context, options), readingNeedsToken: options.settings().readingNeedsToken };
    const may = (scope: 'read' | 'admin'): boolean =>
      decidePermission(scope, context.get('token'), rules) === 'granted';
    const access = { schema: 'fuelgauge.access.v1', canRead: may('read'), canChange: may('admin') };
    return context.body(JSON.stringify(access), 200, json);
  });
  app.post(pairPath, async (context) => {
    options.audit.info(describeRequest(context));
    const body = await readBody(context.req.raw, maxPairBytes);
    const sent = parseJsonAs(pairSchema, body.ok ? body.value.toString('utf8') : null);
    const token = sent === null ? null : await options.pair(sent.code, toDevice(context));
    if (token === null) return respondProblem(toProblemDetails('wrong-code'));
    return context.body(JSON.stringify({ schema: 'fuelgauge.pair.v1', token }), 200, json);
  });
}

function toDevice(context: ServerContext): string {
  const agent = context.req.header('user-agent') ?? '';
  return deviceNames.find((name) => agent.includes(name)) ?? '';
}
