import { randomUUID } from 'node:crypto';
import { fail, ok, type Result } from '../../shared/model/failure';
import type { Request } from '../../shared/contract/channels';
import type { ImportedDocument } from '../../shared/model/imported-document';
import { flagsFor } from '../../shared/model/blind-review';
import type { Flag } from '../../shared/model/flag';
import type { Language } from '../../shared/model/language';
import type { Project } from '../../shared/model/project';
import { versionParagraphs } from '../../shared/model/row';
import { decidedThere } from '../../shared/reconcile/returned-review';
import { authorsOf, flagOf } from '../../shared/reconcile/imported-review';
import type { AppContext } from '../app/app-context';
import { answersIn, exportedState, flagFor, returnedReview } from '../app/returned-file';
import { typologyInUse } from '../app/typology-in-use';
import { categoryNames } from '../export/category-names';
import type { NameCategory } from '../export/version-document';
import { isPlain } from '../import/formats';
import { translator } from '../system/translate';
import { withFurniture } from '../import/with-furniture';
import { versionIn } from '../import/version-in';
import { documentOrigin } from '../import/new-project';
import { draftBlocks, draftVersions } from '../jobs/draft-versions';
import { stampOfProject } from '../app/project-stamp';
import { handle } from '../app/handle';
import { keepOriginal } from './keep-original';

/** Bringing a newer draft of one version into the open project. */
export function handleDraft(context: AppContext): void {
  handle('draft/compare', async ({ language, documentId, base }) => {
    if (!context.open) return fail('noProject');
    const { open } = context;
    const { project } = open;
    const found = draftOf(context, documentId, language);
    if (!found.ok) return found;
    const document = found.value;
    const exported = exportedState(document, project, language, (seq) => open.stateAt(seq));
    const from = base ?? (exported ? 'exported' : 'imported');
    const versions = draftVersions(project, language, document, from, exported);
    const compared = await context.run('compare', { kind: 'compare', versions });
    if (!compared.ok) return compared;
    const differences = isPlain(document.format)
      ? compared.value.differences.filter((each) => !('shapes' in each))
      : compared.value.differences;
    const settled = from === 'exported' && exported ? countSettled(context, project, language, document) : 0;
    const stamp = stampOfProject(project);
    return ok({ ...compared.value, differences, stamp, base: from, isReturned: exported !== null, settled });
  });
  handle('draft/bringIn', async ({ language, documentId, base, differences, decided, stamp }) => {
    const { open } = context;
    if (!open) return fail('noProject');
    const found = draftOf(context, documentId, language);
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
      ...reviewOfDraft(context, open.project, document, language, time),
      ...(base === 'exported' && {
        returned: returnedOf(context, open.project, language, document, time),
      }),
      newIds: newIds(differences),
    } as const;
    const done = open.change(command, { author: context.author(), time, group: null });
    return done.ok ? ok(open.state) : done;
  });
}

/** The draft in a document: of one with a column for each language, what stands in that of the version. */
function draftOf({ documents }: AppContext, id: string, language: Language): Result<ImportedDocument> {
  const found = documents.find(id);
  return found.ok ? versionIn(found.value, language) : found;
}

/** How many suggestions a file decided that was exported with changes tracked, and how many flags it answers. */
function countSettled(
  context: AppContext,
  project: Project,
  language: Language,
  document: ImportedDocument,
): number {
  const { review, remarks } = returnedOf(context, project, language, document, Date.now());
  const { comments } = reviewOfDraft(context, project, document, language, Date.now());
  const decided = versionParagraphs(project.rows, language).map((each) => decidedThere(each, review).length);
  return decided.reduce((sum, count) => sum + count, remarks.length + comments.length);
}

function returnedOf(
  context: AppContext,
  project: Project,
  language: Language,
  document: ImportedDocument,
  time: number,
) {
  const comments = draftBlocks(document).flatMap((block) => block.comments);
  const flags = flagsFor(project, context.author()).filter((flag) => isAbout(flag, language));
  return {
    review: returnedReview(document.blocks.filter(({ included }) => included)),
    remarks: answersIn(comments, flags, namesFor(context), time),
  };
}

function isAbout({ spans }: Flag, language: Language): boolean {
  return spans.some((span) => span.language === language);
}

function namesFor(context: AppContext): NameCategory {
  const uiLanguage = context.uiLanguage();
  return categoryNames(typologyInUse().typology, uiLanguage, translator(uiLanguage));
}

/** The draft's tracked changes and comments, by the position of their paragraph; comments that are flags here are left out. */
function reviewOfDraft(
  context: AppContext,
  project: Project,
  document: ImportedDocument,
  language: Language,
  time: number,
) {
  const flags = project.flags.filter((flag) => isAbout(flag, language));
  const nameOf = namesFor(context);
  const blocks = draftBlocks(document);
  return {
    changes: blocks.flatMap(({ changes }, theirs) =>
      changes.length > 0 ? [{ theirs, by: authorsOf(changes, time) }] : [],
    ),
    comments: blocks.flatMap(({ comments, block }, theirs) =>
      comments
        .filter((comment) => !flagFor(comment, flags, nameOf))
        .map((comment) => {
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
