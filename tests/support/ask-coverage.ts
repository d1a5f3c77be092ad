import { expect } from 'vitest'
import { Coverage } from '../../api/src/features/coverage/measure-contract.ts'
import type { useRegion } from './use-region.ts'

/** Questions to the coverage of a region. */
export function askCoverage(region: ReturnType<typeof useRegion>) {
  async function send(path: string, payload: object) {
    const answer = await region.app.inject({ method: 'POST', url: `/api/coverage/${path}`, payload })
    return { status: answer.statusCode, body: answer.json() }
  }
  return {
    send,
    async measure(question: object = {}, more: object = {}): Promise<Coverage> {
      const { status, body } = await send('measure', { question, ...more })
      expect([status, body.code, body.detail]).toEqual([200, undefined, undefined])
      return Coverage.parse(body)
    },
  }
}
