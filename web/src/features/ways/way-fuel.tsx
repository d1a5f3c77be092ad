import type { Vehicle } from '@borne/api/contracts/road-state'
import type { Way } from '@borne/api/contracts/ways'
import { useFormats } from '../../ui/formats.ts'
import { useMessages } from '../../ui/language.tsx'
import { PanelSection } from '../../ui/panel.tsx'
import { roadClassWords } from '../../ui/road-class-words.ts'
import { DataTable } from '../../ui/table.tsx'
import { fuelMessages } from './fuel-messages.ts'
import { type FuelRow, fuelRows } from './fuel-rows.ts'
import styles from './way-result.module.css'

/** What the way burns on each ground, and where the figures come from. */
export function WayFuel({ way, vehicles }: { way: Way; vehicles: readonly Vehicle[] }) {
  const m = useMessages(fuelMessages)
  const rows = fuelRows(way.byGround)
  const vehicle = vehicles.find(({ id }) => id === way.state.vehicle.id)
  return (
    <PanelSection title={m.title}>
      {rows.length > 0 && <FuelTable rows={rows} litres={way.litres} />}
      {way.litres === null && <p>{m.none}</p>}
      <details className={styles.help}>
        <summary>{m.help}</summary>
        <p>{m.method}</p>
        {vehicle && (
          <p>
            {vehicle.version === 0 ? m.ownFigures : m.setFigures} {vehicle.source}
          </p>
        )}
      </details>
    </PanelSection>
  )
}

function FuelTable({ rows, litres }: { rows: readonly FuelRow[]; litres: number | null }) {
  const m = useMessages(fuelMessages)
  const { grounds } = useMessages(roadClassWords)
  const formats = useFormats()
  return (
    <DataTable caption={m.title}>
      <thead>
        <tr>
          <th scope="col">{m.ground}</th>
          <th scope="col" className="number">
            {m.distance}
          </th>
          <th scope="col" className="number">
            {m.per100Km}
          </th>
          <th scope="col" className="number">
            {m.litres}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.ground}>
            <td>{grounds[row.ground]}</td>
            <td className="number">{formats.distance(row.lengthMetres)}</td>
            <td className="number">{formats.number(row.litresPer100Km, 1)}</td>
            <td className="number">{formats.litres(row.litres)}</td>
          </tr>
        ))}
        <tr>
          <th scope="row" colSpan={3}>
            {m.total}
          </th>
          <td className="number">
            <strong>{formats.litres(litres)}</strong>
          </td>
        </tr>
      </tbody>
    </DataTable>
  )
}
