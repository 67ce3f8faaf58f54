/**
 * A file's name as it can be shown: without line ends and other controls, and without what turns the direction of writing
 * ("report\u202etxt.exe" would look like "reportexe.txt").
 */
export function plainName(fileName: string): string {
  return fileName.replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, '\ufffd');
}
