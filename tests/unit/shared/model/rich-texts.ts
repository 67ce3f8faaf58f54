import type { Mark } from '../../../../shared/model/mark';
import type { RichText } from '../../../../shared/model/paragraph';

export const strong = (start: number, end: number): Mark => ({ type: 'strong', start, end });

export const plain = (text: string): RichText => ({ text, marks: [] });
