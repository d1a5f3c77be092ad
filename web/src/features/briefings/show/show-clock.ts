const SECOND_MS = 1000

/** «4:05», «1:02:30»: how long something lasts so far. */
export function tellElapsed(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / SECOND_MS))
  const two = (value: number) => String(value).padStart(2, '0')
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60]
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`
}

/** Seconds until the show goes on by itself; null: it waits to be asked. */
export function secondsLeft(seconds: number | null, sinceMs: number): number | null {
  return seconds === null ? null : Math.max(0, Math.ceil(seconds - sinceMs / SECOND_MS))
}
