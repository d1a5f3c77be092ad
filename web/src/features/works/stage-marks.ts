import type { WorksStage } from '@borne/api/contracts/works'
import type { MarkStatus } from '../../ui/status-mark.tsx'

/** How far works have come, in the shapes of the posts; in the order of the legal chain. */
export const STAGE_MARKS: Readonly<Record<WorksStage, MarkStatus>> = {
  preparation: 'planned',
  tender: 'planned',
  award: 'planned',
  signature: 'planned',
  started: 'under-works',
  stopped: 'suspended',
  'pre-accepted': 'under-works',
  'provisionally-accepted': 'operational',
  'finally-accepted': 'operational',
  closed: 'operational',
  terminated: 'closed',
}

export const WORKS_STAGES = Object.keys(STAGE_MARKS) as WorksStage[]

const RUNNING: ReadonlySet<WorksStage> = new Set(['started', 'stopped', 'pre-accepted'])

/** Between the start order and the provisional acceptance. */
export function isRunning(stage: WorksStage): boolean {
  return RUNNING.has(stage)
}
