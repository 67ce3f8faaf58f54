/**
 * An id for a category with this name: "Газетные штампы" becomes "газетные-штампы", with a number after it when
 * that is taken. It stands in flags and files, where people may read it.
 */
export function categoryIdFor(name: string, taken: readonly string[]): string {
  const stem =
    name
      .normalize('NFC')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .slice(0, 50)
      .replace(/^-|-$/g, '') || 'category';
  let id = stem;
  for (let n = 2; taken.includes(id); n += 1) id = `${stem}-${n}`;
  return id;
}
