import type { Facts } from '../../../platform/documents/document-facts.ts'
import type { DocumentToMake } from '../../../platform/documents/make-document.ts'
import { acceptanceFacts } from './acceptance-report.ts'
import type { DocumentSource } from './document-source.ts'
import { paymentCertificateFacts } from './payment-certificate.ts'
import { progressSheetFacts } from './progress-sheet.ts'
import { siteMinutesFacts } from './site-minutes.ts'

export const DOCUMENT_KINDS = [
  'site-minutes',
  'acceptance-report',
  'payment-certificate',
  'progress-sheet',
] as const
export type DocumentKind = (typeof DOCUMENT_KINDS)[number]

interface KindOfDocument {
  /** Of the file that is handed over. */
  readonly fileName: string
  factsOf(source: DocumentSource): Facts
}

/** What each document is called and made of; its template is named as the kind. */
export const DOCUMENTS: Readonly<Record<DocumentKind, KindOfDocument>> = {
  'site-minutes': { fileName: 'pv-de-chantier', factsOf: siteMinutesFacts },
  'acceptance-report': { fileName: 'pv-de-reception', factsOf: acceptanceFacts },
  'payment-certificate': { fileName: 'decompte', factsOf: paymentCertificateFacts },
  'progress-sheet': { fileName: 'fiche-d-avancement', factsOf: progressSheetFacts },
}

export function toMake(kind: DocumentKind, source: DocumentSource): DocumentToMake {
  const { isDemonstration } = source.contract
  return { kind, facts: DOCUMENTS[kind].factsOf(source), isDemonstration }
}
