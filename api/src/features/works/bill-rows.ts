import type { SheetRow } from '../../platform/sheet.ts'
import type { CellReader } from './import-cells.ts'
import { normalizeHead, type TableKind } from './import-columns.ts'
import type { BillRole } from './import-contract.ts'

/** Heads of bills of quantities as French and English offices write them, normalized. */
export const BILL_TABLE: TableKind<BillRole> = {
  heads: {
    package: /^(n |no |code )?(lot|lots|chapitre|section|package|work package)$/,
    code: /^(n|no|num|numero|nº|ref|reference|rep|repere|code|item|item no|article|art|poste|designation code|(n|no|numero|num) (d |de |du |des )?(ordre|prix|poste|article|art|item))$/,
    label: /^(designation|libelle|description|intitule|nature|ouvrage|ouvrages|prestations?|definition)\b/,
    unit: /^(u|un|ut|unite|unites|unit|units|uom|unite de mesure|unit of measure)$/,
    quantity: /^(q|qt|qte|qtes|qty|quant|quantite|quantites|quantity|quantities)( (?!executee|realisee).*)?$/,
    unitPrice:
      /^(pu|p u|prix unit|prix unitaires?|cout unitaire|unit price|unit rate|rate|unit cost)( (?!.*(lettres|words)).*)?$/,
    amount:
      /^(montants?|prix totaux|prix total|pt|p t|total|totaux|amount|total price|total amount|valeur)( .*)?$/,
    weight: /^(ponderation|poids|coefficient|weight|weighting)( .*)?$/,
  },
  numeric: ['quantity', 'unitPrice', 'amount', 'weight'],
}
export const REQUIRED_COLUMNS = ['label', 'unit', 'quantity', 'unitPrice'] as const

const MEMO = /^(pm|p m|pour memoire|inclus|incluse?s?|compris|comprise?s?|sans objet|so|s o|neant)$/
const TOTAL =
  /^(sous totaux|sous total|s total|st|totaux|total|montant total|montant ht|montant hors|montant ttc|montant de la tva|tva|taxes?|ttc|report|a reporter|arrete|grand total|sub total|subtotal|vat|tax|remise|rabais|net a payer|recapitulati)\b/
const GRAND_TOTAL =
  /^(total general|grand total|montant total|montant ht|montant hors|total hors|total ht|total h t|total travaux|total des travaux|total du marche|total du devis|total)\b/
const WITH_TAXES = /\b(ttc|tva|taxes? comprises?|toutes taxes|vat|incl)\b/

export type BillRowKind = 'item' | 'package' | 'total' | 'grand-total' | 'memo' | 'none'

/** What a row below the heads is. A title above a group has no unit, no quantity and no price. */
export function classifyBillRow(
  row: SheetRow,
  cells: CellReader<BillRole>,
  hasPackages: boolean,
): BillRowKind {
  const [unit, quantity, price] = (['unit', 'quantity', 'unitPrice'] as const).map((role) =>
    cells.raw(row, role),
  )
  const words = normalizeHead(cells.text(row, 'label') || cells.text(row, 'code'))
  const isMemo = (['quantity', 'unitPrice', 'amount'] as const).some((role) =>
    MEMO.test(normalizeHead(cells.raw(row, role))),
  )
  if (isRepeatedHead(row, cells)) return 'none'
  if (isMemo) return 'memo'
  const isBare = unit === null && (quantity === null || price === null)
  if (hasPackages && isBare && quantity === null && price === null) {
    if (cells.text(row, 'package') !== '') return 'package'
    return kindOfTotal(words, cells.raw(row, 'amount') !== null)
  }
  if (isBare && TOTAL.test(words)) return kindOfTotal(words, cells.raw(row, 'amount') !== null)
  if (unit !== null || quantity !== null || price !== null) return 'item'
  return words === '' ? 'none' : 'package'
}

function kindOfTotal(words: string, hasAmount: boolean): BillRowKind {
  if (!hasAmount || WITH_TAXES.test(words)) return 'none'
  const isOfGroup = /^total (du |de la |de l )?(lot|chapitre|section|partie|serie|poste|article)\b/.test(
    words,
  )
  return GRAND_TOTAL.test(words) && !isOfGroup ? 'grand-total' : 'total'
}

/** Heads stand again on each page, and some tables number their columns below them. */
function isRepeatedHead(row: SheetRow, cells: CellReader<BillRole>): boolean {
  const isHead = (['label', 'quantity', 'unitPrice'] as const).filter((role) =>
    BILL_TABLE.heads[role].test(normalizeHead(cells.raw(row, role))),
  )
  if (isHead.length >= 2) return true
  return (['label', 'unit', 'quantity', 'unitPrice'] as const).every((role) =>
    /^\(?([1-9]|[a-h])\)?$/i.test(cells.text(row, role)),
  )
}

/** `LOT N° 2 : CHARPENTE` is the group 2 of that name. */
export function readPackageTitle(code: string, label: string): { code: string | undefined; label: string } {
  if (code !== '' && label !== '') return { code, label }
  const title = label || code
  const named = title.match(
    /^(?:lot|chapitre|partie|série|serie|section|poste|package|part)\s*(?:n[°ºo.]*\s*)?([0-9]+(?:\.[0-9]+)*|[A-Z]|[IVX]+)\b\s*[:.)–—-]*\s*(.*)$/i,
  )
  const numbered = title.match(/^([0-9]+(?:\.[0-9]+)*|[A-Z]|[IVX]+)\s*[.):–—-]\s*(\S.*)$/)
  const [, found, rest] = named ?? numbered ?? []
  return { code: found, label: rest || title }
}
