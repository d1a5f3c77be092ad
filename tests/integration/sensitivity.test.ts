import * as fc from 'fast-check'
import { afterAll, beforeAll, expect } from 'vitest'
import { Role } from '../../api/src/contract-kit/access.ts'
import { archivePost, changePost } from '../../api/src/features/posts/change-post.ts'
import type { Db } from '../../api/src/platform/db.ts'
import { sql } from '../../api/src/platform/sql.ts'
import { type Answer, type App, dataFolderForFile } from '../support/access-stage.ts'
import { dbTest, dbTestOn, enginesUnderTest } from '../support/db-test.ts'
import { post } from '../support/given-post.ts'
import { roads } from '../support/given-roads.ts'
import { withApp } from '../support/inject-app.ts'
import { markedBriefings } from '../support/marked-briefings.ts'
import { markedCoverage } from '../support/marked-coverage.ts'
import { markedMissions } from '../support/marked-missions.ts'
import { lookingAs, type MarkedPerson, markedPeople, SIGNED_OUT } from '../support/marked-people.ts'
import { questionsAbout } from '../support/marked-questions.ts'
import {
  type MarkedPost,
  Marker,
  markedOffice,
  markedPost,
  type RegisterPlan,
  registerPlan,
} from '../support/marked-register.ts'
import { markedVisibility } from '../support/marked-visibility.ts'
import { giveFirm, markedWorks } from '../support/marked-works.ts'
import { findLeaks, isTold, type Mark } from '../support/marks.ts'
import { giveBasemap } from '../support/region-template.ts'
import type { Asked } from '../support/signed-in.ts'
import { takenBack } from '../support/taken-back.ts'

const RUNS = 3
const LONGEST_MS = 280_000
const seed = Number(process.env.BORNE_TEST_SENSITIVITY_SEED ?? Date.now() % 0x7fffffff)
console.log(`BORNE_TEST_SENSITIVITY_SEED=${seed}`)

const dataFolder = dataFolderForFile()
beforeAll(() => giveBasemap(dataFolder.path))
afterAll(() => dataFolder.remove())

interface Stage {
  readonly db: Db
  readonly app: App
  readonly marks: readonly Mark[]
  readonly posts: readonly MarkedPost[]
  readonly people: readonly MarkedPerson[]
  readonly questions: readonly Asked[]
}

/** Who looks at the app as whom: the three roles that may, as each of the six. */
const view = fc.record({ person: fc.integer({ min: 0, max: 2 }), role: fc.constantFrom(...Role.options) })

const views = fc.uniqueArray(view, {
  minLength: 4,
  maxLength: 4,
  selector: ({ person, role }) => `${person} ${role}`,
})

// A transaction for each run: on a server, other tests wait as long as one holds the end of the journal. Each run asks
// thousands of questions of another register: the engines take turns.
for (let run = 0; run < RUNS; run++) {
  dbTestOn(
    enginesUnderTest[run % enginesUnderTest.length]!,
    `no answer tells anybody what is not for them, and every answer tells what is (run ${run + 1})`,
    async ({ db }) => {
      await roads(db)
      await fc.assert(
        fc.asyncProperty(registerPlan, views, async (plan, asked) => {
          await onStage(db, plan, async (stage) => {
            const lookers: MarkedPerson[] = []
            for (const { person, role } of asked)
              lookers.push(await lookAs(stage, stage.people[person]!, role))
            const wrong: string[] = []
            for (const person of [...stage.people, SIGNED_OUT, ...lookers])
              wrong.push(...(await judge(stage, person)))
            expect(wrong).toEqual([])
          })
        }),
        { seed: seed + run, numRuns: 1, endOnFailure: true },
      )
    },
    LONGEST_MS,
  )
}

