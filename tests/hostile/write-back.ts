import type { PresentText } from '../../main/export/original/present-text';
import { writeOriginal } from '../../main/export/original/write-original';
import { readDocument } from '../../main/import/read-document';
import { PRESENT_READING } from '../../main/import/reading';
import type { Result } from '../../shared/model/failure';
import type { ImportedBlock } from '../../shared/model/imported-document';
import type { RichText } from '../../shared/model/paragraph';

/** What becomes of the text of an imported block before it is written back; several texts are paragraphs of their own. */
export type Edit = (block: ImportedBlock['block'], n: number) => readonly RichText[];

/** Another word in front of each paragraph. */
export const reword: Edit = ({ text, marks }) => [
  {
    text: `Речь ${text}`,
    marks: marks.map((mark) => ({ ...mark, start: mark.start + 5, end: mark.end + 5 })),
  },
];

/** Each paragraph with another behind it. */
export const extend: Edit = ({ text, marks }, n) => [
  { text, marks },
  { text: `Новый абзац ${n}.`, marks: [] },
];

/** Every other paragraph taken out. */
export const thin: Edit = ({ text, marks }, n) => [n % 2 ? { text: '', marks: [] } : { text, marks }];

/** Reads a file, edits what was read, and gives what writes it back. Fails as reading does. */
export async function prepareWriteBack(
  fileName: string,
  bytes: Uint8Array,
  edit: Edit,
): Promise<Result<() => Promise<Result<Uint8Array>>>> {
  const read = await readDocument({ fileName, bytes });
  if (!read.ok) return read;
  const text = read.value.blocks.flatMap(({ block }, n) =>
    edit(block, n).map((settled, part): PresentText => ({
      role: block.role,
      label: block.label,
      settled,
      shown: settled,
      known: part === 0 ? block.text : settled.text,
      picture: block.picture ?? null,
      alternative: block.text,
      by: [],
      links: new Set(),
    })),
  );
  const { format } = read.value;
  const reading = PRESENT_READING;
  return {
    ok: true,
    value: () =>
      writeOriginal({
        fileName,
        format,
        bytes,
        leftOut: [],
        reading,
        text,
        tracked: null,
        translation: null,
      }),
  };
}
