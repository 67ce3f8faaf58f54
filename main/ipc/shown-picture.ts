import type { AppContext } from '../app/app-context';
import { describePicture } from '../import/pictures/describe-picture';
import { whyUnshown } from '../../shared/model/picture';

/**
 * What the window is given of a picture of the open project, under the address `pictureUrl` makes; null where there is none
 * of that hash, or none it shows. It is looked at anew: a stranger's project may hold anything under any name.
 */
export async function shownPicture(
  { open }: AppContext,
  hash: string,
): Promise<{ readonly type: string; readonly bytes: Uint8Array } | null> {
  const bytes = (await open?.picture(hash)) ?? null;
  const described = bytes && describePicture(bytes);
  if (!described || whyUnshown({ hash, ...described }) !== null) return null;
  return { type: `image/${described.kind}`, bytes };
}
