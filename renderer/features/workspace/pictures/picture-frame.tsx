import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Paragraph } from '../../../../shared/model/paragraph';
import { pictureName, whyUnshown, type Picture } from '../../../../shared/model/picture';
import { perform } from '../../../session/acts/perform';
import type { Target } from '../../../session/place/target';
import { pictureUrl } from '../../../session/project/picture-url';

/** A picture in its row, small; a click shows it larger. What cannot be shown has its name and address there. */
export function PictureFrame({
  paragraph,
  picture,
  target,
  children,
}: {
  readonly paragraph: Paragraph;
  readonly picture: Picture;
  readonly target: Target;
  /** What can be done where only a note can stand for the picture. */
  readonly children?: ReactNode;
}) {
  const { t, i18n } = useTranslation();
  const [broken, setBroken] = useState<string | null>(null);
  const { hash, width, height } = picture;
  const why = hash !== null && broken === hash ? 'broken' : whyUnshown(picture);
  if (why !== null || hash === null)
    return (
      <Placeholder picture={picture} why={why ?? 'elsewhere'}>
        {children}
      </Placeholder>
    );
  return (
    <button
      type="button"
      className="picture-thumb"
      tabIndex={-1}
      lang={paragraph.text === '' ? i18n.language : undefined}
      title={t('act.showPicture')}
      data-testid="picture"
      onClick={() => void perform('showPicture', target)}
    >
      <img
        src={pictureUrl(hash)}
        alt={paragraph.text || t('picture.unnamed', { name: pictureName(picture) })}
        width={width}
        height={height}
        loading="lazy"
        decoding="async"
        draggable={false}
        onError={() => setBroken(hash)}
      />
    </button>
  );
}

function Placeholder({
  picture,
  why,
  children,
}: {
  readonly picture: Picture;
  readonly why: NonNullable<ReturnType<typeof whyUnshown>>;
  readonly children: ReactNode;
}) {
  const { t, i18n } = useTranslation();
  const { kind, address } = picture;
  return (
    <div className="picture-placeholder" lang={i18n.language} data-testid="picture-placeholder">
      <span>{t(`picture.why.${why}`, { kind: (kind ?? '').toUpperCase() })}</span>
      {address !== '' && <span className="picture-address">{address}</span>}
      {children}
    </div>
  );
}
