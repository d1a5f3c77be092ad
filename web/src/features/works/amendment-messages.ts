import type { BillChange } from '@borne/geodata/works/compare-bills'
import { defineMessages, plural } from '../../ui/language.tsx'
import type { BillLineFault } from './amendment-draft.ts'

export type BillChoice = 'same' | 'edit' | 'import'

interface AmendmentMessages {
  bill: string
  choices: Record<BillChoice, string>
  follows: string
  before: string
  after: string
  difference: string
  amount: string
  time: string
  days: (days: string) => string
  editorCaption: string
  editorHint: string
  item: string
  code: string
  label: string
  unit: string
  package: string
  quantity: string
  unitPrice: string
  amountBefore: string
  amountAfter: string
  total: string
  remove: (code: string) => string
  putBack: (code: string) => string
  addItem: string
  of: (what: string, code: string) => string
  faults: Record<BillLineFault, string>
  comparison: string
  changes: Record<BillChange, string>
  unchanged: (count: number) => string
  nothingChanged: string
  title: string
  amendment: (number: number, day: string) => string
  billChanged: string
}

export const amendmentMessages = defineMessages<AmendmentMessages>({
  fr: {
    bill: 'Bordereau',
    choices: {
      same: 'Inchangé',
      edit: 'Modifier les postes ici',
      import: 'Importer le nouveau bordereau (XLSX, CSV)',
    },
    follows: 'Le changement du montant suit du nouveau bordereau.',
    before: 'Avant',
    after: 'Après',
    difference: 'Écart',
    amount: 'Montant du marché, hors taxes',
    time: 'Délai',
    days: (days) => `${days} j`,
    editorCaption: 'Postes du bordereau',
    editorHint: 'Changez une quantité ou un prix, retirez un poste ou ajoutez-en un.',
    item: 'Poste du bordereau',
    code: 'N°',
    label: 'Désignation',
    unit: 'Unité',
    package: 'Lot de travaux',
    quantity: 'Quantité',
    unitPrice: 'Prix unitaire',
    amountBefore: 'Montant avant',
    amountAfter: 'Montant après',
    total: 'Total',
    remove: (code) => `Retirer ${code}`,
    putBack: (code) => `Remettre ${code}`,
    addItem: 'Ajouter un poste',
    of: (what, code) => `${what} : ${code}`,
    faults: {
      missing: 'Numéro, désignation et unité sont à remplir.',
      notQuantity: 'Écrivez une quantité, par exemple 12,5.',
      notAmount: 'Écrivez un prix, par exemple 1250,50.',
      tooLarge: 'Ce montant est trop grand.',
    },
    comparison: 'Bordereau avant et après',
    changes: { same: 'inchangé', changed: 'modifié', added: 'ajouté', removed: 'retiré' },
    unchanged: (count) =>
      `${count} ${plural('fr', count, 'poste inchangé', 'postes inchangés')}, sans ligne ici.`,
    nothingChanged: 'Aucun poste ne change.',
    title: 'Avenants',
    amendment: (number, day) => `Avenant n° ${number}, ${day}`,
    billChanged: 'Ce qui change au bordereau',
  },
  en: {
    bill: 'Bill of quantities',
    choices: {
      same: 'Unchanged',
      edit: 'Change the items here',
      import: 'Import the new bill (XLSX, CSV)',
    },
    follows: 'The change of the amount follows from the new bill.',
    before: 'Before',
    after: 'After',
    difference: 'Difference',
    amount: 'Amount of the contract, without taxes',
    time: 'Time',
    days: (days) => `${days} d`,
    editorCaption: 'Items of the bill',
    editorHint: 'Change a quantity or a price, remove an item or add one.',
    item: 'Bill item',
    code: 'No.',
    label: 'Description',
    unit: 'Unit',
    package: 'Work package',
    quantity: 'Quantity',
    unitPrice: 'Unit price',
    amountBefore: 'Amount before',
    amountAfter: 'Amount after',
    total: 'Total',
    remove: (code) => `Remove ${code}`,
    putBack: (code) => `Put back ${code}`,
    addItem: 'Add an item',
    of: (what, code) => `${what}: ${code}`,
    faults: {
      missing: 'Number, description and unit are to be filled in.',
      notQuantity: 'Write a quantity, for example 12.5.',
      notAmount: 'Write a price, for example 1250.50.',
      tooLarge: 'This amount is too large.',
    },
    comparison: 'Bill before and after',
    changes: { same: 'unchanged', changed: 'changed', added: 'added', removed: 'removed' },
    unchanged: (count) =>
      `${count} ${plural('en', count, 'unchanged item', 'unchanged items')}, without a row here.`,
    nothingChanged: 'No item changes.',
    title: 'Amendments',
    amendment: (number, day) => `Amendment no. ${number}, ${day}`,
    billChanged: 'What changes in the bill',
  },
})
