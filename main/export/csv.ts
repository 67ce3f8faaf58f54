/**
 * A table as CSV (RFC 4180) with a byte order mark, so that spreadsheets read the Cyrillic. A cell that a
 * spreadsheet would take for a formula is quoted with an apostrophe.
 */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  return '\ufeff' + rows.map((cells) => cells.map(writeCell).join(',') + '\r\n').join('');
}

/**
 * Formula injection: OWASP names =, +, -, @, tab, carriage return and line feed as the dangerous first characters,
 * and the wide forms of the signs, which some spreadsheets read as the same.
 */
function writeCell(value: string): string {
  const safe = /^[=+\-@\t\r\n＝＋－＠]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
