import { useTranslation } from 'react-i18next';
import { LANGUAGES, type Language } from '../../../../shared/model/language';
import type { Row } from '../../../../shared/model/row';
import { pictureToTake } from '../../../../shared/reconcile/picture-to-take';
import { perform } from '../../../session/acts/perform';
import { targetAt } from '../../../session/place/target';

/** Takes over a picture that another version has in the row; nothing where none has. */
export function TakeButton({ row, language }: { readonly row: Row; readonly language: Language }) {
  const { t } = useTranslation();
  const taken = pictureToTake(row, language);
  const from = LANGUAGES.find((each) => row.cells[each].paragraphs.some((paragraph) => paragraph === taken));
  if (!from) return null;
  const target = targetAt({ rowId: row.id, language, paragraphId: null });
  return (
    <button type="button" className="link-button" onClick={() => void perform('takePicture', target)}>
      {t('picture.take', { version: t(`version.${from}`) })}
    </button>
  );
}
