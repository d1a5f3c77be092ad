/** Seconds for the parts of one siting, so that a hard part leaves time for the next. */
export interface SitingClock {
  readonly tookSeconds: () => number
  /** What is left until the given share (0–1) of all seconds is used. */
  readonly leftUntil: (share: number) => () => number
}

export function startClock(seconds: number): SitingClock {
  const begun = performance.now()
  const tookSeconds = () => (performance.now() - begun) / 1000
  return { tookSeconds, leftUntil: (share) => () => share * seconds - tookSeconds() }
}
