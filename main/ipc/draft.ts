import { randomUUID } from 'node:crypto';
import { fail, ok } from '../../shared/model/failure';
import type { DraftBase, Request } from '../../shared/contract/channels';
import type { ImportedBlock, ImportedDocument } from '../../shared/model/imported-document';
import type { Language } from '../../shared/model/language';
import type { Project } from '../../shared/model/project';
import { versionParagraphs } from '../../shared/model/row';
import { draftText } from '../../shared/reconcile/baseline';
import { authorsOf, flagOf } from '../../shared/reconcile/imported-review';
import type { AppContext } from '../app/app-context';
import { isPlain } from '../import/formats';
import { withFurniture } from '../import/with-furniture';
import type { DraftVersions } from '../jobs/task';
import { acceptedBlocks, documentOrigin } from '../import/new-project';
import { stampOfProject } from '../app/project-stamp';
import { handle } from '../app/handle';
import { keepOriginal } from './keep-original';

/** Bringing a newer draft of one version into the open project. */
export function handleDraft(context: AppContext): void {
  handle('draft/compare', async ({ language, documentId, base }) => {
    if (!context.open) return fail('noProject');
    const { project } = context.open;
    const found = context.documents.find(documentId);
    if (!found.ok) return found;
    const document = found.value;
    const versions = draftVersions(project, language, document, base);
    const compared = await context.run('compare', { kind: 'compare', versions });
    if (!compared.ok) return compared;
    const differences = isPlain(document.format)
      ? compared.value.differences.filter((each) => !('shapes' in each))
      : compared.value.differences;
    return ok({ ...compared.value, differences, stamp: stampOfProject(project) });
  });
  handle('draft/bringIn', async ({ language, documentId, differences, decided, stamp }) => {
    const { open } = context;
    if (!open) return fail('noProject');
    const found = context.documents.find(documentId);
    if (!found.ok) return found;
    const document = found.value;
    const keeping = await keepOriginal(context, open, documentId, document);
    if (!keeping.ok) return keeping;
    if (context.open !== open || stampOfProject(open.project) !== stamp) return fail('projectMoved');
    const time = Date.now();
    const command = {
      type: 'bringInDraft',
      language,
      origin: documentOrigin(withFurniture(document), time, open.project.origins[language]),
      differences,
      decided,
      ...reviewOfDraft(document, language, time),
      newIds: newIds(differences),
    } as const;
    return open.change(command, { author: context.author(), time, group: null });
  });
}

/**
 * The versions a draft is compared with. The base is what the last draft or the import had, or what was last agreed; paragraphs
 * written since are no part of it. What only waits as a suggestion is part of the present text: a draft that has it too changes nothing.
 */
function draftVersions(
  project: Project,
  language: Language,
  document: ImportedDocument,
  from: DraftBase,
): DraftVersions {
  const paragraphs = versionParagraphs(project.rows, language);
  const base = paragraphs
    .map((paragraph) => ({
      ...paragraph,
      ...((from === 'agreed' && paragraph.agreed) || draftText(paragraph)),
    }))
    .filter(({ text }) => text !== '')
    .map((paragraph) =>
      isPlain(document.format)
        ? { ...paragraph, role: 'paragraph' as const, label: '', marks: [] }
        : paragraph,
    );
  return { base, ours: paragraphs, theirs: draftBlocks(document).map(({ block }) => block) };
}

/** Nobody is asked what in a draft is furniture: a line that looks like it may stand in the present text. */
function draftBlocks(document: ImportedDocument): readonly ImportedBlock[] {
  return acceptedBlocks(withFurniture(document));
}

/** The draft's tracked changes and comments, by the position of their paragraph. */
function reviewOfDraft(document: ImportedDocument, language: Language, time: number) {
  const blocks = draftBlocks(document);
  return {
    changes: blocks.flatMap(({ changes }, theirs) =>
      changes.length > 0 ? [{ theirs, by: authorsOf(changes, time) }] : [],
    ),
    comments: blocks.flatMap(({ comments, block }, theirs) =>
      comments.map((comment) => {
        const at = { id: randomUUID(), language, paragraphId: 'draft', text: block.text };
        return { theirs, flag: flagOf(comment, at, time) };
      }),
    ),
  };
}

/** Enough ids for whatever is new: a paragraph and a row for each block, and a row for each that moves. */
function newIds(differences: Request<'draft/bringIn'>['differences']): readonly string[] {
  const count = differences.reduce(
    (sum, each) =>
      sum +
      ('blocks' in each ? 2 * each.blocks.length : 0) +
      ('paragraphIds' in each ? each.paragraphIds.length : 0) +
      ('chunks' in each ? 2 * each.chunks.length : 0),
    0,
  );
  return Array.from({ length: count }, () => randomUUID());
}
