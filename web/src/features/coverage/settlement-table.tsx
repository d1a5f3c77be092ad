import type { Reach } from '@borne/api/contracts/coverage'
import { useState } from 'react'
import { useMapCamera } from '../../map/camera.ts'
import { Button } from '../../ui/button.tsx'
import { useFormats } from '../../ui/formats.ts'
import { useMessages } from '../../ui/language.tsx'
import { DataTable } from '../../ui/table.tsx'
import styles from './coverage-page.module.css'
import { messages } from './messages.ts'

const FIRST_ROWS = 8
const CLOSE_ZOOM = 12

/** Named settlements in reach, soonest first. */
export function SettlementTable({ reach }: { reach: Reach }) {
  const m = useMessages(messages)
  const camera = useMapCamera()
  const { duration, number } = useFormats()
  const [isWhole, setIsWhole] = useState(false)
  const { settlements } = reach
  if (settlements.length === 0) return <p className={styles.muted}>{m.noSettlement}</p>
  return (
    <>
      <DataTable caption={m.settlements(settlements.length)}>
        <thead>
          <tr>
            <th scope="col">{m.settlement}</th>
            <th scope="col" className="number">
              {m.time}
            </th>
            <th scope="col" className="number">
              {m.population}
            </th>
          </tr>
        </thead>
        <tbody>
          {settlements.map((settlement, index) => (
            <tr
              key={settlement.id}
              className={isWhole || index < FIRST_ROWS ? undefined : styles.onPaperOnly}
            >
              <td>
                <button
                  type="button"
                  className={styles.place}
                  onClick={() => camera.show({ center: settlement.position, zoom: CLOSE_ZOOM })}
                >
                  {settlement.name}
                </button>
              </td>
              <td className="number">{duration(settlement.seconds)}</td>
              <td className="number">{number(settlement.population)}</td>
            </tr>
          ))}
        </tbody>
      </DataTable>
      {settlements.length > FIRST_ROWS && (
        <Button
          variant="quiet"
          size="small"
          className={styles.onScreenOnly}
          onClick={() => setIsWhole(!isWhole)}
        >
          {isWhole ? m.showLess : m.showAll(settlements.length)}
        </Button>
      )}
      <p className={styles.muted}>
        {reach.populationUnknownCount === settlements.length
          ? m.populationAllUnknown(settlements.length)
          : m.populationNote(number(reach.populationKnown), reach.populationUnknownCount)}
      </p>
    </>
  )
}
