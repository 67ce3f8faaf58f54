import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { actOf } from '../session/acts/all-acts';
import { actsOn, type Asked } from '../session/acts/menus';
import { judge, leadOf, nameOf, perform } from '../session/acts/perform';
import { sayWhy } from '../session/acts/why';
import { keyLabel } from '../session/key-label';
import { keyboardStore } from '../session/keyboard-store';
import { PopupMenu } from '../ui/menu-button';

/** What can be done where a menu was opened, with the keys; what cannot be done now is grey and says why. */
export function ActMenu({
  asked,
  at,
  onClose,
}: {
  readonly asked: Asked;
  readonly at: { readonly x: number; readonly y: number };
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const keyboard = useStore(keyboardStore);
  const { target } = asked;
  const entries = actsOn(asked).map((id) => {
    const [keys] = actOf(id).keys;
    const answer = judge(id, target);
    return {
      label: t(nameOf(id, target)),
      ...(keys && { hint: keyLabel(keys, keyboard) }),
      ...(answer !== 'yes' && { why: sayWhy(answer, t), lead: leadOf(id, target) }),
      choose: () => void perform(id, target),
    };
  });
  return <PopupMenu label={t('row.acts')} entries={entries} at={at} onClose={onClose} />;
}
