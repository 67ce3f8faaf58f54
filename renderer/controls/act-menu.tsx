import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Request } from '../../shared/contract/channels';
import { actOf } from '../session/acts/all-acts';
import { actsOn, type Asked } from '../session/acts/menus';
import { judge, leadOf, nameOf, perform } from '../session/acts/perform';
import { activeEditor } from '../session/typing/active-editor';
import { bridge } from '../session/bridge';
import { findingNow } from '../session/matters/findings-store';
import { keyLabel, keysNow } from '../session/keyboard/key-label';
import { sayWhy } from '../session/acts/why';
import { keyboardStore } from '../session/keyboard/keyboard-store';
import type { Target } from '../session/place/target';
import { page } from '../session/page';
import { PopupMenu, type MenuEntry } from '../ui/menu-button';

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
  const isWriting = asked.of === 'text';
  const spelled = spellings(target);
  // How a word may be written says more than that it is put right.
  const offered = actsOn(asked).filter((id) => id !== 'fixFinding' || spelled.length === 0);
  const acts = offered.map((id): MenuEntry => {
    const keys = keysNow(actOf(id).keys, isWriting);
    const answer = judge(id, target);
    return {
      label: t(nameOf(id, target)),
      ...(keys !== undefined && { hint: keyLabel(keys, keyboard) }),
      ...(answer !== 'yes' && { why: sayWhy(answer, t), lead: leadOf(id, target) }),
      choose: () => void perform(id, target),
    };
  });
  const words = [...spelled, ...(isWriting ? clipboardEntries(asked, t) : [])];
  const entries = [...words, ...acts];
  return <PopupMenu label={t('row.acts')} entries={entries} at={at} onClose={onClose} />;
}

/** How the misspelled word that was clicked may be written. */
function spellings(target: Target): readonly MenuEntry[] {
  const { matter } = target;
  const finding = matter?.kind === 'finding' ? findingNow(matter.rowId, matter.key) : undefined;
  if (finding?.check !== 'spelling') return [];
  return [...finding.fixes, ...(finding.choices ?? [])].flatMap(({ text: choice }): readonly MenuEntry[] => {
    const meant = { ...target, choice };
    if (judge('fixFinding', meant) !== 'yes') return [];
    return [{ label: choice, choose: () => void perform('fixFinding', meant) }];
  });
}

/** What the system does with marked words and what was copied. */
function clipboardEntries({ target: { words } }: Asked, t: TFunction): readonly MenuEntry[] {
  const isMarked = words !== null && words.start < words.end;
  return (
    [
      ['cut', 'menu.cut', !isMarked],
      ['copy', 'menu.copy', !isMarked],
      ['paste', 'menu.pasteText', false],
      ['pasteAndMatchStyle', 'menu.pastePlain', false],
    ] as const
  ).map(([what, label, disabled]) => ({ label: t(label), disabled, choose: () => void doInText(what) }));
}

/** Once the menu is gone and the focus is in the text again: the system acts where that is. */
async function doInText(what: Request<'clipboard/do'>['what']): Promise<void> {
  await page().painted();
  activeEditor()?.focus();
  await bridge.request('clipboard/do', { what });
}
