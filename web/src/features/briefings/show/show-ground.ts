import { addProtocol } from 'maplibre-gl'
import type { Ground } from './ground.ts'

const PROTOCOL = 'borne-ground'
const grounds = new Map<string, Ground>()
const urls = new WeakMap<Ground, string>()

addProtocol(PROTOCOL, async ({ url }, { signal }) => {
  const [name = '', z, x, y] = url.slice(`${PROTOCOL}://`.length).split('/')
  const ground = grounds.get(name)
  if (!ground) throw new Error(`no ground ${name}`)
  return { data: await ground.tile(Number(z), Number(x), Number(y), signal) }
})

/** The address under which MapLibre asks for the tiles of a ground. */
export function groundUrl(ground: Ground): string {
  const known = urls.get(ground)
  if (known) return known
  const name = String(grounds.size)
  const url = `${PROTOCOL}://${name}/{z}/{x}/{y}`
  grounds.set(name, ground)
  urls.set(ground, url)
  return url
}
