import { readOsmRoads } from '@borne/geodata/import/osm/build-osm-network'
import { openOsmFile } from '@borne/geodata/import/osm/open-osm-file'

/** `node read-extract.ts FILE` reads a file of OpenStreetMap to the last row of its roads, and prints what it took. */
async function main(): Promise<void> {
  const started = performance.now()
  const { edges } = await readOsmRoads(await openOsmFile(process.argv[2]!))
  let rows = 0
  let positions = 0
  for (const { coordinates } of edges()) {
    rows++
    positions += coordinates.length
  }
  const { user, system } = process.cpuUsage()
  const taken = {
    rows,
    positions,
    seconds: (performance.now() - started) / 1000,
    cpuSeconds: (user + system) / 1e6,
    peakRssMegabytes: process.resourceUsage().maxRSS / 1024,
  }
  console.log(`read ${JSON.stringify(taken)}`)
}

await main()
