import { useTranslation } from 'react-i18next';
import { KeyName } from '../../controls/key';
import { ACTS, type ActId } from '../../session/acts/all-acts';
import { MENU_NAMES, menuOf, type MenuName } from '../../session/acts/menus';
import { Dialog } from '../../ui/dialog';
import { Icon } from '../../ui/icon';
import { Shape } from '../../ui/shape';

/** What stands beside the number of a row. */
const MARKS = [
  ['critical', <Shape name="critical" />],
  ['major', <Shape name="major" />],
  ['minor', <Shape name="minor" />],
  ['flag', <Shape name="flag" />],
  ['suggestion', <Shape name="suggestion" />],
  ['stale', <Shape name="stale" />],
  ['confirmed', <Icon name="link" />],
  ['check', <Shape name="doubt" />],
] as const;

/** What a paragraph is stands in no menu, and is edited all the same. */
function menuFor(id: ActId): MenuName | null {
  return menuOf(id) ?? (id.startsWith('role-') ? 'edit' : null);
}

/** Every key there is, and every mark. */
export function Shortcuts({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const withKeys = ACTS.filter(({ keys }) => keys.length > 0);
  const groups = [null, ...MENU_NAMES].map((menu) => ({
    title: menu ? t(`menu.${menu}`) : t('shortcuts.move'),
    acts: withKeys.filter(({ id }) => menuFor(id) === menu),
  }));
  return (
    <Dialog
      title={t('shortcuts.title')}
      className="shortcuts"
      onClose={onClose}
      footer={
        <button type="button" className="button" autoFocus onClick={onClose}>
          {t('button.close')}
        </button>
      }
    >
      <p className="quiet">{t('shortcuts.layout')}</p>
      {/* Longer than some windows: the keyboard has to reach it to scroll. */}
      <div className="shortcut-groups" tabIndex={0} role="group" aria-label={t('shortcuts.title')}>
        {groups
          .filter(({ acts }) => acts.length > 0)
          .map(({ title, acts }) => (
            <section key={title}>
              <h3>{title}</h3>
              <dl>
                {acts.map(({ id, keys }) => (
                  <div key={id}>
                    <dt>{t(`act.${id}`)}</dt>
                    <dd>
                      {keys.map((each) => (
                        <KeyName key={each} keys={each} />
                      ))}
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          ))}
        <section>
          <h3>{t('shortcuts.marks')}</h3>
          <dl className="marks">
            {MARKS.map(([name, mark]) => (
              <div key={name}>
                <dt>{mark}</dt>
                <dd>{t(`shortcuts.mark.${name}`)}</dd>
              </div>
            ))}
          </dl>
        </section>
      </div>
    </Dialog>
  );
}
