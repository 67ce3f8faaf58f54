import type { Finding, FindingSpan } from '../../../../shared/checks/engine/finding';
import type { Settings } from '../../../../shared/contract/settings';
import type { Language } from '../../../../shared/model/language';
import type { Paragraph } from '../../../../shared/model/paragraph';
import type { Row } from '../../../../shared/model/row';
import type { PaintHit } from '../../../session/paint/pieces';
import type { Editing } from '../../../session/place/view-store';
import type { Selected } from '../../../session/place/selected';
import type { RowCriteria } from '../../../session/rows/row-filters';
import type { RowSentences } from '../../../session/rows/sentence-links';
import type { TableShapes } from '../../../session/rows/tables';

/** What a cell, and each paragraph in it, is shown by. */
export interface CellProps {
  readonly row: Row;
  readonly language: Language;
  readonly columnIndex: number;
  /** The person's place, when it is in this cell. */
  readonly selected: Selected | null;
  readonly editing: Editing | null;
  readonly criteria: RowCriteria;
  /** How the tables of the version are drawn. */
  readonly tables: TableShapes[Language];
  /** What the checks find in the row. */
  readonly findings: readonly Finding[];
  /** The places the finding a person looks at is about. */
  readonly compared: readonly FindingSpan[];
  readonly hits: ReadonlyMap<string, readonly PaintHit[]>;
  readonly textView: Settings['textView'];
  readonly readOnly: boolean;
  /** Whether a click opens a text for writing. */
  readonly writable: boolean;
  readonly dropping: boolean;
  readonly sentences: RowSentences;
  readonly lit: number | null;
  /** Hears where the caret of the live editor is, a UTF-16 offset. */
  readonly onCaret: (paragraphId: string, offset: number) => void;
}

export interface ParagraphProps extends CellProps {
  readonly paragraph: Paragraph;
}
