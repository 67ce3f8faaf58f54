import type { Language } from '../../../shared/model/language';
import type { Row } from '../../../shared/model/row';

/** What was done, once it is. */
interface Done {
  /** The row in which it was done, as it is now; undefined where it is gone. */
  readonly row: Row | undefined;
  readonly language: Language | null;
  /** The number of that row, from 1; 0 where it was done in none. */
  readonly number: number;
  /** The type of the command that undo would take back. */
  readonly command: string;
}

/** What is told of it: a locale key, and what is filled in. */
export interface Told {
  readonly key: string;
  readonly params: Readonly<Record<string, string | number>>;
}

export type Tell = (done: Done) => Told;

/** Tells the number of the row and the name of the change. */
export const tellChange: Tell = ({ number, command }) =>
  number === 0
    ? { key: 'news.doneSomewhere', params: { command } }
    : { key: 'news.done', params: { number, command } };

/** Tells what the status of the text is now. */
export const tellStatus: Tell = (done) => {
  const { row, language, number } = done;
  if (!row || !language) return tellChange(done);
  return { key: 'news.doneStatus', params: { number, language, status: row.cells[language].status } };
};

/** Tells that the texts belong together, or no longer do. */
export const tellConfirmed: Tell = ({ row, number }) => ({
  key: row?.confirmed ? 'news.doneConfirmed' : 'news.doneUnconfirmed',
  params: { number },
});
