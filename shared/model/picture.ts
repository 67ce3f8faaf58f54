import { z } from 'zod';

/** What a picture is written as. The others are known by name only: nothing here shows them. */
export const PICTURE_KINDS = ['png', 'jpeg', 'gif', 'webp', 'bmp', 'svg', 'emf', 'wmf', 'tiff'] as const;

export type PictureKind = (typeof PICTURE_KINDS)[number];

/** The kinds a window shows. An SVG drawing is a program as much as a picture. */
const SHOWN: ReadonlySet<string> = new Set(['png', 'jpeg', 'gif', 'webp', 'bmp'] satisfies PictureKind[]);

/** More points than this are not unpacked to be shown, whatever they take in the file: four bytes each. */
const MOST_POINTS = 40_000_000;

/** A name or address longer than this is none that a file or a server would have, in UTF-16 units. */
export const LONGEST_ADDRESS = 2000;

const MOST_ACROSS = 1_000_000;

/** A picture of an article; its bytes are kept beside the project, once for all places it stands in. */
export const pictureSchema = z
  .object({
    /** SHA-256 of the bytes, in hex; null where they are not kept. */
    hash: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .nullable(),
    /** Null where it is not known. */
    kind: z.enum(PICTURE_KINDS).nullable(),
    /** Where the file it came with says that it lies: a part, a file beside it or a web address; empty where it says nothing. */
    address: z.string().max(LONGEST_ADDRESS),
    /** In points of the picture; 0 where it is not known. */
    width: z.int().nonnegative().max(MOST_ACROSS),
    height: z.int().nonnegative().max(MOST_ACROSS),
    /** How wide its document shows it, in 1/96 inch; absent where that is not said. */
    across: z.int().positive().max(MOST_ACROSS).optional(),
  })
  .readonly();

export type Picture = z.infer<typeof pictureSchema>;

/** Why only a placeholder can stand for a picture. */
export type Unshown = 'elsewhere' | 'kind' | 'tooLarge' | 'broken';

/** Null for a picture that can be shown. */
export function whyUnshown({ hash, kind, width, height }: Omit<Picture, 'address'>): Unshown | null {
  if (hash === null) return kind === null ? 'elsewhere' : 'tooLarge';
  if (kind === null || width === 0 || height === 0)
    return kind === null || SHOWN.has(kind) ? 'broken' : 'kind';
  if (!SHOWN.has(kind)) return 'kind';
  return width * height > MOST_POINTS ? 'tooLarge' : null;
}

/** What people call a picture: the last part of its address, without what a server is asked beside it. */
export function pictureName({ address }: Picture): string {
  const path = address.split(/[?#]/, 1)[0] ?? '';
  return path.split(/[/\\]/).findLast((part) => part !== '') ?? '';
}

/** The places of pictures that bytes are kept for, each once. */
export function pictureHashes(
  blocks: Iterable<{ readonly picture?: Picture | undefined }>,
): ReadonlySet<string> {
  const hashes = new Set<string>();
  for (const { picture } of blocks) if (picture?.hash) hashes.add(picture.hash);
  return hashes;
}
