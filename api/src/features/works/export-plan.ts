import type { Activity, Dependency } from '@borne/geodata/works/types'
import type { OutTable } from '../../platform/write-sheet.ts'
import { readPredecessors } from './plan-rows.ts'

/** A schedule as a table; `importPlan` reads the same activities back. */
export function planTable(activities: readonly Activity[], titles: readonly string[]): OutTable {
  return {
    name: 'Planning',
    titles,
    columns: [
      { head: 'N°', kind: 'text', widthCharacters: 10 },
      { head: 'Tâche', kind: 'text', widthCharacters: 60 },
      { head: 'Durée (jours ouvrés)', kind: 'number' },
      { head: 'Prédécesseurs', kind: 'text', widthCharacters: 24 },
      { head: 'Pas avant le', kind: 'day' },
      { head: 'Lot', kind: 'text', widthCharacters: 10 },
    ],
    rows: activities.map(({ code, label, durationDays, predecessors, notBefore, packageCode }) => ({
      cells: [
        code,
        label,
        durationDays,
        predecessors.map(tellPredecessor).join(' ; '),
        notBefore,
        packageCode,
      ],
    })),
  }
}

/** The code alone where that says it all; else the relation behind a space, and the lag in days. */
function tellPredecessor({ code, type, lagDays }: Dependency): string {
  const [alone] = readPredecessors(code) ?? []
  if (type === 'FS' && lagDays === 0 && alone?.code === code) return code
  return `${code} ${type}${lagDays < 0 ? '-' : '+'}${Math.abs(lagDays)}j`
}
