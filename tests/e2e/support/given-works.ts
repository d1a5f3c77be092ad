import { randomUUID } from 'node:crypto'

/** Asks the server on behalf of whoever is signed in. */
export type Ask = <T>(
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  path: string,
  body?: unknown,
) => Promise<T>

interface Event {
  readonly id: string
  readonly kind: string
  readonly happenedOn: string
  readonly about: string | null
  readonly payload: object
}

const BILL = {
  packages: [
    { code: 'I', label: 'Installation et terrassement', weightPpm: null },
    { code: 'II', label: 'Gros œuvre', weightPpm: null },
    { code: 'III', label: 'Couverture et menuiserie', weightPpm: null },
    { code: 'IV', label: 'Énergie solaire et eau', weightPpm: null },
  ],
  items: [
    item('1.1', 'I', 'Installation de chantier', 'forfait', 1, 250_000),
    item('1.2', 'I', 'Terrassement', 'm³', 400, 450),
    item('2.1', 'II', 'Béton armé', 'm³', 120, 9_500),
    item('2.2', 'II', 'Maçonnerie en agglos', 'm²', 850, 1_200),
    item('3.1', 'III', 'Couverture en bac alu', 'm²', 320, 1_850),
    item('3.2', 'III', 'Portes et fenêtres', 'u', 26, 14_000),
    item('4.1', 'IV', 'Centrale solaire 6 kWc', 'u', 1, 980_000),
    item('4.2', 'IV', 'Forage équipé', 'u', 1, 1_074_000),
  ],
}

/** What the items of the bill come to: 5 600 000 MRU. */
const AMOUNT_MINOR = BILL.items.reduce(
  (sum, { quantityMilli, unitPriceMinor }) => sum + (quantityMilli * unitPriceMinor) / 1000,
  0,
)

/** A fifth of it, with taxes of 16 %. */
const ADVANCE_MINOR = (AMOUNT_MINOR * 232) / 1000

function item(
  code: string,
  packageCode: string,
  label: string,
  unit: string,
  quantity: number,
  price: number,
) {
  return { code, packageCode, label, unit, quantityMilli: quantity * 1000, unitPriceMinor: price * 100 }
}

const PLAN = {
  name: 'Planning contractuel',
  activities: [
    activity('A', 'Installation et terrassement', 'I', 24, []),
    activity('B', 'Fondations et élévation', 'II', 70, ['A']),
    activity('C', 'Couverture', 'III', 30, ['B']),
    activity('D', 'Menuiserie', 'III', 24, ['C']),
    activity('E', 'Centrale solaire', 'IV', 18, ['C']),
    activity('F', 'Forage', 'IV', 20, ['A']),
    activity('R', 'Réception provisoire', null, 0, ['D', 'E', 'F']),
  ],
}

function activity(
  code: string,
  label: string,
  packageCode: string | null,
  durationDays: number,
  after: string[],
) {
  const predecessors = after.map((name) => ({ code: name, type: 'FS', lagDays: 0 }))
  return { code, label, packageCode, durationDays, predecessors, notBefore: null }
}

/** Days before today, as a day. */
export function daysAgo(days: number): string {
  return new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10)
}

/** One who pays and one who builds, and the project between them. */
export async function givenParties(ask: Ask): Promise<{ projectId: string; contractorId: string }> {
  const tag = randomUUID().slice(0, 4)
  interface Parties {
    donors: Named[]
    contractors: Named[]
    programmes: Named[]
    projects: Named[]
  }
  interface Named {
    id: string
    name: string
  }
  const idOf = (list: Named[], name: string) => list.find((one) => one.name === name)!.id
  const [donor, firm, programme, project] = [
    `Bailleur ${tag}`,
    `Sahel Bâtiment ${tag}`,
    `Frontières ${tag}`,
    `Postes ${tag}`,
  ]
  await ask('POST', '/api/works/donors', { code: `BE-${tag}`, name: donor })
  await ask('POST', '/api/works/contractors', { name: firm, contact: 'Sélibaby' })
  const made = await ask<Parties>('POST', '/api/works/programmes', { name: programme })
  const { projects } = await ask<Parties>('POST', '/api/works/projects', {
    programmeId: idOf(made.programmes, programme),
    name: project,
    currency: 'MRU',
    contributions: [{ donorId: idOf(made.donors, donor), sharePpm: 1_000_000, amountMinor: null }],
  })
  return { projectId: idOf(projects, project), contractorId: idOf(made.contractors, firm) }
}

export interface GivenContract {
  readonly id: string
  readonly reference: string
  readonly title: string
}

