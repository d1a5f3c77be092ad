import type { IsoDate } from '../road-state/types.ts'
import { courseOf, type PlannedDay, type Travelling } from './course-of.ts'
import { DAY_SECONDS, instantOf, planSecondsOf } from './mission-clock.ts'
import type {
  Itinerary,
  MissionPlan,
  MissionQuestion,
  TimedDay,
  TimedLeg,
  TimedVisit,
  TravelOf,
  WayOver,
} from './mission-types.ts'
import { type DayCourse, type DayRun, runDay } from './run-day.ts'
import { sunTimes } from './sun-times.ts'

/**
 * Gives a plan its times, whether or not it keeps the rules: `checkMission` tells.
 *
 * A team leaves as late as it can without coming later to the end of its day, missing hours of a visit, or missing them more
 * often; not before sunrise unless hours ask for it. Rules that warn are kept too where that makes nothing late.
 * `arrivesP90At` adds the delays of a day as if they were independent of each other.
 *
 * @param wayOver Asked for legs whose way is forced over points.
 * @throws RangeError when the plan names a team, place or visit that the question lacks, or has such a leg and `wayOver` is not
 *   given.
 */
export function timeMission(
  question: MissionQuestion,
  travelOf: TravelOf,
  plan: MissionPlan,
  wayOver: WayOver = noWayOver,
): Itinerary {
  const ends = new Map<string, string>()
  const days = plan.days.map((day) => {
    const startPlaceId = ends.get(day.teamId) ?? question.startPlaceId
    ends.set(day.teamId, day.endPlaceId)
    return timeDay(question, { travelOf, wayOver }, { ...day, startPlaceId })
  })
  return { days, droppedVisitIds: plan.droppedVisitIds }
}

function noWayOver(): never {
  throw new RangeError('a way is forced over points, and nobody tells the travel of it')
}

function timeDay(question: MissionQuestion, travelling: Travelling, day: PlannedDay): TimedDay {
  const { dates, places } = question
  const positionOf = (id: string) => places.find((place) => place.id === id)!.position
  const first = dates[0]!
  const { sunrise } = sunTimes(day.date, positionOf(day.startPlaceId))
  const { sunset } = sunTimes(day.date, positionOf(day.endPlaceId))
  const driven = driveDay(question, travelling, day, planSecondsOf(first, sunrise))
  const legs = driven.legs.map((leg, index) => timeLeg(first, leg, driven.run.legs[index]!))
  const visits = day.visitIds.map((visitId, index) => timeVisit(first, visitId, driven, index))
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
  return {
    teamId: day.teamId,
    date: day.date,
    startPlaceId: day.startPlaceId,
    endPlaceId: day.endPlaceId,
    sunrise,
    sunset,
    legs,
    visits,
    driveSeconds: sum(legs.map(({ driveSeconds }) => driveSeconds)),
    waitSeconds: sum(visits.map(({ waitSeconds }) => waitSeconds)),
    visitSeconds: sum(driven.course.visits.map(({ serviceSeconds }) => serviceSeconds)),
    metres: sum(legs.map(({ metres }) => metres)),
    litres: sum(legs.map(({ litres }) => litres)),
  }
}

type DrivenDay = ReturnType<typeof courseOf> & { readonly run: DayRun }

/** By all rules where nothing comes late for it, else by those that forbid. */
function driveDay(
  question: MissionQuestion,
  travelling: Travelling,
  day: PlannedDay,
  sunrise: number,
): DrivenDay {
  const strict = courseOf(question, travelling, day, ['forbid', 'warn'])
  const run = departWell(strict.course, sunrise)
  if (run.lateSeconds === 0) return { ...strict, run }
  const lenient = courseOf(question, travelling, day, ['forbid'])
  const other = departWell(lenient.course, sunrise)
  return other.lateSeconds < run.lateSeconds ? { ...lenient, run: other } : { ...strict, run }
}

function timeLeg(first: IsoDate, leg: DrivenDay['legs'][number], run: DayRun['legs'][number]): TimedLeg {
  const { departs, arrives, lateBy90 } = run
  return {
    ...leg,
    departsAt: instantOf(first, departs),
    arrivesAt: instantOf(first, arrives),
    arrivesP90At: instantOf(first, arrives + lateBy90),
    restSeconds: toMilliseconds(arrives - departs - leg.driveSeconds),
  }
}

function timeVisit(first: IsoDate, visitId: string, driven: DrivenDay, index: number): TimedVisit {
  const { arrives } = driven.run.legs[index]!
  const { begins, ends } = driven.run.visits[index]!
  return {
    visitId,
    arrivesAt: instantOf(first, arrives),
    beginsAt: instantOf(first, begins),
    endsAt: instantOf(first, ends),
    waitSeconds: toMilliseconds(begins - arrives),
    marginSeconds: marginOf(driven.course, driven.run, index, driven.isLimited),
  }
}

/** The latest departure that loses nothing against leaving when it is light; before that only where it loses less. */
function departWell(course: DayCourse, sunrise: number): DayRun {
  const midnight = DAY_SECONDS * Math.floor(course.opens / DAY_SECONDS)
  const liked = Math.max(course.opens, sunrise)
  const atLiked = runDay(course, liked)
  if (atLiked.lateSeconds > 0) {
    const atMidnight = runDay(course, midnight)
    if (atMidnight.lateSeconds < atLiked.lateSeconds) {
      const departs = latest(midnight, liked, (time) => {
        return runDay(course, time).lateSeconds <= atMidnight.lateSeconds
      })
      return runDay(course, departs)
    }
  }
  const end = endOf(atLiked)
  const departs = latest(liked, end, (time) => {
    const run = runDay(course, time)
    return (
      endOf(run) <= end &&
      run.lateSeconds <= atLiked.lateSeconds &&
      run.lateSeconds90 <= atLiked.lateSeconds90
    )
  })
  return runDay(course, departs)
}

function endOf({ legs }: DayRun): number {
  return legs.at(-1)!.arrives
}

function marginOf(course: DayCourse, run: DayRun, visit: number, isLimited: boolean): number | null {
  const isBound = isLimited || course.visits.slice(visit).some(({ begins }) => begins !== null)
  if (!isBound) return null
  const { departs } = run.legs[0]!
  const held = latest(0, DAY_SECONDS, (seconds) => {
    return runDay(course, departs, { visit, seconds }).lateSeconds <= run.lateSeconds
  })
  const latestBegin = runDay(course, departs, { visit, seconds: held }).visits[visit]!.begins
  return toMilliseconds(latestBegin - run.visits[visit]!.begins)
}

/** Without the dust of sums. */
function toMilliseconds(seconds: number): number {
  return Math.round(1000 * seconds) / 1000
}

/** The last second from `from` up to `until` at which something still holds, that holds at `from`, by halving. */
function latest(from: number, until: number, holds: (value: number) => boolean): number {
  if (holds(until)) return until
  let [good, bad] = [from, until]
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2)
    if (middle > good && holds(middle)) good = middle
    else if (middle > good) bad = middle
    else break
  }
  return good
}