/** Whatever happens to a post, by the words of what was done. */
const UNSEEN_CHANGES: Readonly<Record<string, (db: Db, post: MarkedPost) => Promise<unknown>>> = {
  'its texts change': (db, { id, version }) =>
    changePost(db, id, { version, name: 'Autre nom', notes: 'Autre note', agency: 'police' }),
  'its status changes': (db, { id, version }) =>
    changePost(db, id, {
      version,
      physicalHistory: [{ status: 'closed', validFrom: '2025-02-03', progressPercent: null, note: '' }],
    }),
  'it is archived': (db, { id, version }) => archivePost(db, id, version, true),
  'it loses its photo': (db, { id }) =>
    db.run(sql`update post_photo set removed_at = now() where post_id = ${id}`),
  'its works go on': (db, { id }) =>
    db.run(sql`
      update works_contract set title = 'Autre titre', version = version + 1
       where id in (select contract_id from works_contract_post where post_id = ${id})`),
  'it goes': async (db, { id }) => {
    await db.run(sql`
      delete from works_contract where id in (select contract_id from works_contract_post where post_id = ${id})`)
    await db.run(sql`delete from mission where ${id}::uuid = any(post_ids)`)
    await db.run(sql`delete from visit_request where post_id = ${id}`)
    await db.run(sql`delete from border_post where id = ${id}`)
  },
  'another one comes beside it': async (db) => {
    const { id } = await post(db, { name: 'Poste neuf' })
    await db.run(sql`update border_post set sub_office_id = 'bassikounou' where id = ${id}`)
  },
}

const plainPost = {
  isUnderWorks: false,
  isArchived: false,
  photo: 'shown',
  contacts: 1,
  components: 1,
} as const

// Thousands of questions too: on the engine that had one register less.
dbTestOn(
  enginesUnderTest[RUNS % enginesUnderTest.length]!,
  'what happens to a post changes no answer, sum or ETag of who does not see it',
  async ({ db }) => {
    await roads(db)
    const seen = { ...plainPost, subOffice: 'selibaby', namedFor: ['contractor', 'partner'] } as const
    const unseen = { ...plainPost, subOffice: 'bassikounou', namedFor: [] } as const
    await onStage(db, { salt: 1, posts: [seen, unseen] }, async (stage) => {
      const scoped = stage.people.filter(({ sight }) => !sight.isSeen(stage.posts[1]!.id))
      expect(scoped.map(({ name }) => name)).toEqual(['focal-point of selibaby', 'contractor', 'partner'])
      const people = [...scoped, await lookAs(stage, stage.people[0]!, 'partner')]
      const wrong: string[] = []
      for (const person of people) {
        const before = await tellAll(stage, person)
        for (const [what, change] of Object.entries(UNSEEN_CHANGES)) {
          const after = await takenBack(db, async () => {
            await change(db, stage.posts[1]!)
            return tellAll(stage, person)
          })
          wrong.push(...differences(before, after).map((url) => `${person.name}: ${url} when ${what}`))
        }
        const touched = await takenBack(db, async () => {
          await changePost(db, stage.posts[0]!.id, {
            version: stage.posts[0]!.version,
            facingPost: 'Vis-à-vis',
          })
          return tellAll(stage, person)
        })
        expect(differences(before, touched).length, 'what is seen does change').toBeGreaterThan(3)
      }
      expect(wrong).toEqual([])
    })
  },
  LONGEST_MS,
)

dbTest('a post that leaves one’s rows leaves one’s views as another role too', async ({ db }) => {
  const plan = { ...plainPost, subOffice: 'selibaby', namedFor: [] } as const
  await onStage(db, { salt: 2, posts: [plan] }, async (stage) => {
    const focalPoint = stage.people.find(({ name }) => name === 'focal-point of selibaby')!
    const [moved] = stage.posts
    const looker = await lookAs(stage, focalPoint, 'partner')
    const question = { url: `/api/posts/${moved!.id}` }
    expect((await askAs(stage, looker, question)).statusCode).toBe(200)
    await db.run(sql`update border_post set sub_office_id = 'bassikounou' where id = ${moved!.id}`)
    expect((await askAs(stage, focalPoint, question)).statusCode).toBe(404)
    expect((await askAs(stage, looker, question)).statusCode).toBe(404)
  })
})

