import { GROUNDS, HIGHWAYS, SMOOTHNESSES } from '@borne/geodata/road-network/road-codes'
import type { ReactNode } from 'react'
import { Checkbox } from '../../ui/field.tsx'
import { useMessages } from '../../ui/language.tsx'
import { roadClassWords } from '../../ui/road-class-words.ts'
import { DataTable } from '../../ui/table.tsx'
import styles from './settings.module.css'
import { settingsMessages } from './settings-messages.ts'

/** What stands in the place of each number: the number itself, or a field to change it. */
export interface NumberCells {
  cell(path: string, label: string): ReactNode
  readonly passesFourWheelDrive: boolean
  readonly hasFerry: boolean
  /** Given while it is edited. */
  onPasses?(passes: boolean): void
  onFerry?(hasFerry: boolean): void
}

/** The figures of a vehicle: speeds by class, factors and fuel by ground, by the state of a track, and the rest. */
export function VehicleTables({ cells }: { cells: NumberCells }) {
  return (
    <>
      <SpeedTable cells={cells} />
      <GroundTable cells={cells} />
      <QualityTable cells={cells} />
      <OtherTable cells={cells} />
    </>
  )
}

function SpeedTable({ cells }: { cells: NumberCells }) {
  const m = useMessages(settingsMessages)
  const words = useMessages(roadClassWords)
  return (
    <Figures title={m.speeds} hint={m.forbiddenHint}>
      <thead>
        <tr>
          <th scope="col">{m.roadClass}</th>
          <th scope="col" className="number">
            {m.kmh}
          </th>
        </tr>
      </thead>
      <tbody>
        {HIGHWAYS.map((highway) => (
          <Row
            key={highway}
            name={words.highways[highway]}
            path={`kmhByHighway.${highway}`}
            label={`${words.highways[highway]}, ${m.kmh}`}
            cells={cells}
          />
        ))}
      </tbody>
    </Figures>
  )
}

function GroundTable({ cells }: { cells: NumberCells }) {
  const m = useMessages(settingsMessages)
  const words = useMessages(roadClassWords)
  const columns = [
    { head: m.dry, pathOf: (ground: string) => `byGround.${ground}.dry` },
    { head: m.wet, pathOf: (ground: string) => `byGround.${ground}.wet` },
    { head: m.litres, pathOf: (ground: string) => `litresPer100KmByGround.${ground}` },
  ]
  return (
    <Figures title={m.grounds} hint={m.groundHint}>
      <thead>
        <tr>
          <th scope="col">{m.ground}</th>
          {columns.map(({ head }) => (
            <th key={head} scope="col" className="number">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {GROUNDS.map((ground) => (
          <tr key={ground}>
            <td>{words.grounds[ground]}</td>
            {columns.map(({ head, pathOf }) => (
              <td key={head} className="number">
                {cells.cell(pathOf(ground), `${words.grounds[ground]}, ${head}`)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </Figures>
  )
}

function QualityTable({ cells }: { cells: NumberCells }) {
  const m = useMessages(settingsMessages)
  const rows = [
    ...[1, 2, 3, 4, 5].map((grade) => ({ name: m.trackGrade(grade), path: `byTrackGrade.${grade - 1}` })),
    ...SMOOTHNESSES.map((one, place) => ({ name: m.smoothnesses[one], path: `bySmoothness.${place}` })),
  ]
  return (
    <Figures title={m.quality} hint={m.qualityHint}>
      <tbody>
        {rows.map(({ name, path }) => (
          <Row key={path} name={name} path={path} label={`${name}, ${m.factor}`} cells={cells} />
        ))}
      </tbody>
    </Figures>
  )
}

function OtherTable({ cells }: { cells: NumberCells }) {
  const m = useMessages(settingsMessages)
  const rows = [
    { name: m.topKmh, path: 'topKmh', unit: m.kmh },
    ...(cells.hasFerry
      ? [
          { name: m.ferryKmh, path: 'ferry.kmh', unit: m.kmh },
          { name: m.ferryWait, path: 'ferry.waitMinutes', unit: m.minutes },
        ]
      : []),
    { name: m.crossCountryKmh, path: 'crossCountryKmh', unit: m.kmh },
    { name: m.detour, path: 'detourFactor', unit: m.times },
    { name: m.maxConnector, path: 'maxConnectorMetres', unit: m.metres },
  ]
  return (
    <Figures title={m.other} hint={m.detourHint}>
      <tbody>
        <Choice label={m.passes} isChosen={cells.passesFourWheelDrive} onChange={cells.onPasses} />
        <Choice label={m.takesFerry} isChosen={cells.hasFerry} onChange={cells.onFerry} />
        {rows.map(({ name, path, unit }) => (
          <Row key={path} name={`${name} (${unit})`} path={path} label={`${name}, ${unit}`} cells={cells} />
        ))}
      </tbody>
    </Figures>
  )
}

interface ChoiceProps {
  label: string
  isChosen: boolean
  onChange: ((isChosen: boolean) => void) | undefined
}

function Choice({ label, isChosen, onChange }: ChoiceProps) {
  const m = useMessages(settingsMessages)
  if (onChange) {
    return (
      <tr>
        <td colSpan={2}>
          <Checkbox label={label} checked={isChosen} onChange={onChange} />
        </td>
      </tr>
    )
  }
  return (
    <tr>
      <td>{label}</td>
      <td className="number">{isChosen ? m.yes : m.no}</td>
    </tr>
  )
}

interface RowProps {
  name: string
  path: string
  label: string
  cells: NumberCells
}

function Row({ name, path, label, cells }: RowProps) {
  return (
    <tr>
      <td>{name}</td>
      <td className="number">{cells.cell(path, label)}</td>
    </tr>
  )
}

/** A table that stays folded until it is wanted: a vehicle has many figures. */
function Figures({ title, hint, children }: { title: string; hint: string; children: ReactNode }) {
  return (
    <details className={styles.figures}>
      <summary>{title}</summary>
      <p className={styles.hint}>{hint}</p>
      <DataTable caption={title}>{children}</DataTable>
    </details>
  )
}
