/** The last part of a path, of whatever system: "C:\\texts\\dam.triptych" -> "dam.triptych". */
export function fileOfPath(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path;
}
