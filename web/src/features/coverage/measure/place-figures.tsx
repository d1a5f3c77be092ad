import type { CoverageWithoutRoads } from '@borne/api/contracts/coverage'
import { POPULATION_UNCERTAINTY } from '@borne/geodata/coverage/count-population'
import type { ReactNode } from 'react'
import { useState } from 'react'
import { useMapCamera } from '../../../map/camera.ts'
import { Button } from '../../../ui/button.tsx'
import { useFormats } from '../../../ui/formats.ts'
import { useMessages } from '../../../ui/language.tsx'
import { PanelSection } from '../../../ui/panel.tsx'
import { DataTable } from '../../../ui/table.tsx'
import styles from './measure.module.css'
import { measureMessages } from './measure-messages.ts'

const FIRST_ROWS = 8
const CLOSE_ZOOM = 12

/** Population as a range, crossings without watch, settlements in reach. */
export function PlaceFigures({ coverage }: { coverage: CoverageWithoutRoads }) {
  const m = useMessages(measureMessages)
  const open = coverage.crossings.filter(({ isWatched }) => !isWatched).length
  return (
    <>
      <PanelSection title={m.population}>
        <Population population={coverage.population} />
      </PanelSection>
      <PanelSection title={m.crossings(open, coverage.crossings.length)}>
        <Crossings coverage={coverage} />
      </PanelSection>
      <PanelSection title={m.settlements(coverage.settlements.length)}>
        <Settlements coverage={coverage} />
      </PanelSection>
    </>
  )
}

function Population({ population }: { population: CoverageWithoutRoads['population'] }) {
  const m = useMessages(measureMessages)
  const { number, percent } = useFormats()
  const { known, low, high, knownCount, unknownCount } = population
  if (knownCount + unknownCount === 0) return <p className={styles.muted}>{m.noSettlement}</p>
  if (knownCount === 0) return <p>{m.populationNone(unknownCount)}</p>
  return (
    <div className={styles.range}>
      <p>
        <strong>
          {number(low)} – {number(high)}
        </strong>
      </p>
      <p>{m.populationKnown(number(known), knownCount)}</p>
      <p className={styles.muted}>
        {m.populationRange(number(low), number(high), percent(POPULATION_UNCERTAINTY))}
      </p>
      {unknownCount > 0 && <p>{m.populationUnknown(unknownCount)}</p>}
    </div>
  )
}

/** Those that nobody watches first, farthest in time first. */
function Crossings({ coverage }: { coverage: CoverageWithoutRoads }) {
  const m = useMessages(measureMessages)
  const { duration } = useFormats()
  const { crossings, posts } = coverage
  if (crossings.length === 0) return <p className={styles.muted}>{m.noCrossing}</p>
  const late = (seconds: number | null) => seconds ?? Number.POSITIVE_INFINITY
  const open = crossings
    .filter(({ isWatched }) => !isWatched)
    .sort((a, b) => late(b.seconds) - late(a.seconds) || a.name.localeCompare(b.name, 'fr'))
  if (open.length === 0) return <p>{m.allWatched}</p>
  return (
    <>
      <Rows
        caption={m.crossings(open.length, crossings.length)}
        columns={[m.crossing, m.nearestPost, m.time]}
        rows={open.map((crossing) => ({
          id: crossing.id,
          name: crossing.byFerry ? `${crossing.name} (${m.byFerry})` : crossing.name,
          position: crossing.position,
          cells: [
            posts.find(({ postId }) => postId === crossing.postId)?.name ?? m.nobody,
            duration(crossing.seconds),
          ],
        }))}
      />
      <p className={styles.note}>{m.crossingsNote}</p>
    </>
  )
}

/** Named settlements in reach, soonest first. */
function Settlements({ coverage }: { coverage: CoverageWithoutRoads }) {
  const m = useMessages(measureMessages)
  const { duration, number } = useFormats()
  const { settlements } = coverage
  if (settlements.length === 0) return <p className={styles.muted}>{m.noSettlement}</p>
  return (
    <Rows
      caption={m.settlements(settlements.length)}
      columns={[m.settlement, m.time, m.inhabitants]}
      rows={settlements.map(({ id, name, position, seconds, population }) => ({
        id,
        name,
        position,
        cells: [duration(seconds), number(population)],
      }))}
    />
  )
}

interface RowsProps {
  caption: string
  columns: readonly string[]
  rows: readonly {
    id: string
    name: string
    position: readonly [number, number]
    cells: readonly ReactNode[]
  }[]
}

/** Places by name; a click shows one on the map. */
function Rows({ caption, columns, rows }: RowsProps) {
  const m = useMessages(measureMessages)
  const camera = useMapCamera()
  const [isWhole, setIsWhole] = useState(false)
  return (
    <>
      <DataTable caption={caption}>
        <thead>
          <tr>
            {columns.map((column, index) => (
              <th key={column} scope="col" className={index > 0 ? 'number' : undefined}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, name, position, cells }, index) => (
            <tr key={id} className={isWhole || index < FIRST_ROWS ? undefined : styles.onPaperOnly}>
              <td>
                <button
                  type="button"
                  className={styles.place}
                  onClick={() => camera.show({ center: [...position], zoom: CLOSE_ZOOM })}
                >
                  {name}
                </button>
              </td>
              {cells.map((cell, place) => (
                <td key={columns[place + 1]} className="number">
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </DataTable>
      {rows.length > FIRST_ROWS && (
        <Button
          variant="quiet"
          size="small"
          className={styles.onScreenOnly ?? ''}
          onClick={() => setIsWhole(!isWhole)}
        >
          {isWhole ? m.showLess : m.showAll(rows.length)}
        </Button>
      )}
    </>
  )
}
