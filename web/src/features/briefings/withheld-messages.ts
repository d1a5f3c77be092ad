import { defineMessages, plural } from '../../ui/language.tsx'

/** What an audience does not get, and why, in plain words. */
export const withheldMessages = defineMessages({
  fr: {
    line: (what: string, why: string) => `${what} : ${why}`,
    what: {
      post: (count: number) => plural('fr', count, '1 poste', `${count} postes`),
      field: (name: string) => name,
      layer: (name: string) => `Couche « ${name} »`,
      precision: (kilometres: string) => `Positions exactes : arrondies à ${kilometres} km`,
      'name-in-text': (count: number) =>
        plural('fr', count, '1 nom barré dans le texte', `${count} noms barrés dans le texte`),
      'amount-in-text': (count: number) =>
        plural('fr', count, '1 montant barré dans le texte', `${count} montants barrés dans le texte`),
      'place-in-text': (count: number) =>
        plural('fr', count, '1 position barrée dans le texte', `${count} positions barrées dans le texte`),
      photo: (count: number) => plural('fr', count, '1 photo', `${count} photos`),
      figure: (name: string) => `Chiffre « ${name} »`,
      chart: (name: string) => `Graphique « ${name} »`,
      table: (name: string) => `Tableau « ${name} »`,
      rows: (count: number, name: string) =>
        plural('fr', count, `1 ligne de « ${name} »`, `${count} lignes de « ${name} »`),
      notes: 'Notes de l’orateur',
    },
    why: {
      'not-of-donor': 'ne concerne pas ce bailleur',
      'not-operational': 'le poste n’est pas opérationnel',
      'no-posts': 'ce public ne voit aucun poste',
      'field-not-shared': 'n’est pas partagé avec ce public',
      'layer-not-shared': 'cette couche n’est pas partagée avec ce public',
      'coarse-positions': 'ce public voit des positions approchées',
      'never-shared': 'n’est jamais partagé',
      archived: 'a été archivé',
    },
  },
  en: {
    line: (what: string, why: string) => `${what}: ${why}`,
    what: {
      post: (count: number) => plural('en', count, '1 post', `${count} posts`),
      field: (name: string) => name,
      layer: (name: string) => `Layer “${name}”`,
      precision: (kilometres: string) => `Exact positions: rounded to ${kilometres} km`,
      'name-in-text': (count: number) =>
        plural('en', count, '1 name struck out of the text', `${count} names struck out of the text`),
      'amount-in-text': (count: number) =>
        plural('en', count, '1 amount struck out of the text', `${count} amounts struck out of the text`),
      'place-in-text': (count: number) =>
        plural('en', count, '1 position struck out of the text', `${count} positions struck out of the text`),
      photo: (count: number) => plural('en', count, '1 photo', `${count} photos`),
      figure: (name: string) => `Figure “${name}”`,
      chart: (name: string) => `Chart “${name}”`,
      table: (name: string) => `Table “${name}”`,
      rows: (count: number, name: string) =>
        plural('en', count, `1 row of “${name}”`, `${count} rows of “${name}”`),
      notes: 'Speaker notes',
    },
    why: {
      'not-of-donor': 'does not concern this donor',
      'not-operational': 'the post is not operational',
      'no-posts': 'this audience sees no post',
      'field-not-shared': 'is not shared with this audience',
      'layer-not-shared': 'this layer is not shared with this audience',
      'coarse-positions': 'this audience sees rough positions',
      'never-shared': 'is never shared',
      archived: 'was archived',
    },
  },
})
