import type { ShownDocument } from '../../../shared/contract/shown-document';
import type { Language } from '../../../shared/model/language';
import { bridge } from '../bridge';
import { showFailure, showNews } from '../notices/notice-store';
import { setView } from '../place/view-store';

/**
 * Shows what a newer draft would change in a version of the open project. That it changes nothing, or why it cannot be
 * compared, is told; what was read may then be forgotten.
 */
export async function showDraft(
  document: ShownDocument,
  language: Language,
): Promise<'shown' | 'same' | 'failed'> {
  const compared = await bridge.request('draft/compare', { language, documentId: document.id, base: null });
  if (!compared.ok) {
    showFailure(compared.failure);
    return 'failed';
  }
  if (compared.value.differences.length + compared.value.settled === 0) {
    showNews('news.draftSame');
    return 'same';
  }
  // What was typed while it was compared is found out when the draft is brought in, and compared then.
  setView({ draft: { document, language, compared: compared.value } });
  return 'shown';
}
