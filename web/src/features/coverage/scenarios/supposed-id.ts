/** A new name for what a scenario supposes: a place, a road, a cut. Short, so that it is never that of something stored. */
export function supposedId(): string {
  return crypto.randomUUID().slice(0, 8)
}
