import { LevelFormat } from 'docx';
import type { ListDefinition } from '../docx/list-plan';
import { escapeXml } from '../original/docx/escape-xml';

/** Formats of numbers; LibreOffice names Cyrillic letters by the first ones. */
const FORMATS: ReadonlyMap<unknown, string> = new Map<unknown, string>([
  [LevelFormat.DECIMAL, '1'],
  [LevelFormat.LOWER_LETTER, 'a'],
  [LevelFormat.UPPER_LETTER, 'A'],
  [LevelFormat.LOWER_ROMAN, 'i'],
  [LevelFormat.UPPER_ROMAN, 'I'],
  [LevelFormat.RUSSIAN_LOWER, 'а, б, .., аа, бб, ... (ru)'],
  [LevelFormat.RUSSIAN_UPPER, 'А, Б, .., АА, ББ, ... (ru)'],
]);

/** Centimetres: the indent of a level, and the room for its label. */
const INDENT = 0.75;

/** Writes lists as styles by which they are counted. */
export function writeListStyles(definitions: readonly ListDefinition[]): string {
  return definitions.map(writeStyle).join('');
}

function writeStyle({ reference, levels }: ListDefinition): string {
  const written = levels.map(({ level, format, text = '', start = 1 }) => {
    const indent = `${(INDENT * (level + 1)).toFixed(2)}cm`;
    const place = `<style:list-level-properties text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment text:label-followed-by="listtab" text:list-tab-stop-position="${indent}" fo:text-indent="-${INDENT}cm" fo:margin-left="${indent}"/></style:list-level-properties>`;
    if (format === LevelFormat.BULLET)
      return `<text:list-level-style-bullet text:level="${level + 1}" text:bullet-char="•">${place}</text:list-level-style-bullet>`;
    const [before = '', after = ''] = text.split(`%${level + 1}`);
    const isCounted = format !== LevelFormat.NONE;
    const told = isCounted
      ? ` style:num-prefix="${escapeXml(before)}" style:num-suffix="${escapeXml(after)}" style:num-format="${FORMATS.get(format) ?? '1'}"`
      : ` style:num-prefix="${escapeXml(text)}" style:num-suffix="" style:num-format=""`;
    return `<text:list-level-style-number text:level="${level + 1}" text:start-value="${start}"${told}>${place}</text:list-level-style-number>`;
  });
  return `<text:list-style style:name="${reference}">${written.join('')}</text:list-style>`;
}
