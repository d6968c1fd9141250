import { afterEach, describe, expect, inject, it } from 'vitest';
import type { Engine } from '../../main/node/engine/engine-api.ts';
import { createProcessProbe } from '../../main/node/probes/create-process-probe.ts';
import { noAudience } from '../../shared/domain/audience.ts';
import type { SessionSummary } from '../../shared/domain/session.ts';
import { addUsage } from '../../shared/domain/token-usage.ts';
import { useEngines } from '../support/engines.ts';
import { startModelServer, type ModelServer } from '../support/model-server/model-server.ts';
import { toolCallWord } from '../support/model-server/requests.ts';
import { useTemporaryFolders } from '../support/temporary-folder.ts';
import { waitUntil } from '../support/wait-until.ts';
import { chooseRecipes } from './all-recipes.ts';
import { toExpectedUsage } from './expected-usage.ts';
import { prepareAgent, type RealAgent } from './real-agent.ts';
import type { AgentRecipe } from './recipe.ts';

const newFolder = useTemporaryFolders();
const engines = useEngines();
const cleanUps: (() => void | Promise<void>)[] = [];

afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

/** One session with two requests, the second after it was resumed; then one whose first answer asks for a tool. */
const usages = [
  { input: 1_200, cached: 200, output: 34, reasoning: 10 },
  { input: 2_500, cached: 700, output: 58, reasoning: 21 },
  { input: 3_900, cached: 1_100, output: 77, reasoning: 33 },
  { input: 4_100, cached: 1_300, output: 91, reasoning: 45 },
] as const;
const sideUsage = { input: 90, cached: 0, output: 7, reasoning: 0 };
const toolPrompt = `made-up prompt three: ${toolCallWord} list files`;

/** A line must be shown within two seconds. The agent has written all of them when it ends. */
const liveWithinMs = 2_000;
/** How long an answer is held back until the agent's process is seen; without it the test fails later, and says so. */
const processSeenWithinMs = 20_000;

/** Somebody looks at the live figures. */
const watched = { audience: { ...noAudience, glance: 1 }, onBattery: false, constrained: false } as const;
const everything = { since: null, until: null, timeZone: null, source: null } as const;

/** An agent, the model it talks to, and the engine that watches its home. */
interface Scene {
  readonly agent: RealAgent;
  readonly model: ModelServer;
  readonly engine: Engine;
  /** Whether its process was seen, in its project, while the request with this number waited for its answer. */
  readonly seen: boolean[];
  /** Whether its process was joined to the newest session, once a request of that process had been counted. */
  isJoined: boolean;
  /** The session that its process was joined to while the resumed request waited; null when it was not. */
  resumed: string | null;
}

async function open(recipe: AgentRecipe, packages: string): Promise<Scene> {
  const seen: boolean[] = [];
  const findProcess = () =>
    engine
      .snapshot()
      .sections.processes.agents.find((one) => one.agent === recipe.source && one.cwd === agent.place.project);
  const beforeAnswer = async (index: number): Promise<void> => {
    seen[index] = await waitUntil('the process', () => findProcess() !== undefined, processSeenWithinMs).then(
      () => true,
      () => false,
    );
    if (recipe.resume === null) return;
    const findSession = () => findProcess()?.session?.sessionId;
    if (index === 1 && recipe.showsSession === true) {
      scene.resumed = await waitUntil('its session', findSession, processSeenWithinMs).catch(() => null);
    }
    if (index < 3 || recipe.log?.hasNoProject === true) return;
    const isNewest = () => sessionsOf(engine).length === 2 && findSession() === sessionsOf(engine)[0]?.sessionId;
    scene.isJoined = await waitUntil('its session', isNewest, processSeenWithinMs).catch(() => false);
  };
  const model = await startModelServer({ usages, sideUsage, beforeAnswer, headersOf: recipe.limits?.headersOf });
  cleanUps.push(() => model.close());
  const agent = prepareAgent(recipe, packages, newFolder(), model.url);
  cleanUps.push(() => agent.end());
  const engine = engines.open(agent.place.home, { probe: createProcessProbe() });
  engine.setAttention(watched);
  await engine.start('watching');
  const scene: Scene = { agent, model, engine, seen, isJoined: false, resumed: null };
  return scene;
}

