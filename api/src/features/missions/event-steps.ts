import type { Permission } from '../../contract-kit/access.ts'
import type { ProblemCode } from '../../platform/problems.ts'
import type { MissionEventInput, MissionStatus } from './event-contract.ts'

interface Step {
  /** In which states it may be recorded, and what is told in the others. */
  readonly needs: readonly MissionStatus[]
  readonly otherwise: ProblemCode
  readonly becomes: MissionStatus
  readonly permission: Permission
}

/** What may be recorded on a mission in which state, and what becomes of it. */
export const EVENT_STATUS: Readonly<Record<MissionEventInput['kind'], Step>> = {
  submitted: {
    needs: ['draft', 'refused'],
    otherwise: 'mission-submitted-already',
    becomes: 'submitted',
    permission: 'missions.plan',
  },
  cleared: {
    needs: ['submitted'],
    otherwise: 'mission-not-submitted',
    becomes: 'cleared',
    permission: 'missions.clear',
  },
  refused: {
    needs: ['submitted'],
    otherwise: 'mission-not-submitted',
    becomes: 'refused',
    permission: 'missions.clear',
  },
  begun: {
    needs: ['cleared'],
    otherwise: 'mission-not-cleared',
    becomes: 'under-way',
    permission: 'missions.plan',
  },
  'checked-in': {
    needs: ['under-way'],
    otherwise: 'mission-not-under-way',
    becomes: 'under-way',
    permission: 'missions.plan',
  },
  deviated: {
    needs: ['under-way'],
    otherwise: 'mission-not-under-way',
    becomes: 'under-way',
    permission: 'missions.plan',
  },
  done: {
    needs: ['under-way'],
    otherwise: 'mission-not-under-way',
    becomes: 'done',
    permission: 'missions.plan',
  },
}
