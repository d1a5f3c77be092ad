import type { RoadNetworkVersion } from '@borne/api/contracts/networks'
import { defineMessages, plural } from '../../ui/language.tsx'
import type { NetworkChange } from '../../ui/network-change-scale.ts'

export const networkMessages = defineMessages({
  fr: {
    list: 'Versions du réseau routier',
    failed: 'Les versions du réseau',
    changesFailed: 'Les tronçons qui changent',
    unknown: 'Cette version n’existe pas.',
    intro:
      'Une route neuve n’existait pas le mois d’avant : chaque version du réseau compte à partir d’un jour, et les trajets d’un jour prennent celle de ce jour.',
    states: { candidate: 'Candidate', accepted: 'Acceptée', discarded: 'Écartée' } as Record<
      RoadNetworkVersion['state'],
      string
    >,
    inService: 'En service',
    validFrom: (day: string) => `à partir du ${day}`,
    source: 'Source',
    file: 'Fichier',
    licence: 'Licence',
    dataAt: 'Données jusqu’au',
    created: 'Importée',
    decided: { accepted: 'Acceptée', discarded: 'Écartée' },
    byClass: 'Longueur par classe',
    roadClass: 'Classe',
    length: 'Longueur',
    notCounted:
      'Longueurs non comptées : elles le sont quand un extrait plus récent est comparé à cette version.',
    comparison: (label: string) => `Ce qui change par rapport à « ${label} »`,
    otherVersion: (id: number) => `la version ${id}`,
    changes: { added: 'Ajouté', removed: 'Retiré', reclassed: 'Reclassé' } as Record<NetworkChange, string>,
    change: 'Changement',
    onMap: (count: string, n: number) =>
      n === 0
        ? 'Rien ne change sur la carte.'
        : `Sur la carte : ${plural('fr', n, 'le tronçon le plus long', `les ${count} tronçons les plus longs`)}.`,
    outdatedComparison:
      'Comparée à un réseau qui n’est plus celui qu’elle remplacerait. Avant de l’accepter, lancez :',
    cancel: 'Annuler',
    accept: 'Accepter',
    acceptTitle: (label: string) => `Mettre « ${label} » en service ?`,
    acceptText: (day: string, change: string) =>
      `À partir du ${day}, les trajets passent par les routes de cette version : ${change}. Les corrections acceptées restent en place. Les jours d’avant gardent leur version.`,
    acceptChange: (added: string, removed: string, reclassed: string) =>
      `${added} ajoutés, ${removed} retirés, ${reclassed} reclassés`,
    acceptUnknown: 'changement non compté',
    discard: 'Écarter',
    discardTitle: (label: string) => `Écarter « ${label} » ?`,
    discardCandidate:
      'Ses routes sont supprimées, ses chiffres restent. Pour la reprendre, il faudra importer le fichier de nouveau.',
    discardAccepted:
      'Elle n’est plus en service : les trajets reviennent à la version d’avant. Ses routes sont supprimées, ses chiffres restent.',
    acceptedToast: (label: string, day: string) => `En service à partir du ${day} : ${label}`,
    discardedToast: (label: string) => `Écartée : ${label}`,
    failedToast: (reason: string) => `Rien n’a changé : ${reason}`,
    report: 'Ce qui a été lu, et laissé de côté',
    reportRead: (kept: string, read: string) => `${kept} voies gardées sur ${read} lues`,
    reportMade: (edges: string, nodes: string) => `${edges} tronçons entre ${nodes} nœuds`,
    reportFound: (barriers: string, fords: string, restrictions: string) =>
      `${barriers} barrières, ${fords} gués, ${restrictions} interdictions de tourner`,
    leftOut: 'Laissé de côté',
    count: 'Nombre',
    nothingLeftOut: 'Rien n’a été laissé de côté.',
    reasons: {
      'not-built': 'voies en chantier, projetées ou abandonnées',
      area: 'surfaces',
      'other-class': 'voies qui ne sont pas des routes',
      'outside-bbox': 'voies hors de l’étendue demandée',
      'too-few-nodes': 'voies de moins de deux nœuds',
      'via-way': 'interdictions de tourner par une voie intermédiaire',
      conditional: 'interdictions à certaines heures seulement',
      'member-left-out': 'interdictions vers une voie absente',
      'not-at-node': 'interdictions dont les voies ne se touchent pas',
      'other-kind': 'interdictions d’une autre sorte',
      'other-modes': 'interdictions pour d’autres véhicules',
      nodesMissing: 'nœuds absents du fichier : l’extrait les coupe',
      waysCut: 'voies coupées là où un nœud manque',
      conditionalWays: 'voies dont l’accès dépend de l’heure, lues comme libres',
      documentedLeftOut: 'routes documentées sans route où commencer ou finir',
      gapsLeftOut: 'trous du réseau sans route où commencer ou finir',
    } as Record<string, string>,
    otherClasses: (list: string) => `Autres valeurs de « highway » : ${list}.`,
    teachTitle: 'Importer un extrait plus récent',
    teachText:
      'Téléchargez l’extrait OpenStreetMap de la Mauritanie ou du Sahel (.osm.pbf), puis lancez sur le serveur, avec l’étendue ouest, sud, est, nord :',
    teachThen:
      'L’extrait devient une version candidate : elle paraît ici avec ce qu’elle change, et ne compte qu’une fois acceptée.',
    command: 'pnpm borne import roads FICHIER.osm.pbf --bbox -13,14.5,-11,16.5',
    copy: 'Copier la commande',
    copied: 'Commande copiée',
  },
  en: {
    list: 'Versions of the road network',
    failed: 'The versions of the network',
    changesFailed: 'The stretches that change',
    unknown: 'This version does not exist.',
    intro:
      'A new road did not exist the month before: each version of the network counts from a day on, and the ways of a day take the version of that day.',
    states: { candidate: 'Candidate', accepted: 'Accepted', discarded: 'Discarded' },
    inService: 'In service',
    validFrom: (day: string) => `from ${day} on`,
    source: 'Source',
    file: 'File',
    licence: 'Licence',
    dataAt: 'Data up to',
    created: 'Imported',
    decided: { accepted: 'Accepted', discarded: 'Discarded' },
    byClass: 'Length by class',
    roadClass: 'Class',
    length: 'Length',
    notCounted: 'Lengths not counted: they are when a newer extract is compared with this version.',
    comparison: (label: string) => `What changes against “${label}”`,
    otherVersion: (id: number) => `version ${id}`,
    changes: { added: 'Added', removed: 'Removed', reclassed: 'Reclassed' },
    change: 'Change',
    onMap: (count: string, n: number) =>
      n === 0
        ? 'Nothing changes on the map.'
        : `On the map: ${plural('en', n, 'the longest stretch', `the ${count} longest stretches`)}.`,
    outdatedComparison:
      'Compared with a network that is no longer the one it would replace. Before you accept it, run:',
    cancel: 'Cancel',
    accept: 'Accept',
    acceptTitle: (label: string) => `Put “${label}” into service?`,
    acceptText: (day: string, change: string) =>
      `From ${day} on, ways use the roads of this version: ${change}. Accepted corrections stay in place. The days before keep their version.`,
    acceptChange: (added: string, removed: string, reclassed: string) =>
      `${added} added, ${removed} removed, ${reclassed} reclassed`,
    acceptUnknown: 'change not counted',
    discard: 'Discard',
    discardTitle: (label: string) => `Discard “${label}”?`,
    discardCandidate:
      'Its roads are removed, its figures stay. To take it up again, the file has to be imported anew.',
    discardAccepted:
      'It is no longer in service: ways go back to the version before. Its roads are removed, its figures stay.',
    acceptedToast: (label: string, day: string) => `In service from ${day} on: ${label}`,
    discardedToast: (label: string) => `Discarded: ${label}`,
    failedToast: (reason: string) => `Nothing changed: ${reason}`,
    report: 'What was read, and left out',
    reportRead: (kept: string, read: string) => `${kept} ways kept of ${read} read`,
    reportMade: (edges: string, nodes: string) => `${edges} stretches between ${nodes} nodes`,
    reportFound: (barriers: string, fords: string, restrictions: string) =>
      `${barriers} barriers, ${fords} fords, ${restrictions} turn restrictions`,
    leftOut: 'Left out',
    count: 'Count',
    nothingLeftOut: 'Nothing was left out.',
    reasons: {
      'not-built': 'ways under construction, planned or abandoned',
      area: 'areas',
      'other-class': 'ways that are no roads',
      'outside-bbox': 'ways outside the extent asked for',
      'too-few-nodes': 'ways of fewer than two nodes',
      'via-way': 'turn restrictions over a way in between',
      conditional: 'turn restrictions at times only',
      'member-left-out': 'turn restrictions to a way that is not there',
      'not-at-node': 'turn restrictions whose ways do not meet',
      'other-kind': 'turn restrictions of another kind',
      'other-modes': 'turn restrictions for other vehicles',
      nodesMissing: 'nodes missing in the file: the extract cuts them off',
      waysCut: 'ways cut where a node is missing',
      conditionalWays: 'ways with access at times, read as free',
      documentedLeftOut: 'documented roads with no road to begin or end at',
      gapsLeftOut: 'gaps of the network with no road to begin or end at',
    },
    otherClasses: (list: string) => `Other values of “highway”: ${list}.`,
    teachTitle: 'Import a newer extract',
    teachText:
      'Download the OpenStreetMap extract of Mauritania or the Sahel (.osm.pbf), then run on the server, with the extent west, south, east, north:',
    teachThen:
      'The extract becomes a candidate: it appears here with what it changes, and counts only once accepted.',
    command: 'pnpm borne import roads FILE.osm.pbf --bbox -13,14.5,-11,16.5',
    copy: 'Copy the command',
    copied: 'Command copied',
  },
})
