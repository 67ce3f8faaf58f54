import { expect, test } from 'vitest';
import { ReadDocuments } from '../../../../../main/app/read-documents';
import { readPastedText } from '../../../../../main/import/read-pasted-text';
import { connect } from '../../../../../renderer/session/bridge';
import { endDraft, endImport, offer } from '../../../../../renderer/session/project/offer-files';
import { FRESH_VIEW, setView, viewStore } from '../../../../../renderer/session/place/view-store';
import type { ImportedFile, Request } from '../../../../../shared/contract/channels';
import { ok } from '../../../../../shared/model/failure';
import { value } from '../../../main/project/sample-project';

let last = 0;
const documents = new ReadDocuments(() => `document-${(last += 1)}`);

async function read(text: string): Promise<ImportedFile> {
  const document = value(await readPastedText(text, null));
  return { fileName: '', result: ok(documents.keep(document)) };
}

function idsOf(files: readonly ImportedFile[]): readonly string[] {
  return files.map(({ result }) => value(result).id);
}

test('who leaves the dialog of an import, or a draft, has main forget what was read for that and nothing else', async () => {
  connect({
    request: (channel, payload) => {
      if (channel !== 'import/forget') throw new Error(channel);
      documents.forget((payload as Request<'import/forget'>).ids);
      return Promise.resolve(null as never);
    },
    listen: () => () => undefined,
  });
  const files = [await read('Вода пришла.'), await read('The water came.')];
  const draft = await read('The water came late.');
  const document = value(draft.result);
  offer(files);
  const compared = {
    base: 'imported',
    differences: [],
    unchanged: [],
    stamp: '',
    isReturned: false,
    settled: 0,
  } as const;
  setView({ draft: { document, language: 'en', compared } });
  endImport();
  expect(viewStore.getState().importing).toBeNull();
  expect(idsOf(files).filter((id) => documents.find(id).ok)).toEqual([]);
  expect(documents.find(document.id).ok).toBe(true);
  endDraft();
  expect(viewStore.getState().draft).toBeNull();
  expect(documents.find(document.id).ok).toBe(false);
  setView(FRESH_VIEW);
});
