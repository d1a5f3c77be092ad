import { expect, test } from 'vitest'
import { startBriefChild } from '../../support/child.ts'
import type { Acknowledged, FoundRegister } from '../../support/edit-until-killed.ts'
import { dataFolderForTest } from '../../support/embedded.ts'

/** Two offices at once, each killed so many times. */
const SERIES = 2
const ROUNDS = 25
const LONGEST_MS = 300_000

/** How long writing goes on before the blow: from the first moments to well into it. */
function writingMilliseconds(): number {
  return 150 + Math.random() * 450
}

interface Round {
  readonly found: FoundRegister
  readonly acknowledged: readonly Acknowledged[]
}

/** Opens the folder, tells what is there, writes until it is killed. */
async function killedRound(dataDir: string): Promise<Round> {
  const child = startBriefChild('./edit-until-killed.ts', dataDir)
  const found = JSON.parse((await child.printed('found')).slice('found '.length)) as FoundRegister
  await child.printed('acknowledged')
  await new Promise((resolve) => setTimeout(resolve, writingMilliseconds()))
  child.process.kill('SIGKILL')
  const lines = (await child.ended).filter((line) => line.startsWith('acknowledged ') && line.endsWith(']'))
  const acknowledged = lines.map((line) => JSON.parse(line.slice('acknowledged '.length)) as Acknowledged)
  return { found, acknowledged }
}

/** Acknowledged changes that the register does not hold: the post, its version, or what was written. */
function lostChanges(
  { posts }: FoundRegister,
  ledger: ReadonlyMap<string, readonly [version: number, facingPost: string]>,
): string[] {
  return [...ledger].flatMap(([id, [version, facingPost]]) => {
    const [foundVersion, foundFacing] = posts[id] ?? [0, '']
    // What was not acknowledged any more may be there too.
    const isKept = foundVersion > version || (foundVersion === version && foundFacing === facingPost)
    return isKept ? [] : [`${id} version ${version}, found ${foundVersion}`]
  })
}

test(
  'kill -9 fifty times during writes loses no acknowledged change and no line of the journal',
  async () => {
    const series = await Promise.all(Array.from({ length: SERIES }, () => runSeries()))
    const changes = series.reduce((sum, { acknowledged }) => sum + acknowledged, 0)
    console.log(`${SERIES * ROUNDS} kills, ${changes} acknowledged changes, none lost`)
    expect(changes).toBeGreaterThan(SERIES * ROUNDS)
  },
  LONGEST_MS,
)

async function runSeries(): Promise<{ acknowledged: number }> {
  const dataDir = await dataFolderForTest()
  const ledger = new Map<string, readonly [version: number, facingPost: string]>()
  let count = 0
  for (let round = 0; round < ROUNDS; round++) {
    const { found, acknowledged } = await killedRound(dataDir)
    judge(found, ledger, count)
    for (const [id, version, facingPost] of acknowledged) ledger.set(id, [version, facingPost])
    count += acknowledged.length
  }
  judge((await killedRound(dataDir)).found, ledger, count)
  return { acknowledged: count }
}

function judge(
  found: FoundRegister,
  ledger: ReadonlyMap<string, readonly [version: number, facingPost: string]>,
  count: number,
): void {
  expect(lostChanges(found, ledger)).toEqual([])
  expect(found.changes).toBeGreaterThanOrEqual(count)
  expect(found.brokenPosts, 'one change and one line of the journal for each version').toEqual([])
  expect(found.isChainIntact).toBe(true)
  expect(found.chainEvents).toBeGreaterThanOrEqual(count)
}
