import type { Withheld } from '@borne/api/contracts/posts'
import { defineMessages } from '../../ui/language.tsx'

/** Why a part of a post's sheet says «Réservé». */
export const withheldMessages = defineMessages<Record<Withheld, string>>({
  fr: {
    agency: 'votre rôle ne donne pas accès au service qui tient le poste',
    components: 'votre rôle ne donne pas accès aux équipements',
    contacts: 'votre rôle ne donne pas accès aux contacts',
    historyNotes: 'votre rôle ne donne pas accès aux notes de l’historique',
    notes: 'votre rôle ne donne pas accès aux notes',
    photos: 'votre rôle ne donne pas accès aux photos',
    positionNote: 'votre rôle ne donne pas accès à l’origine de la position',
    progress: 'votre rôle ne donne pas accès à l’avancement des travaux',
  },
  en: {
    agency: 'your role does not give access to the agency that holds the post',
    components: 'your role does not give access to the equipment',
    contacts: 'your role does not give access to the contacts',
    historyNotes: 'your role does not give access to the notes of the history',
    notes: 'your role does not give access to the notes',
    photos: 'your role does not give access to the photos',
    positionNote: 'your role does not give access to the origin of the position',
    progress: 'your role does not give access to the progress of the works',
  },
})
