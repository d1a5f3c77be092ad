/** Shown with every answer and every file that holds posts. */
export const POSTS_ATTRIBUTION =
  'Registre Borne. Positions et limites : © les contributeurs d’OpenStreetMap, ODbL 1.0 ; GeoNames, CC BY 4.0 ; ANSADE / OCHA (COD-AB), CC BY-IGO'
