import type { Block } from '../../../shared/model/paragraph';
import { readPageBlocks } from './blocks';
import type { PictureOf } from './images';
import { elementsOf, parseHtml } from './tree';

/** What a piece of HTML within another text says. */
export interface Fragment {
  readonly blocks: readonly Block[];
  /** Its tables are counted from 0. */
  readonly pictures: number;
}

/** Reads a piece of HTML; null where it is too deep or in too many parts. */
export function readFragment(html: string, pictureOf: PictureOf | null = null): Fragment | null {
  const document = parseHtml(html, '');
  if (!document.ok) return null;
  const body = [...elementsOf(document.value)].find(({ tagName }) => tagName === 'body');
  if (!body) return null;
  const { blocks, pictures } = readPageBlocks(body, null, pictureOf);
  return { blocks: blocks.map(({ block }) => block), pictures: pictures.length };
}
