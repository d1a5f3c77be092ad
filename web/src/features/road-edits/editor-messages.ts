import { defineMessages, plural } from '../../ui/language.tsx'
import type { EditFault, EditStatement } from './edit-draft.ts'

export const editorMessages = defineMessages({
  fr: {
    newTitle: 'Corriger le réseau',
    editTitle: (name: string) => `Modifier : ${name}`,
    kind: 'Ce qui manque ou se trompe',
    line: 'Tracé',
    looseEnds: (count: number) =>
      count === 2
        ? 'Aucun bout n’est raccroché à une route : tant qu’il en est ainsi, aucun trajet n’y passera.'
        : 'Un bout n’est raccroché à aucune route : la piste est une impasse.',
    goOnDrawing: 'Reprendre le tracé',
    chooseAnew: 'Choisir un autre tronçon',
    roadClass: 'Classe',
    unchangedClass: 'inchangée',
    ground: 'Sol',
    unknownGround: 'inconnu',
    unchangedGround: 'inchangé',
    name: 'Nom',
    nameHint: 'Comme on l’appelle sur place ; peut rester vide.',
    validFrom: 'Valable à partir du',
    validUntil: 'Dernier jour',
    validityHint:
      'Vides : toujours. Une déviation de chantier a un dernier jour, une route neuve un premier.',
    note: 'Note',
    noteHint: 'D’où vous le savez, qui y est passé et quand. Réservée au bureau.',
    propose: 'Proposer',
    save: 'Enregistrer',
    cancel: 'Annuler',
    unchanged: 'Rien n’a changé.',
    fault: {
      line: 'Tracez la ligne sur la carte.',
      class: 'Choisissez une classe.',
      nothing: 'Dites ce qui change : la classe, le sol ou le nom.',
      dates: 'Le dernier jour vient avant le premier.',
    } as Record<EditFault, string>,
    conflictTitle: 'La correction a changé entre-temps',
    conflictText:
      'Quelqu’un d’autre l’a modifiée pendant que vous écriviez. Rien n’est encore enregistré : voici ce que vous avez changé et qui diffère de sa version. Ses autres changements restent.',
    noDifference: 'Vos deux versions disent la même chose.',
    mine: 'Ma version :',
    theirs: 'Leur version :',
    keepMine: 'Enregistrer la mienne',
    takeTheirs: 'Reprendre la leur',
    empty: 'rien',
    drawn: (length: string, count: number) =>
      `tracé de ${length}, ${count} ${plural('fr', count, 'point', 'points')}`,
    fields: {
      geometry: 'Tracé',
      highway: 'Classe',
      ground: 'Sol',
      name: 'Nom',
      validFrom: 'Valable à partir du',
      validUntil: 'Dernier jour',
      note: 'Note',
    } as Record<keyof EditStatement, string>,
  },
  en: {
    newTitle: 'Correct the network',
    editTitle: (name: string) => `Edit: ${name}`,
    kind: 'What is missing or wrong',
    line: 'Line',
    looseEnds: (count: number) =>
      count === 2
        ? 'No end is joined to a road: as long as it is so, no way will pass here.'
        : 'One end is joined to no road: the track is a dead end.',
    goOnDrawing: 'Go on drawing',
    chooseAnew: 'Choose another stretch',
    roadClass: 'Class',
    unchangedClass: 'unchanged',
    ground: 'Ground',
    unknownGround: 'unknown',
    unchangedGround: 'unchanged',
    name: 'Name',
    nameHint: 'As people there call it; may stay empty.',
    validFrom: 'Valid from',
    validUntil: 'Last day',
    validityHint: 'Empty: always. A diversion has a last day, a new road a first one.',
    note: 'Note',
    noteHint: 'How you know, who passed there and when. Kept for the office.',
    propose: 'Propose',
    save: 'Save',
    cancel: 'Cancel',
    unchanged: 'Nothing has changed.',
    fault: {
      line: 'Draw the line on the map.',
      class: 'Choose a class.',
      nothing: 'Say what changes: the class, the ground or the name.',
      dates: 'The last day comes before the first.',
    },
    conflictTitle: 'The correction has changed meanwhile',
    conflictText:
      'Somebody else changed it while you were writing. Nothing is saved yet: this is what you changed and what differs from their version. Their other changes stay.',
    noDifference: 'Both versions say the same.',
    mine: 'My version:',
    theirs: 'Their version:',
    keepMine: 'Save mine',
    takeTheirs: 'Take theirs',
    empty: 'nothing',
    drawn: (length: string, count: number) =>
      `line of ${length}, ${count} ${plural('en', count, 'point', 'points')}`,
    fields: {
      geometry: 'Line',
      highway: 'Class',
      ground: 'Ground',
      name: 'Name',
      validFrom: 'Valid from',
      validUntil: 'Last day',
      note: 'Note',
    },
  },
})