/** What a person is told at each address, without what differs from one moment to the next. */
async function tellAll(stage: Stage, person: MarkedPerson): Promise<Map<string, string>> {
  const told = new Map<string, string>()
  for (const question of stage.questions.filter(({ method }) => method === undefined)) {
    const { statusCode, headers, body } = await askAs(stage, person, question)
    const lasting = body.replace(/"(requestId|computeMilliseconds)":("[^"]*"|[\d.]+)/g, '')
    const passing = lasting === body ? ['date'] : ['date', 'etag', 'content-length']
    const kept = Object.entries(headers).filter(([name]) => !passing.includes(name))
    told.set(question.url, JSON.stringify([statusCode, kept, lasting]))
  }
  return told
}

function differences(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string[] {
  return [...before.keys()].filter((url) => before.get(url) !== after.get(url))
}

/** Asks everything as a person: tells what leaked, and what they should have been told and were not. */
async function judge(stage: Stage, person: MarkedPerson): Promise<string[]> {
  const told = new Set<Mark>()
  const wrong: string[] = []
  for (const question of stage.questions) {
    const answer = spell(await askAs(stage, person, question))
    const asked = `${question.url} ${JSON.stringify(question.payload ?? '')}`
    for (const mark of findLeaks(stage.marks, { told: answer, asked, sight: person.sight }))
      wrong.push(`${person.name}: ${question.method ?? 'GET'} ${asked} told ${mark.class} ${mark.where}`)
    for (const mark of stage.marks)
      if (answer.includes(mark.text) && !asked.includes(mark.text)) told.add(mark)
  }
  const { role, sight, isViewingAs } = person
  if (!role || isViewingAs) return wrong
  const untold = stage.marks.filter((mark) => isTold(mark, sight, role) && !told.has(mark))
  return [...wrong, ...untold.map((mark) => `${person.name}: was never told ${mark.class} ${mark.where}`)]
}

function askAs({ app, db }: Stage, { cookie }: MarkedPerson, question: Asked): Promise<Answer> {
  const headers = { ...(cookie ? { cookie } : {}), 'sec-fetch-site': 'same-origin' }
  const send = () => app.inject({ ...question, headers })
  return question.method ? takenBack(db, send) : send()
}

/** Everything that comes back: status line, headers and body. */
function spell({ statusCode, statusMessage, headers, body }: Answer): string {
  return `${statusCode} ${statusMessage} ${JSON.stringify(headers)} ${body}`
}

async function onStage(db: Db, plan: RegisterPlan, work: (stage: Stage) => Promise<void>): Promise<void> {
  const marker = new Marker(plan.salt)
  const filesDir = `${dataFolder.path}/files`
  const posts: MarkedPost[] = []
  for (const [index, post] of plan.posts.entries())
    posts.push(await markedPost({ db, filesDir, marker }, post, index + 1))
  const office = await markedOffice(db, marker)
  const works = await markedWorks({ db, filesDir, marker }, posts)
  const visibility = await markedVisibility({ db, filesDir, marker }, works)
  const missions = await markedMissions({ db, marker }, posts)
  const coverage = await markedCoverage({ db, marker }, posts)
  const briefings = await markedBriefings({ db, marker }, posts)
  const people = await markedPeople(db, marker, posts)
  const firm = people.find(({ role }) => role === 'contractor')!
  await giveFirm(db, firm.accountId!, { ...works, posts })
  const { marks } = marker
  const notes = marks.filter(({ where }) => /notes|position_note|post_contact.name/.test(where)).slice(0, 3)
  const { accountId, sessionId } = await db.one<{ accountId: string; sessionId: string }>(sql`
    select account_id as "accountId", id as "sessionId" from session where account_id = ${people[5]!.accountId!} limit 1`)
  const words = [...posts.map(({ name }) => name), ...notes.map(({ text }) => text)]
  const questions = questionsAbout({
    ...office,
    ...works,
    ...visibility,
    ...missions,
    ...coverage,
    ...briefings,
    posts,
    words,
    accountId,
    sessionId,
  })
  await withApp(db, ({ anonymous: app }) => work({ db, app, marks, posts, people, questions }), {
    BORNE_DATA_DIR: dataFolder.path,
  })
}

async function lookAs(stage: Stage, person: MarkedPerson, role: Role): Promise<MarkedPerson> {
  const { person: looker, postIds } = await lookingAs(stage.db, person, { role, posts: stage.posts })
  const answer = await stage.app.inject({
    method: 'PUT',
    url: '/api/session/view-as',
    headers: { cookie: looker.cookie!, 'sec-fetch-site': 'same-origin' },
    payload: { role, postIds },
  })
  expect(answer.statusCode, answer.body).toBe(200)
  return looker
}
