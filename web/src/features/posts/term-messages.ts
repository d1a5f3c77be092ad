import type {
  Agency,
  ComponentKind,
  ComponentState,
  LegalStatus,
  NameLanguage,
  PositionConfidence,
  PositionMethod,
} from '@borne/api/contracts/posts'
import type { z } from 'zod'
import { defineMessages } from '../../ui/language.tsx'

interface Terms {
  agencies: Record<Agency, string>
  legalStatuses: Record<LegalStatus, string>
  confidences: Record<PositionConfidence, string>
  methods: Record<PositionMethod, string>
  componentKinds: Record<ComponentKind, string>
  componentStates: Record<ComponentState, string>
  nameLanguages: Record<z.infer<typeof NameLanguage>, string>
  neighbours: Record<string, string>
}

/** The words for the values of the register, the same on every page of a post. */
export const termMessages = defineMessages<Terms>({
  fr: {
    agencies: {
      gendarmerie: 'Gendarmerie',
      police: 'Police (DGSN)',
      customs: 'Douanes',
      'national-guard': 'Garde nationale',
      joint: 'Poste mixte',
      unknown: 'Non précisé',
    },
    legalStatuses: {
      international: 'International',
      bilateral: 'Bilatéral',
      undetermined: 'Non déterminé',
      'not-a-crossing-point': 'Pas un point de passage',
      repealed: 'Abrogé',
    },
    confidences: { confirmed: 'Confirmée', approximate: 'Approchée', unconfirmed: 'Non confirmée' },
    methods: {
      gps: 'Relevée au GPS',
      settlement: 'Placée sur la localité du même nom',
      landing: 'Placée sur l’embarcadère du même nom',
      map: 'Placée sur la carte',
      evidence: 'Reprise d’une source publiée',
      placeholder: 'Placée par défaut, en attendant',
      import: 'Importée',
    },
    componentKinds: {
      office: 'Bureau',
      accommodation: 'Logement',
      water: 'Eau',
      power: 'Énergie',
      radio: 'Radio',
      it: 'Informatique',
      midas: 'MIDAS',
      sanitary: 'Sanitaires',
      fence: 'Clôture',
      barrier: 'Barrière',
      jetty: 'Débarcadère',
      vehicle: 'Véhicule',
      boat: 'Pirogue ou vedette',
      other: 'Autre',
    },
    componentStates: {
      working: 'En service',
      degraded: 'Dégradé',
      'out-of-order': 'En panne',
      missing: 'Manquant',
      planned: 'Prévu',
      unknown: 'Inconnu',
    },
    nameLanguages: { fr: 'français', ar: 'arabe', en: 'anglais', other: 'autre' },
    neighbours: { MLI: 'Mali', SEN: 'Sénégal', Mali: 'Mali', Senegal: 'Sénégal' },
  },
  en: {
    agencies: {
      gendarmerie: 'Gendarmerie',
      police: 'Police (DGSN)',
      customs: 'Customs',
      'national-guard': 'National guard',
      joint: 'Joint post',
      unknown: 'Not stated',
    },
    legalStatuses: {
      international: 'International',
      bilateral: 'Bilateral',
      undetermined: 'Undetermined',
      'not-a-crossing-point': 'Not a crossing point',
      repealed: 'Repealed',
    },
    confidences: { confirmed: 'Confirmed', approximate: 'Approximate', unconfirmed: 'Unconfirmed' },
    methods: {
      gps: 'Surveyed by GPS',
      settlement: 'Placed on the settlement of the same name',
      landing: 'Placed on the landing of the same name',
      map: 'Placed on the map',
      evidence: 'Taken from a published source',
      placeholder: 'Placeholder for the time being',
      import: 'Imported',
    },
    componentKinds: {
      office: 'Office',
      accommodation: 'Accommodation',
      water: 'Water',
      power: 'Power',
      radio: 'Radio',
      it: 'IT',
      midas: 'MIDAS',
      sanitary: 'Sanitary block',
      fence: 'Fence',
      barrier: 'Barrier',
      jetty: 'Jetty',
      vehicle: 'Vehicle',
      boat: 'Canoe or launch',
      other: 'Other',
    },
    componentStates: {
      working: 'Working',
      degraded: 'Degraded',
      'out-of-order': 'Out of order',
      missing: 'Missing',
      planned: 'Planned',
      unknown: 'Unknown',
    },
    nameLanguages: { fr: 'French', ar: 'Arabic', en: 'English', other: 'other' },
    neighbours: { MLI: 'Mali', SEN: 'Senegal', Mali: 'Mali', Senegal: 'Senegal' },
  },
})
