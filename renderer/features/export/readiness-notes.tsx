import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { flaggedRemark } from '../../../shared/contract/flagged-remark';
import type { Language } from '../../../shared/model/language';
import { assessReadiness, rowNumbers } from '../../../shared/model/readiness';
import { findingsStore } from '../../session/matters/findings-store';
import { foundInVersion } from '../../session/matters/row-matters';
import { useProject } from '../../hooks/use-project';
import { useShownFlags } from '../../hooks/use-shown-flags';
import { useCategoryName } from '../../hooks/use-category-name';

/** Something that is not finished, told once for all versions of which it can be said in the same words. */
interface Note {
  readonly text: string;
  readonly isCritical: boolean;
  readonly languages: Language[];
}

/** What is not finished in versions that are to be exported, and which of them are. */
export function ReadinessNotes({ languages }: { readonly languages: readonly Language[] }) {
  const { t } = useTranslation();
  const notesOf = useNotes();
  const notes = new Map<string, Note>();
  const ready: Language[] = [];
  for (const language of languages) {
    const own = notesOf(language);
    for (const note of own) {
      const known = notes.get(note.text);
      if (known) known.languages.push(language);
      else notes.set(note.text, { ...note, languages: [language] });
    }
    if (own.length === 0) ready.push(language);
  }
  const named = (of: readonly Language[]) => of.map((language) => t(`language.${language}`)).join(', ');
  const inOrder = [...notes.values()].toSorted((a, b) => Number(b.isCritical) - Number(a.isCritical));
  return (
    <div className="readiness" role="status">
      {inOrder.length > 0 && (
        <section className="unready">
          <h3>{t('export.unready')}</h3>
          <ul>
            {inOrder.map(({ text, isCritical, languages: of }) => (
              <li key={text} className={isCritical ? 'critical' : ''}>
                <span className="of">{named(of)}:</span> {text}
              </li>
            ))}
          </ul>
        </section>
      )}
      {ready.length > 0 && <p className="ready">✓ {t('export.ready', { languages: named(ready) })}</p>}
    </div>
  );
}

/** Tells of a version what is not finished in it. */
function useNotes(): (language: Language) => readonly Omit<Note, 'languages'>[] {
  const { t } = useTranslation();
  const project = useProject();
  const flags = useShownFlags();
  const nameOf = useCategoryName();
  const open = useStore(findingsStore, (state) => state.open);
  return (language) => {
    const { critical, flagged, notAgreed, missing, suggested } = assessReadiness(
      { ...project, flags },
      language,
    );
    const findings = [...open.values()].reduce(
      (count, each) => count + foundInVersion(each, language).length,
      0,
    );
    const inRows = (key: string, rows: readonly number[]) =>
      rows.length > 0 ? [t(key, { count: rows.length, rows: rowNumbers(rows) })] : [];
    const lines = [
      ...(flagged.length > 0 ? [flaggedRemark(flagged, t)] : []),
      ...inRows('remark.missing', missing),
      ...inRows('remark.notAgreed', notAgreed),
      ...inRows('remark.suggested', suggested),
      ...(findings > 0 ? [t('export.findings', { count: findings })] : []),
    ];
    return [
      ...critical.map(({ flag, row }) => ({
        text: t('remark.critical', { row: row + 1, note: flag.note || nameOf(flag.category) }),
        isCritical: true,
      })),
      ...lines.map((text) => ({ text, isCritical: false })),
    ];
  };
}
