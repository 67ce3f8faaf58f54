import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { failureSentence } from '../../../shared/contract/failure-sentence';
import type { Failure } from '../../../shared/model/failure';
import { SEVERITIES } from '../../../shared/model/flag';
import { formatPoints } from '../../../shared/mqm/figures';
import { categoryIdFor } from '../../../shared/mqm/new-category';
import { passingPenalty } from '../../../shared/mqm/score';
import { CORE_TYPOLOGY, typologySchema, type Dimension, type Typology } from '../../../shared/mqm/typology';
import { bridge } from '../../session/bridge';
import { showNews } from '../../session/notices/notice-store';
import { settingsStore } from '../../session/settings/settings-store';
import { typologyStore } from '../../session/settings/typology-store';
import { Dialog } from '../../ui/dialog';
import { DialogButtons } from '../../ui/dialog-buttons';
import { NumberField } from '../../ui/number-field';
import { AddField } from './add-field';
import { DimensionEditor } from './dimension-editor';

/** The newsroom's error categories: their names and weights, what errors cost, and what passes. */
export function TypologyDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const uiLanguage = useStore(settingsStore, (state) => state.uiLanguage);
  const [typology, setTypology] = useState(typologyStore.getState().typology);
  const [told, setTold] = useState<{ readonly failed: boolean; readonly text: string } | null>(null);
  const valid = typologySchema.safeParse(typology).success;
  const change = (part: Partial<Typology>) => setTypology({ ...typology, ...part });
  const changeDimension = (index: number, dimension: Dimension | null) =>
    change({
      dimensions: typology.dimensions.flatMap((each, i) => (i === index ? (dimension ?? []) : each)),
    });
  const add = (name: string) => {
    const id = categoryIdFor(
      name,
      typology.dimensions.map((each) => each.id),
    );
    const dimension = { id, names: { [uiLanguage]: name }, weight: 1, types: [] };
    change({ dimensions: [...typology.dimensions, dimension] });
  };
  // Told in the dialog, which stays open: what was typed is not lost to a full disk, or to an export.
  const fail = (failure: Failure) => setTold({ failed: true, text: failureSentence(failure, t) });
  const keep = async () => {
    const kept = await bridge.request('typology/keep', typology);
    if (!kept.ok) return fail(kept.failure);
    typologyStore.setState({ typology });
    showNews('news.typologyKept');
    onClose();
  };
  const takeFile = async () => {
    const read = await bridge.request('typology/import', null);
    if (!read.ok) return fail(read.failure);
    if (!read.value) return;
    const { typology: taken, damaged } = read.value;
    setTypology(taken);
    const places = damaged.join(', ');
    setTold(damaged.length > 0 ? { failed: true, text: t('typology.damaged', { places }) } : null);
  };
  const writeFile = async () => {
    const written = await bridge.request('typology/export', typology);
    if (!written.ok) return fail(written.failure);
    if (written.value) setTold({ failed: false, text: t('typology.exported', { path: written.value }) });
  };
  return (
    <Dialog
      title={t('typology.title')}
      className="typology"
      onClose={onClose}
      footer={
        <>
          <button type="button" className="button" onClick={() => setTypology(CORE_TYPOLOGY)}>
            {t('typology.reset')}
          </button>
          <button type="button" className="button" onClick={() => void takeFile()}>
            {t('typology.import')}
          </button>
          <button type="button" className="button" disabled={!valid} onClick={() => void writeFile()}>
            {t('typology.export')}
          </button>
          <span className="grow" />
          <DialogButtons
            label={t('typology.keep')}
            testId="typology-keep"
            disabled={!valid}
            onDo={() => void keep()}
            onClose={onClose}
          />
        </>
      }
    >
      {told && (
        <p role={told.failed ? 'alert' : 'status'} className={told.failed ? 'failed' : 'quiet'}>
          {told.text}
        </p>
      )}
      <fieldset className="penalties">
        <legend>{t('typology.penalties')}</legend>
        {SEVERITIES.map((severity) => (
          <label key={severity}>
            <span>{t(`severity.${severity}`)}</span>
            <NumberField
              label={t(`severity.${severity}`)}
              value={typology.penalties[severity]}
              min={0}
              max={1000}
              step={1}
              testId={`penalty-${severity}`}
              onChange={(points) => change({ penalties: { ...typology.penalties, [severity]: points } })}
            />
          </label>
        ))}
      </fieldset>
      <fieldset className="penalties">
        <legend>{t('typology.passing')}</legend>
        <label>
          <span>{t('typology.passMark')}</span>
          <NumberField
            label={t('typology.passMark')}
            value={typology.passMark}
            min={0}
            max={100}
            step={1}
            testId="pass-mark"
            onChange={(passMark) => change({ passMark })}
          />
        </label>
        <label>
          <span>{t('typology.scale')}</span>
          <NumberField
            label={t('typology.scale')}
            value={typology.scale}
            min={0.01}
            max={100}
            step={0.1}
            onChange={(scale) => change({ scale })}
          />
        </label>
        <p className="quiet" role="status">
          {valid
            ? t('typology.passes', { points: formatPoints(passingPenalty(typology), uiLanguage) })
            : t('typology.invalid')}
        </p>
      </fieldset>
      <h3>{t('typology.categories')}</h3>
      <p className="quiet">{t('typology.hint')}</p>
      {typology.dimensions.map((dimension, index) => (
        <DimensionEditor
          key={dimension.id}
          dimension={dimension}
          isOnly={typology.dimensions.length === 1}
          onChange={(changed) => changeDimension(index, changed)}
        />
      ))}
      <AddField label={t('typology.addDimension')} onAdd={add} />
    </Dialog>
  );
}
