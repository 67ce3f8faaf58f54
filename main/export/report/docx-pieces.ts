import {
  AlignmentType,
  BorderStyle,
  type HeadingLevel,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
  type IRunOptions,
} from 'docx';
import type { Severity } from '../../../shared/model/flag';
import type { InterfaceLanguage } from '../../../shared/interface/languages';
import type { Language } from '../../../shared/model/language';
import { languageTag } from '../docx/runs';
import { inertText } from './inert-text';
import { SEVERITY_SIGNS, type ReportWords } from './report-words';

/** A4 with margins of 20 mm, in twentieths of a point. */
export const PAGE = { width: 11906, height: 16838, margin: 1134 } as const;

const WIDTH = PAGE.width - 2 * PAGE.margin;

/** Half points. */
export const SMALL = 19;

export const SOFT = '5b554c';

/** Dark enough for text on white, and light enough to read dark text on. */
export const SEVERITY_COLOURS: Readonly<Record<Severity, { readonly ink: string; readonly ground: string }>> =
  {
    critical: { ink: 'a4161a', ground: 'f4cfcd' },
    major: { ink: 'a84b00', ground: 'fbe0c4' },
    minor: { ink: '6b5a00', ground: 'fbf0c4' },
    neutral: { ink: '5b554c', ground: 'ebe8e2' },
  };

interface CellLook {
  readonly ground?: string;
  readonly end?: boolean;
}

export type CellContent = { readonly children: readonly Paragraph[] } & CellLook;

const LINE = { style: BorderStyle.SINGLE, size: 4, color: 'c9c2b6' } as const;

/** What a report for Word is put together of: runs, lines, cells and tables, all in one look. */
export class DocxPieces {
  constructor(protected readonly words: ReportWords) {}

  protected heading(text: string, heading: (typeof HeadingLevel)[keyof typeof HeadingLevel]): Paragraph {
    return new Paragraph({ heading, children: [this.run(text)] });
  }

  protected line(
    children: readonly TextRun[],
    { before = 0, keepNext = false }: { readonly before?: number; readonly keepNext?: boolean } = {},
  ): Paragraph {
    return new Paragraph({ spacing: { before, after: 80 }, keepNext, children });
  }

  protected cellLine(children: readonly TextRun[]): Paragraph {
    return new Paragraph({ spacing: { after: 40 }, children });
  }

  /** What a person typed, with its line breaks. */
  protected typed(text: string, before: readonly TextRun[] = []): readonly Paragraph[] {
    return text
      .split(/\r\n|[\r\n]/)
      .map((each, i) => this.line([...(i === 0 ? before : []), this.run(each)]));
  }

  /** A run in the language of the report, or of the text it quotes. */
  protected run(
    text: string,
    look: IRunOptions = {},
    language: Language | InterfaceLanguage = this.words.language,
  ): TextRun {
    return new TextRun({ ...look, text: inertText(text), language: languageTag(language) });
  }

  protected severity(severity: Severity): string {
    return `${SEVERITY_SIGNS[severity]} ${this.words.severity(severity)}`;
  }

  protected cell(text: string, look: IRunOptions = {}, cellLook: CellLook = {}): CellContent {
    const alignment = cellLook.end ? { alignment: AlignmentType.END } : {};
    const line = new Paragraph({ ...alignment, spacing: { after: 40 }, children: [this.run(text, look)] });
    return { children: [line], ...cellLook };
  }

  protected count(count: number, severity: Severity): CellContent {
    if (count === 0) return this.cell('–', { color: SOFT }, { end: true });
    return this.cell(String(count), { bold: true }, { end: true, ground: SEVERITY_COLOURS[severity].ground });
  }

  /**
   * A table and the space after it, without which Word would make one of two.
   *
   * @param splits whether a row may go on on the next page
   */
  protected table(
    shares: readonly number[],
    head: readonly string[],
    rows: readonly (readonly CellContent[])[],
    splits = false,
  ): readonly (Paragraph | Table)[] {
    const whole = shares.reduce((sum, share) => sum + share, 0);
    const columnWidths = shares.map((share) => Math.floor((WIDTH * share) / whole));
    const write = (cells: readonly CellContent[], isHead: boolean): TableRow =>
      new TableRow({
        tableHeader: isHead,
        cantSplit: !splits,
        children: cells.map(
          ({ children, ground }, i) =>
            new TableCell({
              width: { size: columnWidths[i] ?? 0, type: WidthType.DXA },
              ...(ground === undefined
                ? {}
                : { shading: { type: ShadingType.CLEAR, color: 'auto', fill: ground } }),
              children: children.length > 0 ? [...children] : [new Paragraph({})],
            }),
        ),
      });
    const table = new Table({
      width: { size: WIDTH, type: WidthType.DXA },
      columnWidths,
      margins: { top: 40, bottom: 40, left: 80, right: 80 },
      borders: {
        top: LINE,
        bottom: LINE,
        left: LINE,
        right: LINE,
        insideHorizontal: LINE,
        insideVertical: LINE,
      },
      rows: [
        write(
          head.map((name) => this.cell(name, { bold: true }, { ground: 'f2efe9' })),
          true,
        ),
        ...rows.map((cells) => write(cells, false)),
      ],
    });
    return [table, new Paragraph({ spacing: { after: 120 } })];
  }
}
