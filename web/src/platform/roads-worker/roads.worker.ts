import { type OpenRoads, openRoads } from './open-roads.ts'
import type { RoadsExchanges } from './roads-exchanges.ts'
import { warmUp } from './warm-up.ts'
import { type Port, serveQuestions } from './worker-protocol.ts'

let opened: OpenRoads | null = null
let isWarm = false

function roads(): OpenRoads {
  if (!opened) throw new RangeError('the graph has not come')
  return opened
}

serveQuestions<RoadsExchanges>(self as unknown as Port, {
  graph: (buffer) => {
    opened = openRoads(buffer)
    return null
  },
  inputs: (inputs) => {
    roads().takeInputs(inputs)
    return null
  },
  coverage(asked) {
    const answer = roads().coverage(asked)
    if (!isWarm) warmUp(roads(), asked)
    isWarm = true
    return answer
  },
  'reached-roads': (asked) => roads().reachedRoads(asked),
  'who-comes': (asked) => roads().whoComes(asked),
  'time-grid': (asked) => roads().timeGrid(asked),
  day: (asked) => roads().day(asked),
  way: (asked) => roads().way(asked),
  'mission-plan': (asked) => roads().mission('mission-plan', asked),
  'mission-time': (asked) => roads().mission('mission-time', asked),
  'mission-explain': (asked) => roads().mission('mission-explain', asked),
  'mission-conflict': (asked) => roads().mission('mission-conflict', asked),
})
