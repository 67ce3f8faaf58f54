import { createHash } from 'node:crypto';
import { LONGEST_ADDRESS, type Picture } from '../../../shared/model/picture';
import { MB, PICTURE_LIMIT_MB, PICTURES_LIMIT_MB } from '../../../shared/model/limits';
import { describePicture } from './describe-picture';

/** The pictures of one file, each once, as they are read: those that a project would keep, up to so many bytes. */
export class PictureShelf {
  readonly bytes = new Map<string, Uint8Array>();
  private total = 0;

  /**
   * What is known of a picture that is there; its bytes are kept if they are those of a picture and there is room.
   *
   * @param address where the file says that it lies
   */
  put(bytes: Uint8Array, address: string): Picture {
    const described = describePicture(bytes);
    const known = { address: short(address), width: described?.width ?? 0, height: described?.height ?? 0 };
    if (!described) return { ...known, hash: null, kind: null };
    const { kind } = described;
    const hash = createHash('sha256').update(bytes).digest('hex');
    if (!this.bytes.has(hash)) {
      const fits =
        bytes.length <= PICTURE_LIMIT_MB * MB && this.total + bytes.length <= PICTURES_LIMIT_MB * MB;
      if (!fits) return { ...known, hash: null, kind };
      this.total += bytes.length;
      this.bytes.set(hash, bytes);
    }
    return { ...known, hash, kind };
  }
}

/** A picture that lies elsewhere, or is not there at all. */
export function pictureElsewhere(address: string): Picture {
  return { hash: null, kind: null, address: short(address), width: 0, height: 0 };
}

/** What a page holds in place of an address has no end, and what runs is no address. */
function short(address: string): string {
  const scheme = /^\s*([a-z][\w+.-]*):/i.exec(address)?.[1]?.toLowerCase();
  const isPlain = scheme === undefined || PLACES.has(scheme) || scheme.length === 1;
  return isPlain && address.length <= LONGEST_ADDRESS ? address : '';
}

/** Where pictures lie; a single letter is a drive. */
const PLACES: ReadonlySet<string> = new Set(['http', 'https', 'file']);
