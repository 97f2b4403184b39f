import type { MockImage } from "@workspace-images/mock";
import { shuffle } from "../turns/shuffle.ts";
import { type Abilities, findAbilities } from "./abilities.ts";
import type { MockPeer } from "./peers/mock-peer.ts";
import { checkPage } from "./request.ts";
import { type StartedMock, startMock } from "./started-mock.ts";

/** How much is measured. */
export interface MockEffort {
  /** Number of turns that each mock takes. */
  readonly rounds: number;
  /** Number of calls in a turn. */
  readonly calls: number;
  /** Number of calls at the same time. */
  readonly atATime: number;
  /** Number of calls to each mock before its first turn. */
  readonly warmUp: number;
}

/** A query, and the number of images that it must return. */
export interface PageRequest {
  readonly query: string;
  readonly count: number;
}

/** Times by name and round. */
export type Times = ReadonlyMap<string, readonly number[]>;

/** How long mocks take to start, in milliseconds by name and round. */
export interface StartTimes {
  readonly ready: Times;
  readonly firstResponse: Times;
}

/** Starts the mocks in fresh processes, in turn. The first round does not count, because files are read from disk in it. */
export async function measureStarts(
  peers: readonly MockPeer[],
  images: readonly MockImage[],
  { query }: PageRequest,
  rounds: number,
): Promise<StartTimes> {
  const ready = new Map<string, number[]>(peers.map(({ name }) => [name, []]));
  const firstResponse = new Map<string, number[]>(peers.map(({ name }) => [name, []]));
  for (let round = 0; round <= rounds; round++) {
    for (const peer of shuffle(peers)) {
      await using mock = await startMock(peer, images, query);
      if (round === 0) continue;
      ready.get(peer.name)?.push(mock.readyTime);
      firstResponse.get(peer.name)?.push(mock.firstResponseTime);
    }
  }
  return { ready, firstResponse };
}

async function takeTurns(
  mocks: readonly StartedMock[],
  { query, count }: PageRequest,
  { rounds, calls, atATime, warmUp }: MockEffort,
): Promise<Times> {
  for (const mock of mocks) {
    await checkPage(mock.request, query, count);
    await mock.takeTurn(query, warmUp, atATime);
  }
  const times = new Map<string, number[]>(mocks.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const mock of shuffle(mocks)) {
      await mock.takeTurn(query, atATime, atATime); // The first call after a pause is slow for every mock.
      times.get(mock.name)?.push(await mock.takeTurn(query, calls, atATime));
    }
  }
  return times;
}

/** What was measured on running mocks. */
export interface RunningMocks {
  /** Microseconds per call by name and round, one entry for each task. */
  readonly times: readonly Times[];
  readonly abilities: ReadonlyMap<string, Abilities>;
  /** Resident memory after all calls, in MB, by name. */
  readonly memory: ReadonlyMap<string, number>;
}

/** Starts each mock in its own process, and lets the mocks take turns at each task. */
export async function measureRunning(
  peers: readonly MockPeer[],
  images: readonly MockImage[],
  tasks: readonly (readonly [PageRequest, MockEffort])[],
): Promise<RunningMocks> {
  await using running = new AsyncDisposableStack();
  const mocks: StartedMock[] = [];
  for (const peer of peers) mocks.push(running.use(await startMock(peer, images, "limit=1")));
  const abilities = new Map<string, Abilities>();
  for (const { name, request } of mocks) abilities.set(name, await findAbilities(request));
  const times: Times[] = [];
  for (const [request, effort] of tasks) times.push(await takeTurns(mocks, request, effort));
  const memory = new Map<string, number>();
  for (const mock of mocks) memory.set(mock.name, await mock.measureMemory());
  return { times, abilities, memory };
}
