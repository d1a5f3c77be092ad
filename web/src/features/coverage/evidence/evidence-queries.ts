import type { CoverageEvidences, RecomputedEvidence } from '@borne/api/contracts/coverage'
import { queryOptions } from '@tanstack/react-query'
import { getJson, sendJson } from '../../../platform/api.ts'

export const EVIDENCE_KEY = 'coverage-evidence'

export const evidencesQuery = queryOptions({
  queryKey: [EVIDENCE_KEY, 'list'],
  queryFn: ({ signal }) => getJson<CoverageEvidences>('/api/coverage/evidence', {}, signal),
})

export function recompute(evidenceId: string): Promise<RecomputedEvidence> {
  return sendJson<RecomputedEvidence>('POST', `/api/coverage/evidence/${evidenceId}/recompute`)
}

export function fileAddress(evidenceId: string, format: 'geojson' | 'csv' | 'pdf'): string {
  return `/api/coverage/evidence/${evidenceId}/export/${format}`
}
