import type { ContractFact } from '../facts.ts'
import type { PresentedTable } from '../presentation-contract.ts'
import type { TABLES, Texts } from '../slide-contract.ts'
import type { SlideScope } from './slide-scope.ts'
import { sameText, tellBoth, toTenth } from './tell.ts'
import { postsSource, visibilitySource, worksSource } from './tell-source.ts'
import { AGENCY_WORDS, LEGAL_WORDS, PLAQUE_WORDS, STAGE_WORDS, STATUS_WORDS } from './words.ts'

export type TableName = (typeof TABLES)[number]
type Cell = PresentedTable['rows'][number][number]
type Unit = PresentedTable['columns'][number]['unit']
interface Column<T> {
  readonly label: Texts
  readonly unit?: Unit
  readonly cell: (row: T) => Cell
}

const MOST_ROWS = 40

/** Null when there is no row that may be told. */
export function presentTable(table: TableName, scope: SlideScope): PresentedTable | null {
  switch (table) {
    case 'posts':
      return postsTable(scope)
    case 'works':
      return worksTable(scope)
    case 'milestones':
      return milestonesTable(scope)
    case 'visibility':
      return visibilityTable(scope)
  }
}

/** A column of which nothing is known, or may be told, is left out. */
function tableOf<T>(
  title: Texts,
  source: Texts,
  rows: readonly T[],
  columns: readonly Column<T>[],
): PresentedTable | null {
  if (rows.length === 0) return null
  const kept = columns.filter(({ cell }) => rows.some((row) => cell(row) !== null))
  return {
    title,
    columns: kept.map(({ label, unit }) => ({ label, unit: unit ?? null })),
    rows: rows.slice(0, MOST_ROWS).map((row) => kept.map(({ cell }) => cell(row))),
    leftOutCount: Math.max(0, rows.length - MOST_ROWS),
    source,
  }
}

const orTenth = (value: number | null) => (value === null ? null : toTenth(value))
const orNull = (text: string | null): Texts | null => (text ? sameText(text) : null)
const dayOrNull = (day: string | null): Texts | null =>
  day === null ? null : tellBoth((tell) => tell.day(day))

function postsTable({ posts, days, naming }: SlideScope): PresentedTable | null {
  return tableOf({ fr: 'Postes', en: 'Posts' }, postsSource(days.on), posts, [
    { label: { fr: 'Poste', en: 'Post' }, cell: (post) => sameText(naming.nameOf(post)) },
    { label: { fr: 'Moughataa', en: 'Moughataa' }, cell: (post) => orNull(post.moughataa) },
    { label: { fr: 'État', en: 'Status' }, cell: (post) => STATUS_WORDS[post.status] },
    { label: { fr: 'Depuis', en: 'Since' }, cell: (post) => dayOrNull(post.statusSince) },
    {
      label: { fr: 'Avancement', en: 'Progress' },
      unit: 'percent',
      cell: (post) => (post.status === 'under-works' ? post.progressPercent : null),
    },
    {
      label: { fr: 'Statut juridique', en: 'Legal status' },
      cell: (post) => (post.legalStatus ? LEGAL_WORDS[post.legalStatus] : null),
    },
    {
      label: { fr: 'Service', en: 'Agency' },
      cell: (post) => (post.agency ? (AGENCY_WORDS[post.agency] ?? sameText(post.agency)) : null),
    },
  ])
}

