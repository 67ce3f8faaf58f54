import { escapeXml } from './escape-xml';

/** Who changed something, and when (ms since 1970). */
export interface By {
  readonly author: string;
  readonly time: number;
}

/** Writes changes as tracked ones (ECMA-376 part 1, 17.13.5). */
export class Tracking {
  /** @param nextId a number that no change and no comment of the file has, nor any after it */
  constructor(private nextId: number) {}

  inserted(xml: string, by: By, w: string): string {
    return xml === '' ? '' : `<${w}ins${this.told(by, w)}>${xml}</${w}ins>`;
  }

  deleted(xml: string, by: By, w: string): string {
    return xml === '' ? '' : `<${w}del${this.told(by, w)}>${xml}</${w}del>`;
  }

  /** How a run looked before; stands at the end of its properties. */
  restyled(former: string, by: By, w: string): string {
    return `<${w}rPrChange${this.told(by, w)}><${w}rPr>${former}</${w}rPr></${w}rPrChange>`;
  }

  /** What a paragraph was before; stands at the end of its properties. */
  reshaped(former: string, by: By, w: string): string {
    return `<${w}pPrChange${this.told(by, w)}><${w}pPr>${former}</${w}pPr></${w}pPrChange>`;
  }

  /** The mark of a paragraph's end that was put in or taken out; stands in the properties of that mark. */
  end(kind: 'ins' | 'del', by: By, w: string): string {
    return `<${w}${kind}${this.told(by, w)}/>`;
  }

  private told({ author, time }: By, w: string): string {
    const id = this.nextId;
    this.nextId += 1;
    const date = new Date(time).toISOString().replace(/\.\d+Z$/, 'Z');
    const a = w || 'w:';
    return ` ${a}id="${id}" ${a}author="${escapeXml(author) || 'Triptych'}" ${a}date="${date}"`;
  }
}
