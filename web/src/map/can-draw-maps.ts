export function canDrawMaps(): boolean {
  return document.createElement('canvas').getContext('webgl2') !== null
}
