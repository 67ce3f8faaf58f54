import { flagsCsv } from '../../main/export/flags-csv';
import { writeReport } from '../../main/export/report/write-report';
import { versionDocument } from '../../main/export/version-document';
import { writeVersion } from '../../main/export/write-version';
import { translator } from '../../main/system/translate';
import { ALL_CHECKS } from '../../shared/checks/all-checks';
import { makeChecker } from '../../shared/checks/engine/check-rows';
import { LANGUAGES, type Language } from '../../shared/model/language';
import type { Project } from '../../shared/model/project';
import { CORE_TYPOLOGY, type Typology } from '../../shared/mqm/typology';
import { makeReport } from '../../shared/report/review-report';

/** All that leaves Triptych: the name it would have without its project, and its bytes. */
export type Exported = readonly (readonly [name: string, bytes: Uint8Array])[];

/**
 * Exports a project in every way there is.
 *
 * @param says what a person typed where the newsroom's categories are named
 */
export async function exportAll(
  project: Project,
  says: string,
  languages: readonly Language[] = LANGUAGES,
): Promise<Exported> {
  const exported: [string, Uint8Array][] = [];
  const own = { id: 'own', weight: 1, names: { en: says }, types: [{ id: 'one', names: { en: says } }] };
  const typology: Typology = { ...CORE_TYPOLOGY, dimensions: [...CORE_TYPOLOGY.dimensions, own] };
  const findings = makeChecker(ALL_CHECKS, { glossary: project.review?.glossary ?? '' })(project.rows);
  const parts = { scores: true, settled: true, findings: true };
  const report = makeReport(project, { time: 1_790_000_000_000, author: says, typology, findings, parts });
  for (const language of languages) {
    const t = translator(language);
    const document = versionDocument(project, language, t, (category) => category);
    for (const format of ['html', 'docx', 'md', 'txt'] as const)
      exported.push([`${language}.${format}`, await writeVersion(document, format)]);
    exported.push([`flags-${language}.csv`, Buffer.from(flagsCsv(project, t, (category) => category))]);
    for (const format of ['html', 'docx', 'csv', 'xlsx'] as const)
      exported.push([`report-${language}.${format}`, await writeReport(report, format, language)]);
  }
  return exported;
}