/** Runs the agent, and waits for the engine to show as many requests as the model has answered by then. */
async function runAgent({ agent, model, engine }: Scene, recipe: AgentRecipe, args: readonly string[]): Promise<void> {
  const { code, output } = await agent.run(args);
  const { main, side } = model.answered();
  expect(code, output).toBe(0);
  const requests = main + (recipe.log?.hasSideRequests === true ? side : 0);
  await waitUntil(`${requests} requests`, () => toRequests(sessionsOf(engine)) >= requests, liveWithinMs);
  expect(toRequests(sessionsOf(engine)), output).toBe(requests);
}

const sessionsOf = (engine: Engine): readonly SessionSummary[] => engine.snapshot().sections.sessions;
const toRequests = (sessions: readonly SessionSummary[]): number => sessions.reduce((sum, one) => sum + one.events, 0);

/** The project as the log has it. */
const toProject = ({ log }: AgentRecipe, { place }: RealAgent): string | null =>
  log?.hasNoProject === true ? null : place.project;

/** What each session must be, the first one first. */
function expectSessions({ agent, model, engine }: Scene, recipe: AgentRecipe, requests: readonly number[][]): void {
  const side = recipe.log?.hasSideRequests === true ? model.answered().side : 0;
  const sessions = engine.sessions(everything).rows;
  expect(sessions.map(({ usage }) => usage)).toEqual(
    requests.map((indices, session) =>
      [
        ...indices.map((index) => usages[index]!),
        // It reads its memory after plain runs: those of the first session.
        ...(session === 0 ? Array.from({ length: side }, () => sideUsage) : []),
      ]
        .map((usage) => toExpectedUsage(usage, recipe))
        .reduce(addUsage),
    ),
  );
  for (const session of sessions) {
    expect(session).toMatchObject({ source: recipe.source, models: [recipe.model], project: toProject(recipe, agent) });
  }
  expect(new Set(sessions.map(({ sessionId }) => sessionId)).size).toBe(requests.length);
}

describe.each(chooseRecipes(process.env).map((recipe) => [recipe.id, recipe] as const))('%s', (id, recipe) => {
  it('is counted to the token, session by session, live, and its process is seen', async (context) => {
    const installed = inject('installedAgents')[id]!;
    const obstacle = installed.unreachable ?? (await recipe.findObstacle?.()) ?? null;
    if (installed.folder === null || obstacle !== null) return context.skip(obstacle ?? undefined);

    const scene = await open(recipe, installed.folder);
    const { place } = scene.agent;
    if (recipe.setUp !== undefined) await scene.agent.run(recipe.setUp(place));
    await scene.agent.run(recipe.start('made-up prompt one: say hello', place));
    // An agent that ran for the first time: its folders are looked for less often than its lines.
    await scene.engine.rescan();
    await waitUntil('the first request', () => toRequests(sessionsOf(scene.engine)) > 0);
    const second = recipe.resume ?? recipe.start;
    await runAgent(scene, recipe, second('made-up prompt two: say hello again', place));
    const newest = sessionsOf(scene.engine)[0];
    expect(newest).toMatchObject({ project: toProject(recipe, scene.agent), isRunning: true });
    await runAgent(scene, recipe, recipe.start(toolPrompt, place));

    expectSessions(
      scene,
      recipe,
      recipe.resume === null
        ? [[0], [1], [2, 3]]
        : [
            [0, 1],
            [2, 3],
          ],
    );
    const limits = scene.engine.snapshot().sections.limits.windows;
    expect(limits).toMatchObject(recipe.limits?.shown ?? []);
    expect(limits).toHaveLength(recipe.limits?.shown.length ?? 0);
    expect(scene.seen).toEqual([true, true, true, true]);
    const [first] = scene.engine.sessions(everything).rows;
    expect(scene.resumed).toBe(recipe.showsSession === true ? first?.sessionId : null);
    expect(scene.isJoined).toBe(recipe.resume !== null && recipe.log?.hasNoProject !== true);
  });
});
