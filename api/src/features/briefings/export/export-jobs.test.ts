import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { afterEach, expect, test } from 'vitest'
import { ExportJobs, type ExportProgress, type KeptExport, MOST_EXPORTS } from './export-jobs.ts'

const failures: unknown[] = []
const jobs: ExportJobs[] = []
function openJobs(): ExportJobs {
  const opened = new ExportJobs((error) => failures.push(error))
  jobs.push(opened)
  return opened
}
afterEach(async () => {
  for (const opened of jobs.splice(0)) await opened.close()
  failures.length = 0
})

const asked = (accountId: string = randomUUID(), briefingId: string = randomUUID()) => ({
  accountId,
  briefingId,
  format: 'pptx' as const,
  hasMaps: false,
  fileName: 'essai.pptx',
})

/** Runs until it is stopped. */
const endless = ({ signal }: ExportProgress) =>
  new Promise<Buffer>((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)))

async function until(job: KeptExport, state: KeptExport['state']): Promise<void> {
  while (job.state !== state) await new Promise((resolve) => setTimeout(resolve, 5))
}

test('a file is made in steps and kept for who asked, until it is forgotten or the server closes', async () => {
  const opened = openJobs()
  const job = opened.start(asked('me'), async (progress) => {
    progress.plan(3, [])
    progress.step()
    progress.step()
    progress.step()
    expect([job.stepsDone, job.stepCount]).toEqual([2, 3])
    return Buffer.from('fichier')
  })
  expect(job.state).toBe('waiting')
  opened.find(job.id, 'me')
  await until(job, 'done')
  expect(await readFile(job.path!, 'utf8')).toBe('fichier')
  expect([job.stepsDone, job.bytes]).toEqual([3, 7])
  expect(opened.find(job.id, 'me')).toBe(job)
  expect(() => opened.find(job.id, 'somebody')).toThrow(expect.objectContaining({ code: 'export-not-found' }))
  const { path } = job
  await opened.close()
  await expect(readFile(path!)).rejects.toThrow('ENOENT')
})

test('one of a briefing at a time for a person, and not more than wait', () => {
  const opened = openJobs()
  const { accountId, briefingId } = opened.start(asked(), endless)
  const again = () => opened.start(asked(accountId, briefingId), endless)
  expect(again).toThrow(expect.objectContaining({ code: 'export-running' }))
  for (let count = 1; count < MOST_EXPORTS; count++) opened.start(asked(), endless)
  expect(() => opened.start(asked(), endless)).toThrow(expect.objectContaining({ code: 'exports-full' }))
})

test('what is cancelled stops and makes way; what fails says why', async () => {
  const opened = openJobs()
  const running = opened.start(asked('me'), endless)
  const waiting = opened.start(asked('me'), endless)
  const next = opened.start(asked('me'), () => Promise.reject(new Error('broken')))
  for (const { id } of [running, waiting, next]) opened.find(id, 'me')
  await until(running, 'running')
  opened.cancel(waiting.id, 'me')
  opened.cancel(running.id, 'me')
  await until(next, 'failed')
  expect([running.state, waiting.state, running.path]).toEqual(['cancelled', 'cancelled', null])
  expect(next.failure).toEqual(new Error('broken'))
  expect(failures).toEqual([new Error('broken')])
})