/** A contract of 240 days on a post, on which nothing has happened yet. */
export async function givenContract(
  ask: Ask,
  parties: { projectId: string; contractorId: string },
  facts: { reference: string; title: string; postIds: string[] },
): Promise<GivenContract> {
  return ask<GivenContract>('POST', '/api/works/contracts', {
    ...parties,
    ...facts,
    currency: 'MRU',
    amountMinor: AMOUNT_MINOR,
    taxPpm: 160_000,
    durationDays: 240,
    terms: {
      penaltyPerDayPpm: 1_000,
      penaltyCapPpm: 100_000,
      retentionPpm: 50_000,
      advancePpm: 200_000,
      advanceRecoveryFromPpm: 200_000,
      advanceRecoveryToPpm: 800_000,
      guaranteeMonths: 12,
    },
  })
}

/**
 * What happened on a contract that began `daysSinceStart` days ago: signature, guarantees, plan, advance, a stop for
 * rain, reports of two packages, two certificates of which one is paid, two réserves.
 */
export async function givenWorks(ask: Ask, contractId: string, daysSinceStart: number): Promise<void> {
  const { items } = await ask<{ items: { id: string }[] }>('GET', '/api/works/calendars')
  const at = (days: number) => daysAgo(daysSinceStart - days)
  const record = (events: Event[]) => ask('POST', `/api/works/contracts/${contractId}/events`, { events })
  const plan = { ...PLAN, calendarId: items[0]!.id }
  const advance = event('certificate', at(10), { number: 1, role: 'advance', quantities: [] })
  await record([
    event('signature', at(-20)),
    event('bill', at(-20), BILL, false),
    event('plan', at(-20), { ...plan, role: 'baseline' }, false),
    guarantee('advance', at(-10), at(daysSinceStart + 200)),
    guarantee('performance', at(-10), at(daysSinceStart + 11)),
    event('start-order', at(0)),
    advance,
    event('payment', at(24), { amountMinor: ADVANCE_MINOR }, true, advance.id),
    event('stop-order', at(80), { cause: 'rain' }),
    event('resume-order', at(101)),
    event('lost-day', at(70), { cause: 'rain', rainMillimetres: 38.5 }),
  ])
  for (const [day, first, second] of [
    [30, 60, 0],
    [60, 100, 25],
    [125, 100, 55],
    [160, 100, 80],
  ] as const) {
    if (day > daysSinceStart - 5) break
    await report(ask, contractId, at(day), first, second)
  }
  const certificate = event('certificate', at(62), {
    number: 2,
    role: 'interim',
    quantities: [
      { itemCode: '1.1', quantityMilli: 1_000 },
      { itemCode: '1.2', quantityMilli: 400_000 },
      { itemCode: '2.1', quantityMilli: 30_000 },
    ],
  })
  await record([
    certificate,
    event('payment', at(75), { amountMinor: 20_000_000 }, true, certificate.id),
    punch('Fissure du linteau de la porte sud', 'major', at(64), at(90)),
    punch('Regard de visite sans couvercle', 'minor', at(64), null),
  ])
}

/** A report of the contractor's works, validated by a second person, after which the first one is signed in again. */
export async function report(
  ask: Ask,
  contractId: string,
  day: string,
  first: number,
  second: number,
): Promise<void> {
  const measures = [
    { packageCode: 'I', percent: first },
    { packageCode: 'II', percent: second },
  ]
  const made = event('progress-report', day, { measures, fallReason: null })
  await ask('POST', `/api/works/contracts/${contractId}/events`, { events: [made] })
  await ask('POST', '/api/session/demonstration', { role: 'coordinator' })
  await ask('POST', `/api/works/contracts/${contractId}/events`, {
    events: [event('report-validated', day, {}, true, made.id)],
  })
  await ask('POST', '/api/session/demonstration', { role: 'administrator' })
}

function guarantee(type: string, day: string, expiresOn: string): Event {
  const [reference, issuer] = [`CAU-${type.slice(0, 3).toUpperCase()}-014`, 'Banque du Guidimakha']
  return event('guarantee', day, { type, reference, issuer, amountMinor: AMOUNT_MINOR / 10, expiresOn })
}

function punch(label: string, severity: string, day: string, dueOn: string | null): Event {
  return event('punch-item', day, {
    nature: 'reserve',
    label,
    severity,
    owner: 'Entreprise',
    dueOn,
    pin: null,
  })
}

function event(
  kind: string,
  happenedOn: string,
  payload: object = {},
  isNoted = true,
  about: string | null = null,
): Event {
  const note = isNoted ? { note: '' } : {}
  const penalties = kind === 'certificate' ? { penaltiesMinor: 0 } : {}
  return { id: randomUUID(), kind, happenedOn, about, payload: { ...note, ...penalties, ...payload } }
}
