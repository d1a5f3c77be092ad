import type { CoverageWithoutRoads } from '@borne/api/contracts/coverage'
import { useFormats } from '../../../ui/formats.ts'
import { useMessages } from '../../../ui/language.tsx'
import { PanelSection } from '../../../ui/panel.tsx'
import { StateUsedNote } from '../../../ui/state-used.tsx'
import styles from './measure.module.css'
import { measureMessages } from './measure-messages.ts'
import { useToldAccess } from './use-told-access.ts'

/** How the figures were made: what counts as in reach, of which roads and which line. */
export function MethodFigures({ coverage, isHere }: { coverage: CoverageWithoutRoads; isHere: boolean }) {
  const m = useMessages(measureMessages)
  const { duration } = useFormats()
  const tellAccess = useToldAccess()
  return (
    <>
      <PanelSection title={m.partNames.method}>
        <p>{m.method(duration(coverage.minutes * 60), tellAccess(coverage.access))}</p>
        <p>{m.methodPieces}</p>
        <p>{m.methodVersion(coverage.geometryVersion)}</p>
      </PanelSection>
      <StateUsedNote state={coverage.state}>
        <p className={styles.note}>
          {(isHere ? m.computedHere : m.computed)(String(Math.round(coverage.computeMilliseconds)))}
        </p>
      </StateUsedNote>
    </>
  )
}
