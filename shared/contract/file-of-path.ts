/** The last part of a path, of whatever system: "C:\\texts\\dam.triptych" -> "dam.triptych". */
export function fileOfPath(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path;
}

/** The folder of a path, of whatever system: "/home/a/texts/dam.triptych" -> "/home/a/texts". */
export function folderOfPath(path: string): string {
  return path.slice(0, path.length - fileOfPath(path).length - 1);
}
