import { useRef, type PointerEvent } from 'react';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { LANGUAGES, type Language } from '../../../shared/model/language';
import { NO_REVIEW, type Project } from '../../../shared/model/project';
import { NO_FIGURES } from '../../session/rows/version-figures';
import { useVersionFigures } from '../../hooks/use-version-figures';
import { formatNumber } from '../../../shared/interface/format-number';
import { formatTime } from '../../../shared/interface/format-time';
import type { ActId } from '../../session/acts/all-acts';
import { setColumnWidths } from '../../session/acts/columns';
import { judge, leadOf, nameOf, perform } from '../../session/acts/perform';
import { sayWhy } from '../../session/acts/why';
import { targetAt, type Target } from '../../session/place/target';
import { useProject } from '../../hooks/use-project';
import { settingsStore } from '../../session/settings/settings-store';
import { FilterMenu } from './filter-menu';
import { MenuButton, type MenuEntry } from '../../ui/menu-button';

/** The least share a column can be drawn to, of the share of all columns together. */
const LEAST_SHARE = 0.15;

const NONE: readonly Language[] = [];

/** The heads stay in sight: language, title, words, how much is agreed. */
export function ColumnHeads({ columns }: { readonly columns: readonly Language[] }) {
  const { t } = useTranslation();
  const project = useProject();
  const hidden = LANGUAGES.filter((language) => !columns.includes(language));
  return (
    <div role="row" aria-rowindex={1} className="row heads" data-testid="heads">
      <div role="columnheader" className="gutter" aria-label={t('row.number')}>
        <FilterMenu />
      </div>
      {columns.map((language, i) => (
        <ColumnHead
          key={language}
          project={project}
          language={language}
          columns={columns}
          last={i === columns.length - 1}
          hidden={i === columns.length - 1 ? hidden : NONE}
        />
      ))}
    </div>
  );
}

function ColumnHead({
  project,
  language,
  columns,
  last,
  hidden,
}: {
  readonly project: Project;
  readonly language: Language;
  readonly columns: readonly Language[];
  readonly last: boolean;
  /** The languages that are not shown, which can be asked for here. */
  readonly hidden: readonly Language[];
}) {
  const { t } = useTranslation();
  const uiLanguage = useStore(settingsStore, (state) => state.uiLanguage);
  const head = useRef<HTMLDivElement>(null);
  const figures = useVersionFigures(project, language);
  const { words, filled, agreed, missing } = figures ?? NO_FIGURES;
  const share = filled === 0 ? 0 : agreed / filled;
  const at = columns.indexOf(language);
  const review = project.review ?? NO_REVIEW;
  const signOff = review.signOffs[language];
  const targetIn = (language: Language) =>
    targetAt({ rowId: project.rows[0]?.id ?? '', language, paragraphId: null });
  const said =
    figures === null
      ? []
      : [
          filled === 0
            ? t('column.empty')
            : t('column.words', { count: words, words: formatNumber(words, uiLanguage) }),
          ...(filled > 0 && missing > 0 ? [t('column.missing', { count: missing })] : []),
          ...(agreed > 0 ? [t('column.agreed', { count: agreed, of: filled })] : []),
          ...(review.pivot === language ? [t('column.isPivot')] : []),
        ];
  const signed = signOff && t('column.signed', { name: signOff.name, time: formatTime(signOff.time, t) });
  return (
    <div role="columnheader" className="head" ref={head} data-testid={`head-${language}`}>
      <b>{t(`language.${language}`)}</b>
      <small className="figures" title={said.join(' · ')}>
        {said.map((figure) => (
          <span key={figure}>{figure}</span>
        ))}
      </small>
      {signOff && (
        <small className="signed" title={signed ?? undefined} data-testid={`signed-${language}`}>
          ✓ {t('column.signedBy', { name: signOff.name })}
        </small>
      )}
      <span className="grow" />
      {hidden.map((language) => (
        <button
          key={language}
          type="button"
          className="show-column"
          title={t('column.show', { language: t(`language.${language}`) })}
          onClick={() => void perform('showColumns', targetIn(language))}
        >
          +{language}
        </button>
      ))}
      <MenuButton
        label={t('column.menu', { language: t(`language.${language}`) })}
        entries={() => entriesOf(targetIn(language), t)}
        className="head-menu"
      >
        ⋯
      </MenuButton>
      <div
        className="bar"
        role="progressbar"
        aria-label={t('column.progress', { language: t(`language.${language}`) })}
        aria-valuenow={Math.round(share * 100)}
        aria-valuemin={0}
        aria-valuemax={100}
      >
        <i style={{ width: `${share * 100}%` }} />
      </div>
      {!last && <Divider head={head} language={language} next={columns[at + 1] ?? language} />}
    </div>
  );
}

function Divider({
  head,
  language,
  next,
}: {
  readonly head: React.RefObject<HTMLDivElement | null>;
  readonly language: Language;
  readonly next: Language;
}) {
  const begin = (event: PointerEvent<HTMLDivElement>) => {
    const box = head.current?.getBoundingClientRect();
    if (!box) return;
    const handle = event.currentTarget;
    handle.setPointerCapture(event.pointerId);
    const { widths } = settingsStore.getState().settings.columns;
    const both = widths[language] + widths[next];
    const perPixel = widths[language] / box.width;
    const startX = event.clientX;
    const drag = (moved: globalThis.PointerEvent) => {
      const wanted = widths[language] + (moved.clientX - startX) * perPixel;
      const width = Math.max(both * LEAST_SHARE, Math.min(both * (1 - LEAST_SHARE), wanted));
      setColumnWidths({ [language]: width, [next]: both - width });
    };
    handle.addEventListener('pointermove', drag);
    handle.addEventListener('lostpointercapture', () => handle.removeEventListener('pointermove', drag), {
      once: true,
    });
  };
  return <div className="divider" data-testid={`divider-${language}`} onPointerDown={begin} />;
}

/** What can be done with a column and its version as a whole; suggestions are decided where there are any. */
const ON_COLUMN: readonly ActId[] = [
  'columnLeft',
  'columnRight',
  'columnWider',
  'columnNarrower',
  'acceptVersion',
  'rejectVersion',
  'signOff',
  'pivot',
  'hideColumn',
];

function entriesOf(target: Target, t: TFunction): readonly MenuEntry[] {
  return ON_COLUMN.flatMap((id): readonly MenuEntry[] => {
    const answer = judge(id, target);
    if (answer === 'noSuggestions') return [];
    return [
      {
        label: t(nameOf(id, target)),
        ...(answer !== 'yes' && { why: sayWhy(answer, t), lead: leadOf(id, target) }),
        choose: () => void perform(id, target),
      },
    ];
  });
}
