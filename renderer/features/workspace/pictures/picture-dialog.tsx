import { useTranslation } from 'react-i18next';
import { findParagraph } from '../../../../shared/model/find-paragraph';
import { pictureName } from '../../../../shared/model/picture';
import { useProject } from '../../../hooks/use-project';
import { pictureUrl } from '../../../session/project/picture-url';
import { Dialog } from '../../../ui/dialog';

/** A picture as large as the window allows, with its alternative text; Escape, a click on it or the button closes it. */
export function PictureDialog({
  paragraphId,
  onClose,
}: {
  readonly paragraphId: string;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const project = useProject();
  const place = findParagraph(project.rows, paragraphId);
  const picture = place?.paragraph.picture;
  if (!place || !picture?.hash) return null;
  const { paragraph, language } = place;
  const { width, height } = picture;
  const name = pictureName(picture);
  return (
    <Dialog
      title={t('picture.title', { version: t(`version.${language}`) })}
      className="picture-dialog"
      onClose={onClose}
      footer={
        <>
          <span className="picture-facts">{t('picture.facts', { name, width, height })}</span>
          <button type="button" className="button primary" onClick={onClose}>
            {t('button.close')}
          </button>
        </>
      }
    >
      <figure>
        <img
          src={pictureUrl(picture.hash)}
          alt={paragraph.text || t('picture.unnamed', { name })}
          width={width}
          height={height}
          onClick={onClose}
        />
        {paragraph.text === '' ? (
          <figcaption className="quiet">{t('picture.noAlternative')}</figcaption>
        ) : (
          <figcaption lang={language}>{paragraph.text}</figcaption>
        )}
      </figure>
    </Dialog>
  );
}
