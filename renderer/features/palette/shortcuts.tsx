import { useTranslation } from 'react-i18next';
import { ACTIONS, MENUS, type Action } from '../../../shared/contract/actions';
import { Dialog } from '../../ui/dialog';
import { keyLabel } from '../../session/key-label';

/** Every key there is. */
export function Shortcuts({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const mac = navigator.userAgent.includes('Mac');
  const withKeys: readonly Action[] = ACTIONS.filter((action) => action.keys.length > 0);
  const groups = [null, ...MENUS].map((menu) => ({
    title: menu ? t(`menu.${menu}`) : t('shortcuts.move'),
    actions: withKeys.filter((action) => action.menu === menu),
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
          .filter(({ actions }) => actions.length > 0)
          .map(({ title, actions }) => (
            <section key={title}>
              <h3>{title}</h3>
              <dl>
                {actions.map((action) => (
                  <div key={action.id}>
                    <dt>{t(`action.${action.id}`)}</dt>
                    <dd>
                      {action.keys.map((keys) => (
                        <kbd key={keys}>{keyLabel(keys, mac)}</kbd>
                      ))}
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          ))}
      </div>
    </Dialog>
  );
}
