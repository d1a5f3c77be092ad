/** The id of the line of an inspection, to which the nonconformities that it raised lead. */
export function inspectionAnchor(inspectionId: string): string {
  return `inspection-${inspectionId}`
}
