import type { TFunction } from 'i18next';
import { findingSentence } from '../../../shared/contract/finding-sentence';
import { formatTime } from '../../../shared/interface/format-time';
import type { InterfaceLanguage } from '../../../shared/interface/languages';
import { SEVERITIES, type Severity } from '../../../shared/model/flag';
import type { Language } from '../../../shared/model/language';
import { STATUSES } from '../../../shared/model/row';
import { formatPoints, formatScore } from '../../../shared/mqm/figures';
import { verdictOf, type Score, type Scorecard } from '../../../shared/mqm/score';
import type { Typology } from '../../../shared/mqm/typology';
import { countAll, type ReportedVersion } from '../../../shared/report/review-report';
import type { Finding } from '../../../shared/checks/engine/finding';
import { rowNumbers } from '../../../shared/model/readiness';
import type { ReportedFlag } from '../../../shared/report/reported-flag';
import { translator } from '../../system/translate';
import { categoryNames } from '../category-names';

/** The gravest first, as readers want them. */
export const GRAVEST_FIRST: readonly Severity[] = SEVERITIES.toReversed();

/** What a severity is told by beside its colour. */
export const SEVERITY_SIGNS: Readonly<Record<Severity, string>> = {
  critical: '▲',
  major: '◆',
  minor: '●',
  neutral: '■',
};

/** One figure of a scorecard, as it was delivered and as it stands. */
export interface FigureLine {
  readonly name: string;
  readonly delivered: string;
  readonly now: string;
}

/** Puts what a report holds into the words of its language; every format says it in the same. */
export class ReportWords {
  readonly t: TFunction;
  /** What people call a category or a dimension. */
  readonly nameOf: (category: string) => string;

  constructor(
    readonly language: InterfaceLanguage,
    typology: Typology,
  ) {
    this.t = translator(language);
    this.nameOf = categoryNames(typology, language, this.t);
  }

  languageName(language: Language): string {
    return this.t(`language.${language}`);
  }

  severity(severity: Severity): string {
    return this.t(`severity.${severity}`);
  }

  moment(time: number): string {
    return formatTime(time, (key, params) => this.t(key, { ...params }));
  }

  number(value: number): string {
    return formatPoints(value, this.language);
  }

  finding(finding: Finding): string {
    return findingSentence(finding, (key, params) => this.t(key, { ...params }));
  }

  /** "Agreed: 12 · Reviewed: 3" */
  statuses({ statuses }: ReportedVersion): string {
    const told = STATUSES.toReversed().filter((status) => statuses[status] > 0);
    return told
      .map((status) => `${this.t(`status.${status}`)}: ${this.number(statuses[status])}`)
      .join(' · ');
  }

  openFlags({ open }: ReportedVersion): string {
    const count = countAll(open);
    return open.critical > 0
      ? this.t('report.criticalOf', { count, critical: open.critical })
      : this.number(count);
  }

  signOff({ signOff }: ReportedVersion): string {
    if (!signOff) return this.t('report.notSigned');
    return this.t('report.signedBy', { name: signOff.name, time: this.moment(signOff.time) });
  }

  score({ calibrated }: Score): string {
    return formatScore(calibrated, this.language);
  }

  verdict(score: Score): string {
    return this.t(`score.verdict.${verdictOf(score)}`);
  }

  /** A sign that says the same as the verdict. */
  verdictSign({ passes }: Score): '✓' | '✗' | '○' {
    if (passes === null) return '○';
    return passes ? '✓' : '✗';
  }

  figures({ delivered, now }: Scorecard): readonly FigureLine[] {
    const line = (name: string, tell: (score: Score) => string): FigureLine => ({
      name,
      delivered: tell(delivered),
      now: tell(now),
    });
    return [
      line(this.t('report.penalty'), ({ penalty }) => this.number(penalty)),
      line(this.t('report.perThousand'), ({ perThousand }) =>
        perThousand === null ? '—' : this.number(perThousand),
      ),
      line(this.t('report.raw'), ({ raw }) => formatScore(raw, this.language)),
      line(this.t('report.calibrated'), (score) => this.score(score)),
      line(this.t('report.verdict'), (score) => this.verdict(score)),
    ];
  }

  /** How scores are worked out, and after whom. */
  method({ dimensions, penalties, passMark, scale }: Typology): readonly string[] {
    const points = GRAVEST_FIRST.map((each) => `${this.severity(each)} ${this.number(penalties[each])}`);
    const weighed = dimensions.flatMap(({ id, weight, types }) => [
      ...(weight === 1 ? [] : [{ category: id, weight }]),
      ...types.flatMap((type) =>
        type.weight === undefined || type.weight === weight
          ? []
          : [{ category: `${id}/${type.id}`, weight: type.weight }],
      ),
    ]);
    const weights = weighed.map(({ category, weight }) => `${this.nameOf(category)} ${this.number(weight)}`);
    return [
      this.t('report.formula', {
        points: points.join(', '),
        scale: this.number(scale),
        passMark: this.number(passMark),
      }),
      ...(weights.length > 0 ? [this.t('report.weights', { weights: weights.join(', ') })] : []),
      this.t('report.counted'),
      this.t('report.source'),
    ];
  }

  /** "4, 6": the rows a flag stands in, as readers count them. */
  rowsOf({ places }: ReportedFlag): string {
    return rowNumbers([...new Set(places.map(({ row }) => row))].sort((a, b) => a - b));
  }

  /** What is told of a flag beside its severity: status, rows, author and time, who is to see to it. */
  facts(flag: ReportedFlag): readonly string[] {
    const { status, author, time, assignee } = flag;
    return [
      this.t(`flagStatus.${status}`),
      this.t('report.rowNumber', { row: this.rowsOf(flag) }),
      this.t('report.raised', { author, time: this.moment(time) }),
      ...(assignee === null ? [] : [this.t('flag.assigned', { name: assignee })]),
    ];
  }

  languagesOf({ places }: ReportedFlag): string {
    return places.map(({ language }) => this.languageName(language)).join(', ');
  }
}
