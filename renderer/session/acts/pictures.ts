import { LANGUAGES } from '../../../shared/model/language';
import type { Paragraph } from '../../../shared/model/paragraph';
import { whyUnshown } from '../../../shared/model/picture';
import { setView } from '../place/view-store';
import { edit } from '../place/navigation';
import { send } from '../project/project-store';
import { act, here, ifEditableHere, ifHere, type Here } from './act';
import { tellChange } from './tell';

/** What is done with a picture. */
export const PICTURE_ACTS = [
  act({
    id: 'showPicture',
    keys: ['V'],
    when: ifHere((at) => {
      const picture = pictureHere(at)?.picture;
      if (!picture) return 'noPicture';
      return whyUnshown(picture) === null ? 'yes' : 'pictureUnshown';
    }),
    run: here((at) => setView({ looking: pictureHere(at)?.id ?? null })),
  }),
  act({
    id: 'takePicture',
    keys: [],
    flush: true,
    when: ifEditableHere((at) => {
      if (pictureHere(at)) return 'hasPicture';
      return pictureElsewhere(at) ? 'yes' : 'noPictureBeside';
    }),
    run: here(async (at) => {
      const from = pictureElsewhere(at);
      if (!from) return;
      const { language, row } = at;
      const paragraphId = crypto.randomUUID();
      if (await send({ type: 'takePicture', from: from.id, paragraphId, language }))
        edit(row.id, language, paragraphId, 0);
    }),
    tell: tellChange,
  }),
  act({
    id: 'removePicture',
    keys: [],
    flush: true,
    when: ifEditableHere((at) => (pictureHere(at) ? 'yes' : 'noPicture')),
    run: here(async (at) => {
      const picture = pictureHere(at);
      if (picture) await send({ type: 'removeParagraph', paragraphId: picture.id });
    }),
    tell: tellChange,
  }),
] as const;

/** The picture that is meant, or the only one of the cell. */
function pictureHere({ paragraph, paragraphs }: Here): Paragraph | null {
  return paragraph?.picture ? paragraph : (paragraphs.find(({ picture }) => picture) ?? null);
}

/** The picture of the row that a version without one would take: of the first version that has one. */
function pictureElsewhere({ row, language }: Here): Paragraph | null {
  for (const other of LANGUAGES) {
    const found = row.cells[other].paragraphs.find(({ picture }) => picture);
    if (other !== language && found) return found;
  }
  return null;
}
