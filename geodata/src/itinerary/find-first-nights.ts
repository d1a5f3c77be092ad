import type { ShiftProblem } from './types.ts'

/**
 * The cheapest places for the nights of teams that visit nothing.
 *
 * @returns Where each shift ends; null when a team reaches no allowed place for some night of its days.
 */
export function findFirstNights(problem: ShiftProblem): number[] | null {
  const { shifts } = problem
  const found: number[] = []
  while (found.length < shifts.length) {
    const first = found.length
    let end = first + 1
    while (end < shifts.length && shifts[end]!.team === shifts[first]!.team) end++
    const nights = nightsOfTeam(problem, first, end)
    if (!nights) return null
    found.push(...nights)
  }
  return found
}

function nightsOfTeam(
  { places, matrices, shifts }: ShiftProblem,
  first: number,
  end: number,
): number[] | null {
  let ways = new Map([[shifts[first]!.startPlace, { cost: 0, nights: [] as number[] }]])
  for (let shift = first; shift < end; shift++) {
    const { matrix, endPlaces, opens, closes, maxDriveSeconds } = shifts[shift]!
    const { seconds, costs, driveSeconds = seconds } = matrices[matrix]!
    const next = new Map<number, { cost: number; nights: number[] }>()
    for (const place of endPlaces) {
      for (const [from, { cost, nights }] of ways) {
        const leg = from * places + place
        if (opens + seconds[leg]! > closes || driveSeconds[leg]! > maxDriveSeconds) continue
        const total = cost + costs[leg]!
        if (total < (next.get(place)?.cost ?? Infinity))
          next.set(place, { cost: total, nights: [...nights, place] })
      }
    }
    ways = next
  }
  return [...ways.values()].sort((a, b) => a.cost - b.cost)[0]?.nights ?? null
}
