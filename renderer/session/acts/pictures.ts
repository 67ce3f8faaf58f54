import type { Paragraph } from '../../../shared/model/paragraph';
import { whyUnshown } from '../../../shared/model/picture';
import { pictureToTake } from '../../../shared/reconcile/picture-to-take';
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
      if (pictureToTake(at.row, at.language)) return 'yes';
      return pictureHere(at) ? 'hasPicture' : 'noPictureBeside';
    }),
    run: here(async (at) => {
      const { language, row } = at;
      const from = pictureToTake(row, language);
      if (!from) return;
      const own = pictureHere(at);
      const paragraphId = crypto.randomUUID();
      if ((await send({ type: 'takePicture', from: from.id, paragraphId, language })) && !own)
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
      if (picture) await send({ type: 'removePicture', paragraphId: picture.id });
    }),
    tell: tellChange,
  }),
] as const;

/** The picture that is meant, or the only one of the cell. */
function pictureHere({ paragraph, paragraphs }: Here): Paragraph | null {
  return paragraph?.picture ? paragraph : (paragraphs.find(({ picture }) => picture) ?? null);
}
