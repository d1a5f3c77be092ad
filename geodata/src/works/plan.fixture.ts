import type { Activity, Dependency } from './types.ts'

/** An activity from `A 3 after B FS, C SS+2`: what precedes is written `code`, `code TYPE` or `code TYPE±lag`. */
export function activity(
  code: string,
  durationDays: number,
  after: string[] = [],
  more: Partial<Activity> = {},
): Activity {
  const predecessors = after.map((text): Dependency => {
    const [predecessor, type, lag] = /^(\S+)(?: (FS|SS|FF|SF)([+-]\d+)?)?$/.exec(text)!.slice(1)
    return { code: predecessor!, type: (type ?? 'FS') as Dependency['type'], lagDays: Number(lag ?? 0) }
  })
  return { code, label: code, packageCode: null, durationDays, predecessors, notBefore: null, ...more }
}

/** Activities of an arrow diagram, named by their nodes: `2–4` follows all that end in node 2. */
export function arrows(durations: Readonly<Record<string, number>>): Activity[] {
  const codes = Object.keys(durations)
  return codes.map((code) => {
    const from = code.split('–')[0]
    return activity(
      code,
      durations[code]!,
      codes.filter((other) => other.split('–')[1] === from),
    )
  })
}
