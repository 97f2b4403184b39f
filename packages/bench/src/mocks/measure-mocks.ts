import type { MockImage } from "@workspace-images/mock";
import { shuffle } from "../shuffle.ts";
import { type Abilities, findAbilities } from "./abilities.ts";
import { askForPage } from "./ask.ts";
import type { MockPeer } from "./mock-peer.ts";
import { type StartedMock, startMock } from "./started-mock.ts";

/** How much is measured. */
export interface MockEffort {
  /** Turns of each mock. */
  readonly rounds: number;
  /** Calls in a turn. */
  readonly calls: number;
  /** Calls at the same time. */
  readonly atATime: number;
  /** Calls of each mock before the first turn. */
  readonly warmUp: number;
}

/** What is asked for, and how many images are to come. */
export interface PageRequest {
  readonly query: string;
  readonly count: number;
}

/** Times by name and round. */
export type Times = ReadonlyMap<string, readonly number[]>;

/** What the start of a mock takes, in milliseconds by name and round. */
export interface StartTimes {
  readonly ready: Times;
  readonly firstAnswer: Times;
}

/** Starts the mocks in fresh processes, taking turns; a first round, in which files are read, does not count. */
export async function measureStarts(
  peers: readonly MockPeer[],
  images: readonly MockImage[],
  { query }: PageRequest,
  rounds: number,
): Promise<StartTimes> {
  const ready = new Map<string, number[]>(peers.map(({ name }) => [name, []]));
  const firstAnswer = new Map<string, number[]>(peers.map(({ name }) => [name, []]));
  for (let round = 0; round <= rounds; round++) {
    for (const peer of shuffle(peers)) {
      await using mock = await startMock(peer, images, query);
      if (round === 0) continue;
      ready.get(peer.name)?.push(mock.readyTime);
      firstAnswer.get(peer.name)?.push(mock.firstAnswerTime);
    }
  }
  return { ready, firstAnswer };
}

async function takeTurns(
  mocks: readonly StartedMock[],
  { query, count }: PageRequest,
  { rounds, calls, atATime, warmUp }: MockEffort,
): Promise<Times> {
  for (const mock of mocks) {
    await askForPage(mock.ask, query, count);
    await mock.takeTurn(query, warmUp, atATime);
  }
  const times = new Map<string, number[]>(mocks.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const mock of shuffle(mocks)) {
      await mock.takeTurn(query, atATime, atATime); // The first call after a pause is slow, whoever answers.
      times.get(mock.name)?.push(await mock.takeTurn(query, calls, atATime));
    }
  }
  return times;
}

/** What was found out about running mocks. */
export interface RunningMocks {
  /** Microseconds a call by name and round, for each effort. */
  readonly times: readonly Times[];
  readonly abilities: ReadonlyMap<string, Abilities>;
  /** Resident memory after all calls, in MB, by name. */
  readonly memory: ReadonlyMap<string, number>;
}

/** Lets running mocks take turns with each request and effort, each mock in a process of its own. */
export async function measureRunning(
  peers: readonly MockPeer[],
  images: readonly MockImage[],
  tasks: readonly (readonly [PageRequest, MockEffort])[],
): Promise<RunningMocks> {
  await using running = new AsyncDisposableStack();
  const mocks: StartedMock[] = [];
  for (const peer of peers) mocks.push(running.use(await startMock(peer, images, "limit=1")));
  const abilities = new Map<string, Abilities>();
  for (const { name, ask } of mocks) abilities.set(name, await findAbilities(ask));
  const times: Times[] = [];
  for (const [request, effort] of tasks) times.push(await takeTurns(mocks, request, effort));
  const memory = new Map<string, number>();
  for (const mock of mocks) memory.set(mock.name, await mock.measureMemory());
  return { times, abilities, memory };
}
