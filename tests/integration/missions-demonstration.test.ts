import { expect } from 'vitest'
import { Mission, MissionRows } from '../../api/src/features/missions/contract.ts'
import { DueVisits } from '../../api/src/features/missions/due-contract.ts'
import {
  loadDemonstrationMissions,
  removeDemonstrationMissions,
} from '../../api/src/features/missions/load-demonstration.ts'
import { MissionSettings } from '../../api/src/features/missions/settings-contract.ts'
import { loadDemonstration } from '../../api/src/features/posts/load-demonstration.ts'
import { loadDemonstrationAccounts } from '../../api/src/platform/access/demonstration-accounts.ts'
import { sql } from '../../api/src/platform/sql.ts'
import { dbTest } from '../support/db-test.ts'
import { region } from '../support/given-region.ts'
import { withApp } from '../support/inject-app.ts'

const LONGEST_MS = 180_000

dbTest(
  'the fictional missions are loaded once, answer as contracts say, and go as they came',
  async ({ db }) => {
    await region(db)
    await loadDemonstration(db)
    await loadDemonstrationAccounts(db)
    expect(await loadDemonstrationMissions(db)).toEqual({ added: 3 })
    expect(await loadDemonstrationMissions(db)).toEqual({ added: 0 })
    await withApp(db, async ({ app }) => {
      const settings = MissionSettings.parse((await app.inject('/api/missions/settings')).json())
      expect(settings.vehicles.filter(({ isDemonstration }) => isDemonstration)).toHaveLength(3)
      expect(settings.rules.every(({ isExample }) => isExample)).toBe(true)
      const { items } = MissionRows.parse((await app.inject('/api/missions')).json())
      expect(items.map(({ status }) => status)).toEqual(['draft', 'cleared', 'done'])
      for (const { id } of items) {
        const mission = Mission.parse((await app.inject(`/api/missions/${id}`)).json())
        expect(mission.plan?.days.length).toBeGreaterThan(0)
        expect((await app.inject(`/api/missions/${id}/question`)).statusCode).toBe(200)
      }
      const due = DueVisits.parse((await app.inject('/api/missions/due?on=2026-10-15')).json())
      const asked = due.items.find(({ name }) => name === 'Boully')
      expect(asked).toMatchObject({ priority: 'high', latest: '2026-11-15' })
      expect(asked?.reasons.map(({ kind }) => kind)).toEqual(['requested', 'never-visited'])
      expect(due.items[0]?.priority).toBe('high')
      expect(due.items.find(({ name }) => name === 'Gouraye')).toBeUndefined()
      const later = DueVisits.parse((await app.inject('/api/missions/due?on=2027-02-15')).json())
      expect(later.items.find(({ name }) => name === 'Gouraye')).toMatchObject({ lastVisitOn: '2026-10-05' })
    })
    expect(await removeDemonstrationMissions(db)).toEqual({ deleted: 3 })
    const left = await db.one<{ rows: number }>(sql`
    select ((select count(*) from mission) + (select count(*) from vehicle) + (select count(*) from mission_place)
            + (select count(*) from mission_area) + (select count(*) from visit_request)
            + (select count(*) from mission_rule where is_demonstration))::int as rows`)
    expect(left.rows).toBe(0)
  },
  LONGEST_MS,
)
