import { defineMessages, plural } from '../../../ui/language.tsx'

export const donorPageMessages = defineMessages({
  fr: {
    back: 'Revenir aux bailleurs',
    as: 'Vue par',
    own: 'Moi, avec tout ce que je vois',
    making: 'La page se fait d’après les données…',
    failed: 'La page du bailleur',
    share: 'Partager',

    withheld: (count: number) =>
      plural('fr', count, '1 chose n’est pas montrée', `${count} choses ne sont pas montrées`),
    nothing: 'Rien de ce bailleur ne peut être montré à ce public.',
    shareTitle: 'Partager la page du bailleur',
    shareText:
      'La page se refait d’après les données à chaque ouverture, au plus toutes les dix minutes, avec vos droits et la règle du public. Elle se ferme si vous la révoquez, si vous partez ou si vous perdez le droit de partager.',
    audience: 'Public',
    lastDay: 'Dernier jour',
    label: 'Pour qui (note interne)',
    passphrase: 'Phrase de passe, facultative',
    passphraseHint: 'Huit caractères au moins ; à transmettre par une autre voie.',
    make: 'Faire le lien',
    openLinks: 'Liens ouverts',
    until: (when: string) => `jusqu’au ${when}`,
    openings: (count: number) => plural('fr', count, 'ouvert 1 fois', `ouvert ${count} fois`),
    revoke: 'Révoquer',
    revoked: 'Lien révoqué : il n’ouvre plus rien.',
    notDone: (reason: string) => `Rien n’a changé : ${reason}`,
  },
  en: {
    back: 'Back to the donors',
    as: 'Seen by',
    own: 'Me, with all that I see',
    making: 'The page is being made from the data…',
    failed: 'The page of the donor',
    share: 'Share',

    withheld: (count: number) => plural('en', count, '1 thing is not shown', `${count} things are not shown`),
    nothing: 'Nothing of this donor may be shown to this audience.',
    shareTitle: 'Share the page of the donor',
    shareText:
      'The page makes itself anew from the data whenever it is opened, at most every ten minutes, with your rights and the rule of the audience. It closes when you revoke it, leave, or may share no longer.',
    audience: 'Audience',
    lastDay: 'Last day',
    label: 'For whom (internal note)',
    passphrase: 'Passphrase, optional',
    passphraseHint: 'At least eight characters; to be passed on by another way.',
    make: 'Make the link',
    openLinks: 'Open links',
    until: (when: string) => `until ${when}`,
    openings: (count: number) => plural('en', count, 'opened once', `opened ${count} times`),
    revoke: 'Revoke',
    revoked: 'Link revoked: it opens nothing any longer.',
    notDone: (reason: string) => `Nothing has changed: ${reason}`,
  },
})
