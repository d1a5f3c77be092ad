export function TracksTab() {
  return null
}
