/** Every column that the table of posts can show, in their order. */
export const TABLE_COLUMNS = [
  'name',
  'nameAr',
  'status',
  'since',
  'progress',
  'legal',
  'kind',
  'agency',
  'moughataa',
  'commune',
  'neighbour',
  'borderDistance',
  'confidence',
  'position',
  'photos',
  'updated',
] as const
export type TableColumn = (typeof TABLE_COLUMNS)[number]

export const NUMBER_COLUMNS: ReadonlySet<TableColumn> = new Set(['progress', 'borderDistance', 'photos'])
