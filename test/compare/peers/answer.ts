import * as v from 'valibot';
import { PlainFailure } from '../../../build/lib/plain-failure.ts';
import { run } from '../../../build/lib/run.ts';
import { toPeerEnvironment } from './peer.ts';

const timeoutMs = 120_000;

/**
 * Runs a peer in a home and checks that it returns JSON of the expected shape. Throws
 * a `PlainFailure` that quotes its output otherwise.
 */
export async function askPeer<Schema extends v.GenericSchema>(
  program: string,
  args: readonly string[],
  home: string,
  environment: NodeJS.ProcessEnv,
  schema: Schema,
): Promise<v.InferOutput<Schema>> {
  const env = { ...toPeerEnvironment(home), ...environment };
  const { code, stdout, stderr } = await run(program, args, { cwd: home, env, timeoutMs });
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), schema), stdout);
  if (code === 0 && parsed.success) return parsed.output;
  const why = parsed.success ? `exit code ${code}` : parsed.issues.map(({ message }) => message).join('; ');
  throw new PlainFailure(`${program} ${args.join(' ')}: ${why}\n${stderr.slice(0, 2000)}`);
}