function worksTable({ contracts, posts, days, naming }: SlideScope): PresentedTable | null {
  const names = new Map(posts.map((post) => [post.id, naming.nameOf(post)]))
  const currencies = [...new Set(contracts.flatMap(({ currency }) => (currency ? [currency] : [])))]
  const [only] = currencies
  const isOne = currencies.length === 1
  return tableOf({ fr: 'Travaux', en: 'Works' }, worksSource(days.on), contracts, [
    { label: { fr: 'Marché', en: 'Contract' }, cell: (contract) => orNull(contract.reference) },
    { label: { fr: 'Objet', en: 'Subject' }, cell: (contract) => orNull(contract.title) },
    {
      label: { fr: 'Postes', en: 'Posts' },
      cell: ({ postIds }) => orNull(postIds.flatMap((id) => names.get(id) ?? []).join(', ')),
    },
    { label: { fr: 'Entreprise', en: 'Contractor' }, cell: (contract) => orNull(contract.contractor) },
    { label: { fr: 'Étape', en: 'Stage' }, cell: (contract) => STAGE_WORDS[contract.stage] },
    {
      label: { fr: 'Construit', en: 'Built' },
      unit: 'percent',
      cell: (contract) => contract.physicalPercent,
    },
    {
      label: { fr: 'Prévu', en: 'Planned' },
      unit: 'percent',
      cell: (contract) => orTenth(contract.plannedPercent),
    },
    { label: { fr: 'Fin du délai', en: 'Due' }, cell: (contract) => dayOrNull(contract.endsOn) },
    { label: { fr: 'Retard', en: 'Delay' }, unit: 'days', cell: (contract) => contract.delayDays },
    {
      label: { fr: 'Montant HT', en: 'Amount before tax' },
      unit: isOne ? (only as Unit) : null,
      cell: (contract) => amountCell(contract, isOne),
    },
    { label: { fr: 'Payé', en: 'Paid' }, unit: 'percent', cell: (contract) => orTenth(contract.paidPercent) },
  ])
}

/** Where the currencies differ, each amount names its own. */
function amountCell({ amountMinor, currency }: ContractFact, isOne: boolean): Cell {
  if (amountMinor === null || currency === null) return null
  const whole = Math.round(amountMinor / 100)
  return isOne ? whole : tellBoth((tell) => tell.money(whole, currency))
}

function milestonesTable({ contracts, days }: SlideScope): PresentedTable | null {
  const rows = contracts
    .flatMap((contract) => contract.milestones.map((milestone) => ({ contract, milestone })))
    .sort((a, b) => compareMilestones(a.milestone, b.milestone))
  return tableOf({ fr: 'Jalons', en: 'Milestones' }, worksSource(days.on), rows, [
    { label: { fr: 'Jour', en: 'Day' }, cell: ({ milestone }) => dayOrNull(milestone.on) },
    { label: { fr: 'Jalon', en: 'Milestone' }, cell: ({ milestone }) => sameText(milestone.name) },
    {
      label: { fr: 'Marché', en: 'Contract' },
      cell: ({ contract }) => orNull(contract.title ?? contract.reference),
    },
    {
      label: { fr: 'État', en: 'State' },
      cell: ({ milestone }) => milestoneState(milestone, days.on),
    },
  ])
}

function milestoneState({ isDone, on }: ContractFact['milestones'][number], today: string): Texts {
  if (isDone) return { fr: 'Fait', en: 'Done' }
  return on !== null && on < today ? { fr: 'En retard', en: 'Late' } : { fr: 'À venir', en: 'To come' }
}

/** What is to come, the next first; then what is done, the last first. */
function compareMilestones(
  a: ContractFact['milestones'][number],
  b: ContractFact['milestones'][number],
): number {
  if (a.isDone !== b.isDone) return a.isDone ? 1 : -1
  const order = (a.on ?? '9').localeCompare(b.on ?? '9')
  return a.isDone ? -order : order
}

function visibilityTable({ posts, facts, slide, days, naming }: SlideScope): PresentedTable | null {
  const donorId = slide.view?.posts.donorId
  const names = new Map(facts.donors.map((donor) => [donor.id, donor.names]))
  const rows = posts.flatMap((post) =>
    post.plaques
      .filter((plaque) => !donorId || plaque.donorId === donorId)
      .map((plaque) => ({ post, plaque })),
  )
  return tableOf(
    { fr: 'Visibilité des bailleurs', en: 'Visibility of donors' },
    visibilitySource(days.on),
    rows,
    [
      { label: { fr: 'Poste', en: 'Post' }, cell: ({ post }) => sameText(naming.nameOf(post)) },
      { label: { fr: 'Bailleur', en: 'Donor' }, cell: ({ plaque }) => names.get(plaque.donorId) ?? null },
      { label: { fr: 'Plaque', en: 'Plaque' }, cell: ({ plaque }) => PLAQUE_WORDS[plaque.state] },
      { label: { fr: 'Vue le', en: 'Seen on' }, cell: ({ plaque }) => dayOrNull(plaque.seenOn) },
    ],
  )
}
