import { perLanguage } from '../../../../shared/model/language';
import { plainBlock, type Paragraph, type RichText } from '../../../../shared/model/paragraph';
import type { Row } from '../../../../shared/model/row';

export function paragraph(id: string, text: string, part: Partial<Paragraph> = {}): Paragraph {
  return { ...plainBlock(text), id, imported: null, ...part };
}

export function rich(text: string): RichText {
  return { text, marks: [] };
}

/** A row with these paragraphs in its Kyrgyz cell, and nothing in the others. */
export function row(id: string, ...paragraphs: readonly Paragraph[]): Row {
  return {
    id,
    cells: perLanguage((language) => ({
      paragraphs: language === 'ky' ? paragraphs : [],
      status: 'translated',
    })),
    confidence: 1,
    confirmed: false,
  };
}
