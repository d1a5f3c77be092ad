import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { GRAPH_FORMAT } from '@borne/geodata/road-network/pack-graph'
import type { RoadNetwork } from '../../platform/road-network.ts'

export interface SqueezedGraph {
  readonly bytes: Uint8Array
  readonly encoding: 'br' | 'gzip' | null
  /** Changes with the graph and its format. */
  readonly key: string
}

const squeezers = {
  // Of the qualities, 5 is the last that takes a second or two: 3.9 MB of 13.3; 9 takes four times as long for 3.4.
  br: (bytes: Uint8Array) =>
    promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  gzip: (bytes: Uint8Array) => promisify(gzip)(bytes, { level: 6 }),
}
type Encoding = keyof typeof squeezers

const kept = new WeakMap<RoadNetwork, Partial<Record<Encoding, Promise<Uint8Array>>>>()

/** The bytes of a network as they are sent to who accepts these encodings: pressed once, away from the thread that answers. */
export async function squeezeGraph(
  network: RoadNetwork,
  accepted: string | undefined,
): Promise<SqueezedGraph> {
  const encoding = chooseEncoding(accepted)
  const key = `${GRAPH_FORMAT}-${createHash('sha256').update(network.key).digest('hex').slice(0, 16)}`
  if (!encoding) return { bytes: network.packed, encoding, key }
  const ofNetwork = kept.get(network) ?? {}
  kept.set(network, ofNetwork)
  ofNetwork[encoding] ??= squeezers[encoding](network.packed)
  return { bytes: await ofNetwork[encoding], encoding, key }
}

function chooseEncoding(accepted = ''): Encoding | null {
  const names = accepted.split(',').flatMap((part) => {
    const [name = '', ...parameters] = part.split(';').map((word) => word.trim().toLowerCase())
    return parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter)) ? [] : [name]
  })
  return (['br', 'gzip'] as const).find((encoding) => names.includes(encoding)) ?? null
}
