/** A glossary as a person wrote it, read. */
export interface ReadGlossary {
  /** Its terms as the lexicon has them: lines `ru | ky | en` with commas between equivalents. */
  readonly terms: readonly string[];
  /** Numbers, from 1, of the lines that name a term in fewer than two languages or in more than three. */
  readonly unclear: readonly number[];
}

/** Reads lines `ru | ky | en`; cells copied out of a spreadsheet, with tabs between them, will do as well. */
export function readGlossary(text: string): ReadGlossary {
  const terms: string[] = [];
  const unclear: number[] = [];
  text
    .normalize('NFC')
    .split(/\r?\n/)
    .forEach((line, n) => {
      if (line.trim() === '') return;
      const fields = line.split(/[|\t]/).map((field) => field.trim());
      const named = fields.filter((field) => field !== '');
      if (named.length < 2 || fields.length > 3) unclear.push(n + 1);
      else terms.push([fields[0] ?? '', fields[1] ?? '', fields[2] ?? ''].join(' | '));
    });
  return { terms, unclear };
}
