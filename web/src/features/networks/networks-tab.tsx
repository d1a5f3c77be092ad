export function NetworksTab() {
  return null
}
