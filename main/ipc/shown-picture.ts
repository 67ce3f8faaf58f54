import { describePicture } from '../import/pictures/describe-picture';
import { whyUnshown } from '../../shared/model/picture';

/**
 * What the window is given of a picture of the open project; null where it is none, or none that is shown. The bytes are
 * looked at anew: a stranger's project may hold anything under the name of a picture.
 */
export function shownPicture(
  hash: string,
  bytes: Uint8Array | null,
): { readonly type: string; readonly bytes: Uint8Array } | null {
  const described = bytes && describePicture(bytes);
  if (!described || whyUnshown({ hash, ...described }) !== null) return null;
  return { type: `image/${described.kind}`, bytes };
}
