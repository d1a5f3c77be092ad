import { Button } from '../../ui/button.tsx'
import { useFormats } from '../../ui/formats.ts'
import { useMessages } from '../../ui/language.tsx'
import styles from './plan.module.css'
import { planMessages } from './plan-messages.ts'
import type { StoredPlan } from './stored-plans.ts'
import type { UnsavedPlan } from './use-unsaved-plan.ts'

/** A plan that was not saved when the page was left: taken up again, or thrown away. */
export function UnsavedPlanNote({ offered, take, drop }: UnsavedPlan & { offered: StoredPlan }) {
  const m = useMessages(planMessages)
  const formats = useFormats()
  return (
    <section className={styles.kept} aria-labelledby="kept-plan">
      <h2 id="kept-plan">{m.keptTitle}</h2>
      <p title={formats.instant(offered.keptAt)}>{m.keptText(formats.relative(offered.keptAt))}</p>
      <div className={styles.buttons}>
        <Button size="small" onClick={take}>
          {m.keptTake}
        </Button>
        <Button size="small" variant="quiet" onClick={drop}>
          {m.keptDrop}
        </Button>
      </div>
    </section>
  )
}
