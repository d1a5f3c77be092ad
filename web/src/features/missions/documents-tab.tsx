import type { Mission } from '@borne/api/contracts/missions'
import {
  IconCalendar,
  IconFileTypeDocx,
  IconFileTypePdf,
  IconMap,
  IconRoute,
  IconWorld,
} from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { withParams } from '../../platform/api.ts'
import { usePermission } from '../../platform/use-permission.ts'
import { buttonClass } from '../../ui/button.tsx'
import { defineMessages, useMessages } from '../../ui/language.tsx'
import { PanelSection } from '../../ui/panel.tsx'
import styles from './documents.module.css'
import { PAPERS, type Paper } from './papers.ts'
import { TemplatesPart } from './templates-part.tsx'

const FILES = ['gpx', 'kml', 'ics'] as const
type File = (typeof FILES)[number]

interface DocumentWords {
  intro: string
  noPlan: string
  uncleared: string
  papers: string
  map: string
  files: string
  names: Record<Paper, string>
  hints: Record<Paper, string>
  mapName: string
  mapHint: string
  fileHints: Record<File, string>
  fileNames: Record<File, string>
  as: (name: string, format: string) => string
}

const messages = defineMessages<DocumentWords>({
  fr: {
    intro:
      'En français, d’après le plan enregistré ; une fois la mission autorisée, d’après le plan autorisé. Le texte de chaque modèle peut être changé par le bureau.',
    noPlan: 'Aucun plan n’est enregistré : calculez l’itinéraire et enregistrez-le, les documents suivront.',
    uncleared: 'La mission n’est pas autorisée : les documents le disent.',
    papers: 'Documents',
    map: 'Carte à imprimer',
    files: 'GPS, téléphone, agenda',
    names: {
      'mission-order': 'Ordre de mission',
      'mission-itinerary': 'Itinéraire',
      'mission-radio-sheet': 'Feuille de vacations radio',
      'mission-movement-request': 'Demande de mouvement',
      'mission-contacts': 'Liste de contacts',
      'mission-report': 'Compte rendu de mission',
    },
    hints: {
      'mission-order': 'Personnes, véhicules, visites, frais, signatures',
      'mission-itinerary': 'Carte et tableau des étapes, avec les heures au plus tard',
      'mission-radio-sheet': 'Heures d’appel selon les règles, et où l’équipe doit être',
      'mission-movement-request': 'Pour le responsable sécurité',
      'mission-contacts': 'Équipe, radios, lieux ; à ne pas diffuser',
      'mission-report': 'Prérempli : prévu et réel, constats des visites',
    },
    mapName: 'Carte de l’itinéraire',
    mapHint: 'Une page A4, avec légende, échelle et sources',
    fileHints: {
      gpx: 'Points, routes et tracés pour récepteurs GPS',
      kml: 'Pour Google Earth et les téléphones',
      ics: 'Trajets et visites, à ouvrir dans un agenda',
    },
    fileNames: { gpx: 'GPX', kml: 'KML', ics: 'iCalendar' },
    as: (name, format) => `${name}, ${format}`,
  },
  en: {
    intro:
      'In French, from the plan that is saved; once the mission is cleared, from the plan that was cleared. The office can change the text of each template.',
    noPlan: 'No plan is saved: compute one and save it, the documents follow.',
    uncleared: 'The mission is not cleared: the documents say so.',
    papers: 'Documents',
    map: 'Map to print',
    files: 'GPS, phone, calendar',
    names: {
      'mission-order': 'Mission order',
      'mission-itinerary': 'Itinerary',
      'mission-radio-sheet': 'Radio check sheet',
      'mission-movement-request': 'Movement request',
      'mission-contacts': 'Contact list',
      'mission-report': 'Mission report',
    },
    hints: {
      'mission-order': 'People, vehicles, visits, costs, signatures',
      'mission-itinerary': 'Map and table of the legs, with the latest times',
      'mission-radio-sheet': 'Times of calls by the rules, and where the team should be',
      'mission-movement-request': 'For the security officer',
      'mission-contacts': 'Team, radios, places; not to be passed on',
      'mission-report': 'Filled in: planned and real, findings of the visits',
    },
    mapName: 'Map of the itinerary',
    mapHint: 'One page of A4, with legend, scale and sources',
    fileHints: {
      gpx: 'Waypoints, routes and tracks for GPS units',
      kml: 'For Google Earth and phones',
      ics: 'Drives and visits, to open in a calendar',
    },
    fileNames: { gpx: 'GPX', kml: 'KML', ics: 'iCalendar' },
    as: (name, format) => `${name}, ${format}`,
  },
})

