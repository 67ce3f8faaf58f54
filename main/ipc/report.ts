import type { ReportWish } from '../../shared/contract/report-wish';
import { flagsFor } from '../../shared/model/blind-review';
import { fail, ok, type Result } from '../../shared/model/failure';
import type { Project } from '../../shared/model/project';
import { knownToChecks } from '../checking/check-context';
import type { AppContext } from '../app/app-context';
import { printPage } from '../system/print-page';
import { settings } from '../system/settings';
import { translator } from '../system/translate';
import { typologyInUse } from '../app/typology-in-use';
import { writeFileAtomically } from '../system/write-file-atomically';
import { proposeExport, rememberExport } from './export-place';
import { askForPlace } from './file-dialogs';
import { handle } from '../app/handle';

/** Reporting the review of the open project to a file a person names. */
export function handleReport(context: AppContext): void {
  handle('report/write', async (wish): Promise<Result<string | null>> => {
    const { open } = context;
    if (!open) return fail('noProject');
    // A report is no way round a blind review.
    const project = { ...open.project, flags: flagsFor(open.project, context.author()) };
    const { format } = wish;
    const t = translator(context.uiLanguage());
    const chosen = await askForPlace(context, {
      title: t('dialog.report'),
      defaultPath: proposeExport(project.title, `${t('dialog.reportSuffix')}.${wish.language}.${format}`),
      filters: [{ name: t(`format.${format}`), extensions: [format] }],
    });
    if (chosen === null) return ok(null);
    const bytes = await makeBytes(context, project, wish);
    if (!bytes.ok) return bytes;
    const written = await writeFileAtomically(chosen, bytes.value);
    if (!written.ok) return written;
    rememberExport(chosen);
    return ok(chosen);
  });
}

async function makeBytes(
  context: AppContext,
  project: Project,
  wish: ReportWish,
): Promise<Result<Uint8Array>> {
  const { format, language, parts } = wish;
  const bytes = await context.run('report', {
    kind: 'report',
    project,
    order: {
      ...{ format: format === 'pdf' ? 'html' : format, language, parts },
      ...{ time: Date.now(), author: context.author(), typology: typologyInUse().typology },
      ...{ known: knownToChecks(settings(), project), checksOff: settings().checksOff },
      unchecked: context.checking.notChecked(),
    },
  });
  if (!bytes.ok || format !== 'pdf') return bytes;
  return context.watch('report', () => printPage(new TextDecoder().decode(bytes.value)));
}
