import { bareArchive, openArchive } from '../../../import/docx/archive';
import { toBlocks } from '../../../import/docx/blocks';
import { readStory } from '../../../import/docx/read-story';
import { rewriteArchive } from '../rewrite-archive';
import type { FormerReading } from '../former-reading';
import { wordsOf } from '../match-pictures';
import type { PresentText } from '../present-text';
import { writeFallbacks } from './fallbacks';
import { Package } from './package';
import { WrittenPart } from './part';
import type { Sign } from './plan-text';
import { numberRemarks, remarkMarks, writeRemarks, type NumberedRemark } from './remarks';
import { writeStamp } from './stamp';
import { writtenParagraphs } from './paragraphs';
import { placeTexts } from './place-texts';
import { writeDrawn } from './write-drawn';
import { writePictures } from './write-pictures';
import type { TrackedChanges } from '../tracked-changes';
import type { Translation } from '../translation';
import { tellLanguage } from './tell-language';
import { Tracking } from './tracking';

/**
 * A .docx file with the present text of a version in it. Where nothing differs it is the same file, byte for byte; else all
 * parts but those with other text are. Throws Unreadable as reading it does.
 *
 * @param former how the file was read when it was imported
 * @param tracked who is told to have made the changes; null where they are not told
 * @param translation what the text is, where the file is that of another version
 */
export async function writeDocxOriginal(
  bytes: Uint8Array,
  text: readonly PresentText[],
  former: FormerReading,
  tracked: TrackedChanges | null,
  translation: Translation | null,
): Promise<Uint8Array> {
  const archive = await openArchive(bytes);
  const read = await readStory(archive, former.reading);
  const parts = new Package(archive);
  const texts = new Map<string, string>();
  for (const name of [read.main, ...read.notes.keys()]) {
    const content = await parts.text(name);
    if (content !== null) texts.set(name, content);
  }
  const mainText = texts.get(read.main) ?? '';
  const firstId = freeId([...texts.values()], [...read.story.comments.keys()]);
  const remarks = tracked ? numberRemarks(tracked.remarks, read.story.comments, firstId) : [];
  const tracking = tracked && new Tracking(firstId + remarks.reduce((sum, { ids }) => sum + ids.length, 0));
  const [linkStyle = null] = [...read.story.styles].find(([, { name }]) => /^hyperlink$/i.test(name)) ?? [];
  const written = new Map(
    [...texts].map(([name, each]) => [name, new WrittenPart(each, tracking, linkStyle)]),
  );
  const all = toBlocks(read.story);
  const leftOut = former.isLeftOut(all);
  const held = all.filter((_, n) => !leftOut(n));
  const blocks = held.filter(
    ({ block, original, picture, drawn }) => !picture && !drawn && (block.text !== '' || original !== null),
  );
  const main = written.get(read.main);
  const find = writtenParagraphs(read, written);
  const w = /<((?:[^\s/>:]+:)?)document[\s>]/.exec(mainText)?.[1] ?? 'w:';
  if (main) {
    writePictures(held, text, main);
    const placed = await writeDrawn(held, text, parts, read.main, written);
    placeTexts(blocks, wordsOf(placed), {
      ...{ find, main, tracked },
      signs: signsOf(remarks, text, w),
      styles: read.story.styles,
    });
    const last = blocks.flatMap((block) => find(block)).findLast(({ part }) => part === main);
    const present = main.splices.render();
    for (const { ids } of remarks) {
      if (!last || present.includes(`commentReference ${w || 'w:'}id="${ids[0] ?? ''}"`)) continue;
      const { start, end } = remarkMarks(ids, w);
      main.splices.insert(main.contentEnd(last.element), start + end);
    }
  }
  for (const [name, { splices }] of written) {
    if (!splices.isEmpty) await parts.write(name, writeFallbacks(splices.source, splices.render()));
  }
  await writeRemarks(parts, read.main, remarks);
  if (tracked) await writeStamp(parts, tracked.stamp);
  if (translation) await tellLanguage(parts, read.main, [...read.notes.keys()], translation);
  return parts.changed.size === 0
    ? bytes
    : rewriteArchive(bareArchive(bytes), archive.entries, parts.changed);
}

/** Where comments begin and end in each text. Word has none in notes: those go to the end of the article. */
function signsOf(
  remarks: readonly NumberedRemark[],
  texts: readonly PresentText[],
  w: string,
): ReadonlyMap<PresentText, readonly Sign[]> {
  const signs = new Map<PresentText, Sign[]>();
  for (const { remark, ids } of remarks) {
    const text = texts[remark.paragraph];
    if (!text || text.role === 'footnote' || text.shown.text === '') continue;
    const { start, end } = remark;
    signs.set(text, [...(signs.get(text) ?? []), { start, end, xml: remarkMarks(ids, w) }]);
  }
  return signs;
}

/** A number above all that anything in the parts has. */
function freeId(texts: readonly string[], comments: readonly string[]): number {
  const ids = texts.flatMap((text) => [...text.matchAll(/[\s:]id="(\d{1,8})"/g)].map(([, id]) => Number(id)));
  const known = comments.map(Number).filter((id) => Number.isSafeInteger(id) && id < 10 ** 8);
  return [...ids, ...known].reduce((most, id) => Math.max(most, id), 0) + 1;
}