const ICONS: Readonly<Record<File, ReactNode>> = {
  gpx: <IconRoute aria-hidden="true" />,
  kml: <IconWorld aria-hidden="true" />,
  ics: <IconCalendar aria-hidden="true" />,
}

/** The papers of a mission, its map and its files; nothing of them before a plan is kept. */
export function DocumentsTab({ mission }: { mission: Mission }) {
  const m = useMessages(messages)
  const mayChange = usePermission('missions.settings')
  const { id, plan, status } = mission
  const path = `/api/missions/${encodeURIComponent(id)}`
  const isPlanned = plan !== null
  const isCleared = status === 'cleared' || status === 'under-way' || status === 'done'
  return (
    <div className={styles.documents}>
      <p className={styles.intro}>{m.intro}</p>
      {!isPlanned && (
        <p className={styles.note} role="status">
          {m.noPlan}
        </p>
      )}
      {isPlanned && !isCleared && <p className={styles.note}>{m.uncleared}</p>}
      <PanelSection title={m.papers}>
        <ul className={styles.list}>
          {PAPERS.map((paper) => (
            <Line key={paper} name={m.names[paper]} hint={m.hints[paper]}>
              {(['docx', 'pdf'] as const).map((format) => (
                <Download
                  key={format}
                  isOffered={isPlanned}
                  href={withParams(`${path}/documents/${paper}`, { format })}
                  label={m.as(m.names[paper], format.toUpperCase())}
                  icon={
                    format === 'docx' ? (
                      <IconFileTypeDocx aria-hidden="true" />
                    ) : (
                      <IconFileTypePdf aria-hidden="true" />
                    )
                  }
                >
                  {format.toUpperCase()}
                </Download>
              ))}
            </Line>
          ))}
        </ul>
      </PanelSection>
      <PanelSection title={m.map}>
        <ul className={styles.list}>
          <Line name={m.mapName} hint={m.mapHint}>
            <Download
              isOffered={isPlanned}
              href={`${path}/map`}
              label={m.as(m.mapName, 'PDF')}
              icon={<IconMap aria-hidden="true" />}
            >
              PDF
            </Download>
          </Line>
        </ul>
      </PanelSection>
      <PanelSection title={m.files}>
        <ul className={styles.list}>
          {FILES.map((format) => (
            <Line key={format} name={m.fileNames[format]} hint={m.fileHints[format]}>
              <Download
                isOffered={isPlanned}
                href={`${path}/itinerary/${format}`}
                label={m.as(m.fileNames[format], format.toUpperCase())}
                icon={ICONS[format]}
              >
                {format.toUpperCase()}
              </Download>
            </Line>
          ))}
        </ul>
      </PanelSection>
      {mayChange && <TemplatesPart names={m.names} />}
    </div>
  )
}

function Line({ name, hint, children }: { name: string; hint: string; children: ReactNode }) {
  return (
    <li className={styles.line}>
      <span className={styles.name}>
        {name}
        <span className={styles.hint}>{hint}</span>
      </span>
      <span className={styles.actions}>{children}</span>
    </li>
  )
}

interface DownloadProps {
  isOffered: boolean
  href: string
  label: string
  icon: ReactNode
  children: ReactNode
}

function Download({ isOffered, href, label, icon, children }: DownloadProps) {
  if (!isOffered) {
    return (
      <button type="button" disabled className={buttonClass('plain', 'small')} aria-label={label}>
        {icon}
        {children}
      </button>
    )
  }
  return (
    <a href={href} download className={buttonClass('plain', 'small')} aria-label={label}>
      {icon}
      {children}
    </a>
  )
}
