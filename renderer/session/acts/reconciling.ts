import type { Paragraph } from '../../../shared/model/paragraph';
import { staleSources } from '../../../shared/reconcile/stale';
import { showNews } from '../notice-store';
import { send } from '../project-store';
import { changeSettings } from '../settings-store';
import { setView } from '../view-store';
import { settings, type Here } from './here';

export function toggleSuggesting(): void {
  const suggesting = !settings().suggesting;
  changeSettings({ suggesting });
  showNews(suggesting ? 'news.suggesting' : 'news.notSuggesting');
}

/** Accepts or rejects the suggestions in the selected paragraph, or in the cell when none is selected. */
export async function decideHere({ row, selected }: Here, accept: boolean): Promise<void> {
  const { paragraphs } = row.cells[selected.language];
  const one = paragraphs.filter(({ id }) => id === selected.paragraphId);
  await decideAll(withPending(one).length > 0 ? one : paragraphs, accept);
}

/** Says that the selected text still says what the others say, or that this is doubted. */
export async function holdHere({ row, selected }: Here, right: boolean): Promise<void> {
  const { language } = selected;
  if (row.cells[language].paragraphs.length === 0) return showNews('news.nothingHere');
  if (right && staleSources(row, language).length === 0) return showNews('news.notStale');
  await send({ type: 'holdCellsRight', cells: [{ rowId: row.id, language }], right });
}

/** Asks why the text differs on purpose, or takes that back. */
export async function adaptHere({ row, selected }: Here): Promise<void> {
  const { language } = selected;
  const { paragraphs } = row.cells[language];
  if (paragraphs.length === 0) return showNews('news.nothingHere');
  if (!paragraphs.some(({ adapted }) => adapted)) return setView({ adapting: selected });
  await send({ type: 'setAdapted', rowId: row.id, language, reason: null });
}

/** Accepts or rejects all suggestions of some paragraphs. */
async function decideAll(paragraphs: readonly Paragraph[], accept: boolean): Promise<void> {
  const paragraphIds = withPending(paragraphs).map(({ id }) => id);
  if (paragraphIds.length === 0) return showNews('news.noSuggestions');
  await send({ type: 'decideSuggestions', paragraphIds, which: null, accept });
}

function withPending(paragraphs: readonly Paragraph[]): readonly Paragraph[] {
  return paragraphs.filter(({ pending }) => pending);
}
