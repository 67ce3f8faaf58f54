import { expect, test } from 'vitest';
import { ReadDocuments } from '../../../../../main/app/read-documents';
import { readPastedText } from '../../../../../main/import/read-pasted-text';
import { connect } from '../../../../../renderer/session/bridge';
import {
  endDraft,
  endImport,
  offer,
  offerAsDraft,
} from '../../../../../renderer/session/project/offer-files';
import { noticeStore } from '../../../../../renderer/session/notices/notice-store';
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

test('a text that waits to be imported is brought in as a newer draft, and what else was read is forgotten', async () => {
  const differences = [{}];
  connect({
    request: (channel, payload) => {
      if (channel === 'import/forget') documents.forget((payload as Request<'import/forget'>).ids);
      const compared = ok({
        base: 'imported',
        differences,
        unchanged: [],
        stamp: '',
        isReturned: false,
        settled: 0,
      });
      return Promise.resolve((channel === 'draft/compare' ? compared : null) as never);
    },
    listen: () => () => undefined,
  });
  const files = [await read('Вода пришла поздно.'), await read('The water came.')];
  const [draft, other] = idsOf(files);
  offer(files);
  await offerAsDraft(value(files[0]?.result ?? expect.fail()), 'ru');
  expect(viewStore.getState()).toMatchObject({
    importing: null,
    draft: { document: { id: draft }, language: 'ru' },
  });
  expect([draft, other].map((id) => documents.find(id ?? '').ok)).toEqual([true, false]);
  // One that changes nothing is told of, and there is nothing left to import.
  endDraft();
  differences.length = 0;
  offer([await read('Вода.')]);
  const [same] = viewStore.getState().importing ?? [];
  await offerAsDraft(value(same?.result ?? expect.fail()), 'ru');
  expect(noticeStore.getState().notice).toMatchObject({ key: 'news.draftSame' });
  expect(viewStore.getState()).toMatchObject({ importing: null, draft: null });
  expect(documents.find(value(same?.result ?? expect.fail()).id).ok).toBe(false);
  setView(FRESH_VIEW);
});

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
