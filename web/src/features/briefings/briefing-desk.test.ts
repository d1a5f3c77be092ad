import type { Briefing } from '@borne/api/contracts/briefings'
import { expect, test } from 'vitest'
import { BriefingDesk, type DeskDoors } from './briefing-desk.ts'
import { type BriefingDraft, beginSlide, changeSlide } from './briefing-draft.ts'

const BRIEFING: Briefing = {
  id: '00000000-0000-4000-8000-000000000001',
  title: { fr: 'Visite', en: '' },
  donorId: null,
  slides: [beginSlide('a', null), beginSlide('b', null)],
  isArchived: false,
  isDemonstration: false,
  version: 1,
  updatedAt: '2026-11-28T10:00:00Z',
}

/** A server with one briefing that keeps the rule of versions, and can fall silent. */
function givenServer() {
  let stored = BRIEFING
  let isSilent = false
  const kept: ({ base: BriefingDraft; draft: BriefingDraft } | null)[] = []
  const tookTheirs = { count: 0 }
  const doors: DeskDoors = {
    async send({ slides, ...draft }, version) {
      if (isSilent) throw new Error('silent')
      if (version !== stored.version) throw new Error('stale')
      stored = { ...stored, ...draft, slides: [...slides], version: version + 1 }
      return stored
    },
    fetch: async () => stored,
    keep: (unsaved) => void kept.push(unsaved),
    judge: (error) => (error as Error).message as 'stale' | 'silent',
    onTookTheirs: () => {
      tookTheirs.count += 1
    },
  }
  return {
    doors,
    kept,
    tookTheirs,
    stored: () => stored,
    fallSilent: (to: boolean) => {
      isSilent = to
    },
    saveElsewhere: (change: Partial<Briefing>) => {
      stored = { ...stored, ...change, version: stored.version + 1 }
    },
  }
}

const note = (desk: BriefingDesk, slideId: string, notes: string) =>
  desk.change(changeSlide(desk.getState().history.present, slideId, { notes }), `${slideId} notes`)

test('a change is kept on the device until the server has it', async () => {
  const server = givenServer()
  const desk = new BriefingDesk(BRIEFING, server.doors, null)
  note(desk, 'a', 'saluer')
  expect(desk.getState().status.kind).toBe('changed')
  expect(server.kept.at(-1)?.draft.slides[0]?.notes).toBe('saluer')
  await desk.save()
  expect(server.stored().slides[0]?.notes).toBe('saluer')
  expect(desk.getState()).toMatchObject({ status: { kind: 'saved' }, saved: { version: 2 } })
  expect(server.kept.at(-1)).toBeNull()
})

test('what others changed elsewhere is taken over, and mine is saved with it', async () => {
  const server = givenServer()
  const desk = new BriefingDesk(BRIEFING, server.doors, null)
  note(desk, 'a', 'saluer')
  server.saveElsewhere({ title: { fr: 'Visite de mars', en: '' } })
  await desk.save()
  expect(server.tookTheirs.count).toBe(1)
  await desk.save()
  expect(server.stored()).toMatchObject({ title: { fr: 'Visite de mars' }, version: 3 })
  expect(server.stored().slides[0]?.notes).toBe('saluer')
})

test('the same note written twice waits for a person, and nothing is sent before', async () => {
  const server = givenServer()
  const desk = new BriefingDesk(BRIEFING, server.doors, null)
  note(desk, 'a', 'saluer')
  server.saveElsewhere({ slides: [{ ...BRIEFING.slides[0]!, notes: 'attendre' }, BRIEFING.slides[1]!] })
  await desk.save()
  expect(desk.getState().status).toMatchObject({
    kind: 'conflict',
    clashes: [{ of: 'slide', slideId: 'a', field: 'notes' }],
  })
  note(desk, 'b', 'finir')
  await desk.save()
  expect(server.stored().version).toBe(2)
  desk.settle({ 'a notes': 'mine' })
  await desk.save()
  expect(server.stored().slides.map(({ notes }) => notes)).toEqual(['saluer', 'finir'])
})

test('without an answer it waits, and goes when there is one', async () => {
  const server = givenServer()
  const desk = new BriefingDesk(BRIEFING, server.doors, null)
  server.fallSilent(true)
  note(desk, 'a', 'saluer')
  await desk.save()
  expect(desk.getState().status.kind).toBe('waiting')
  server.fallSilent(false)
  await desk.save()
  expect(desk.getState().status.kind).toBe('saved')
  expect(server.stored().slides[0]?.notes).toBe('saluer')
})

test('what the device kept is taken up where the page is opened again', async () => {
  const server = givenServer()
  const left = new BriefingDesk(BRIEFING, server.doors, null)
  note(left, 'a', 'saluer')
  server.saveElsewhere({ title: { fr: 'Autre', en: '' } })
  const desk = new BriefingDesk(server.stored(), server.doors, server.kept.at(-1) ?? null)
  expect(desk.getState().history.present).toMatchObject({ title: { fr: 'Autre' } })
  await desk.save()
  expect(server.stored().slides[0]?.notes).toBe('saluer')
  desk.undo()
  await desk.save()
  expect(server.stored().slides[0]?.notes).toBe('')
})

test('a newer version that was read is taken, an older one is not', () => {
  const server = givenServer()
  const desk = new BriefingDesk(BRIEFING, server.doors, null)
  server.saveElsewhere({ slides: [...BRIEFING.slides, beginSlide('c', null)] })
  desk.take(server.stored())
  expect(desk.getState().history.present.slides).toHaveLength(3)
  desk.take(BRIEFING)
  expect(desk.getState()).toMatchObject({ saved: { version: 2 }, status: { kind: 'saved' } })
})
