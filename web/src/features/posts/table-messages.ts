import { defineMessages } from '../../ui/language.tsx'
import type { TableColumn } from './table-columns.ts'

interface TableMessages {
  caption: string
  columns: Record<TableColumn, string>
  units: Partial<Record<TableColumn, string>>
  exportCsv: string
  fileName: string
  yes: string
  no: string
  demonstrationColumn: string
  demonstration: string
  archivedColumn: string
  sources: string
}

export const tableMessages = defineMessages<TableMessages>({
  fr: {
    caption: 'Tableau des postes',
    columns: {
      name: 'Nom',
      nameAr: 'Nom arabe',
      status: 'État',
      since: 'Depuis',
      progress: 'Avancement',
      legal: 'Statut légal',
      kind: 'Nature',
      agency: 'Service',
      moughataa: 'Moughataa',
      commune: 'Commune',
      neighbour: 'Face à',
      borderDistance: 'Frontière à',
      confidence: 'Position',
      position: 'Coordonnées',
      photos: 'Photos',
      updated: 'Mise à jour',
    },
    units: { progress: '%', borderDistance: 'm', position: 'WGS 84' },
    exportCsv: 'Exporter (CSV)',
    fileName: 'postes',
    yes: 'oui',
    no: 'non',
    demonstrationColumn: 'Démonstration',
    demonstration: 'DÉMONSTRATION',
    archivedColumn: 'Archivé',
    sources: 'Sources',
  },
  en: {
    caption: 'Table of posts',
    columns: {
      name: 'Name',
      nameAr: 'Arabic name',
      status: 'Status',
      since: 'Since',
      progress: 'Progress',
      legal: 'Legal status',
      kind: 'Kind',
      agency: 'Agency',
      moughataa: 'Moughataa',
      commune: 'Commune',
      neighbour: 'Facing',
      borderDistance: 'Border at',
      confidence: 'Position',
      position: 'Coordinates',
      photos: 'Photos',
      updated: 'Updated',
    },
    units: { progress: '%', borderDistance: 'm', position: 'WGS 84' },
    exportCsv: 'Export (CSV)',
    fileName: 'posts',
    yes: 'yes',
    no: 'no',
    demonstrationColumn: 'Demonstration',
    demonstration: 'DEMONSTRATION',
    archivedColumn: 'Archived',
    sources: 'Sources',
  },
})
