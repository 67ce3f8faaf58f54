import { AlignmentType, BorderStyle, LineRuleType, type IStylesOptions } from 'docx';
import type { InterfaceLanguage } from '../../../shared/interface/languages';
import type { Language } from '../../../shared/model/language';
import { languageTag } from './runs';

// Whoever has Word has it, with every letter of the three languages in every weight.
const FONT = 'Times New Roman';

const HEADING_SIZES = [32, 28, 26, 24, 24, 24] as const;

/** Style ids of a body paragraph and of what `docx` has no style for. Ids and names are Word's own. */
export const BODY_STYLE = 'BodyText';
export const QUOTE_STYLE = 'Quote';
export const REMARK_STYLE = 'Remark';

/** Lines as far apart as what stands in them wants. Without its rule LibreOffice takes it for a height, and cuts pictures to that. */
const LOOSE_LINES = { line: 276, lineRule: LineRuleType.AUTO } as const;

/** The look of an exported article: a plain manuscript. Sizes are half points, distances twentieths of a point. */
export function makeStyles(language: Language | InterfaceLanguage): IStylesOptions {
  const heading = (size: number, italics: boolean) => ({
    run: { font: FONT, size, bold: true, italics, color: '000000' },
    paragraph: { keepNext: true, keepLines: true, spacing: { before: 300, after: 120 } },
  });
  return {
    default: {
      document: { run: { font: FONT, size: 24, language: languageTag(language) } },
      title: {
        run: { font: FONT, size: 40, bold: true },
        paragraph: { keepNext: true, keepLines: true, spacing: { after: 240 } },
      },
      heading1: heading(HEADING_SIZES[0], false),
      heading2: heading(HEADING_SIZES[1], false),
      heading3: heading(HEADING_SIZES[2], false),
      heading4: heading(HEADING_SIZES[3], false),
      heading5: heading(HEADING_SIZES[4], true),
      heading6: { ...heading(HEADING_SIZES[5], true), run: { font: FONT, size: 24, italics: true } },
      caption: {
        run: { font: FONT, size: 21, color: '404040' },
        paragraph: { keepLines: true, spacing: { before: 60, after: 240 } },
      },
      footnoteText: { run: { font: FONT, size: 20 }, paragraph: { spacing: { after: 60 } } },
      listParagraph: { paragraph: { spacing: { after: 80, ...LOOSE_LINES } } },
      hyperlink: { run: { color: '0b5394', underline: {} } },
    },
    paragraphStyles: [
      {
        id: BODY_STYLE,
        name: 'Body Text',
        basedOn: 'Normal',
        quickFormat: true,
        paragraph: { spacing: { after: 160, ...LOOSE_LINES } },
      },
      {
        id: QUOTE_STYLE,
        name: 'Quote',
        basedOn: 'Normal',
        next: BODY_STYLE,
        quickFormat: true,
        // A rule at the side, not italics: what is italic in a quotation must still stand out.
        paragraph: {
          indent: { left: 567, right: 567 },
          spacing: { before: 120, after: 160, ...LOOSE_LINES },
          border: { left: { style: BorderStyle.SINGLE, size: 12, space: 12, color: '8c8c8c' } },
        },
      },
      {
        id: REMARK_STYLE,
        name: 'Remark',
        basedOn: 'Normal',
        run: { size: 20, italics: true, color: '9c1c1c' },
        paragraph: { alignment: AlignmentType.LEFT, spacing: { after: 40 } },
      },
    ],
  };
}
