import type { Theme } from './theme.ts'

/** What a correction, or a newer version of the network, does to a road. */
export type NetworkChange = 'added' | 'removed' | 'reclassed'
export const NETWORK_CHANGES = ['added', 'removed', 'reclassed'] as const satisfies readonly NetworkChange[]

/** Told apart by lightness too; none is an alarm, none a colour of the roads or of the water below. */
export const NETWORK_CHANGE_COLOURS: Record<Theme, Record<NetworkChange, string>> = {
  day: { added: '#007a5a', removed: '#a2386f', reclassed: '#5147c9' },
  night: { added: '#43d6a4', removed: '#f08cc0', reclassed: '#b0aaff' },
}

/** Dashes in widths of the line, so that the changes are told apart without their colours. */
export const NETWORK_CHANGE_DASHES: Record<NetworkChange, readonly number[] | null> = {
  added: null,
  removed: [1, 0.7],
  reclassed: [4, 1, 1, 1],
}
