import { knownToChecks } from '../../../main/checking/check-context';
import { loadSpelling } from '../../../main/checking/load-spelling';
import { readVersions } from '../../../main/cli/read-versions';
import type { CheckRequest } from '../../../main/cli/request';
import { translator } from '../../../main/system/translate';
import { ALL_CHECKS } from '../../../shared/checks/all-checks';
import { makeChecker } from '../../../shared/checks/engine/check-rows';
import { findingSentence } from '../../../shared/contract/finding-sentence';
import type { Severity } from '../../../shared/model/flag';
import { perLanguage, type Language } from '../../../shared/model/language';
import { versionParagraphs } from '../../../shared/model/row';

/** What a check says of some texts. */
export interface Told {
  readonly check: string;
  readonly severity: Severity;
  /** Counts from 0. */
  readonly row: number;
  readonly message: string;
  /** Paragraphs count from 0 within their version, offsets in UTF-16 units. */
  readonly spans: readonly {
    readonly lang: Language;
    readonly paragraph: number;
    readonly start: number;
    readonly end: number;
    readonly text: string;
  }[];
}

/** Checks up to three texts, which are aligned first, in this process; throws where they cannot be read. */
export async function checkTexts(inputs: CheckRequest['inputs']): Promise<readonly Told[]> {
  const read = await readVersions({ inputs, table: null });
  if (!read.ok) throw new Error(read.failure.code);
  const { project } = read.value;
  const { context } = knownToChecks({ glossary: '', words: [] }, project);
  const check = makeChecker(
    ALL_CHECKS,
    { ...context, spelling: await loadSpelling() },
    { begins: () => undefined, isLeftOut: () => false },
  );
  const t = translator('en');
  const versions = perLanguage((language) => versionParagraphs(project.rows, language));
  return check(project.rows).map((finding) => ({
    check: finding.check,
    severity: finding.severity,
    row: project.rows.findIndex(({ id }) => id === finding.rowId),
    message: findingSentence(finding, t),
    spans: finding.spans.map(({ language: lang, paragraphId, start, end }) => {
      const paragraph = versions[lang].findIndex(({ id }) => id === paragraphId);
      return { lang, paragraph, start, end, text: versions[lang][paragraph]?.text.slice(start, end) ?? '' };
    }),
  }));
}
