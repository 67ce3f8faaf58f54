import { useTranslation } from 'react-i18next';
import { ACTIONS, type Action, type ActionId } from '../../shared/contract/actions';
import { keyLabel } from '../session/key-label';
import { PopupMenu } from '../ui/menu-button';

/** A menu of actions, with their keys. */
export function ActionMenu({
  actions,
  at,
  perform,
  onClose,
}: {
  readonly actions: readonly ActionId[];
  readonly at: { readonly x: number; readonly y: number };
  readonly perform: (action: ActionId) => void;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const mac = navigator.userAgent.includes('Mac');
  const entries = actions.map((id) => {
    const action: Action | undefined = ACTIONS.find((each) => each.id === id);
    const keys = action?.keys[0];
    return {
      label: t(`action.${id}`),
      ...(keys ? { hint: keyLabel(keys, mac) } : {}),
      choose: () => perform(id),
    };
  });
  return <PopupMenu label={t('row.actions')} entries={entries} at={at} onClose={onClose} />;
}
