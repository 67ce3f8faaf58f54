import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Request } from '../../shared/contract/channels';
import { actOf } from '../session/acts/all-acts';
import { actsOn, firstSentence, type Asked } from '../session/acts/menus';
import { judge, leadOf, nameOf, perform } from '../session/acts/perform';
import { activeEditor } from '../session/typing/active-editor';
import { bridge } from '../session/bridge';
import { findingNow } from '../session/matters/findings-store';
import { keyLabel, keysNow } from '../session/keyboard/key-label';
import { sayWhy } from '../session/acts/why';
import { keyboardStore } from '../session/keyboard/keyboard-store';
import type { Target } from '../session/place/target';
import { viewStore } from '../session/place/view-store';
import { page } from '../session/page';
import { PopupMenu, type MenuEntry } from '../ui/menu-button';

type ClipboardAct = Request<'clipboard/do'>['what'];

/**
 * What can be done where a menu was opened, with the keys; what cannot be done now is grey and says why. On a text that is
 * what is done with words; what is done with rows and paragraphs comes in its place when it is asked for.
 */
export function ActMenu({
  asked: opened,
  at,
  onClose,
}: {
  readonly asked: Asked;
  readonly at: { readonly x: number; readonly y: number };
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const keyboard = useStore(keyboardStore);
  const [asked, setAsked] = useState(opened);
  const { target } = asked;
  const isWriting = viewStore.getState().editing !== null;
  const spelled = spellings(target);
  // How a word may be written says more than that it is put right.
  const offered = actsOn(asked).filter((id) => id !== 'fixFinding' || spelled.length === 0);
  const acts = offered.map((id): MenuEntry => {
    const keys = keysNow(actOf(id).keys, isWriting);
    const answer = judge(id, target);
    return {
      label: t(nameOf(id, target)),
      ...(keys !== undefined && { hint: keyLabel(keys, keyboard) }),
      ...(answer !== 'yes' && { why: firstSentence(sayWhy(answer, t)), lead: leadOf(id, target) }),
      choose: () => void perform(id, target),
    };
  });
  if (asked.of !== 'text')
    return <PopupMenu key={asked.of} label={t('row.acts')} entries={acts} at={at} onClose={onClose} />;
  const more: MenuEntry = {
    label: t('row.more'),
    stays: true,
    choose: () => setAsked({ ...asked, of: 'cell' }),
  };
  const entries = inGroups([spelled, clipboardEntries(target, t), acts, [more]]);
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

/** What the system does with marked words and with what was copied; nothing can be put into a text that is not open. */
function clipboardEntries({ place, words }: Target, t: TFunction): readonly MenuEntry[] {
  const isMarked = words !== null && words.start < words.end;
  const isOpen = viewStore.getState().editing?.paragraphId === place?.paragraphId;
  const entry = (what: ClipboardAct, label: string, disabled = false): MenuEntry => ({
    label,
    disabled,
    choose: () => void doInText(what),
  });
  const copy = entry('copy', t('menu.copy'), !isMarked);
  if (!isOpen) return isMarked ? [copy] : [];
  return [
    entry('cut', t('menu.cut'), !isMarked),
    copy,
    entry('paste', t('menu.pasteText')),
    entry('pasteAndMatchStyle', t('menu.pastePlain')),
  ];
}

/** Entries one below the other, with a line between those of one kind and those of the next. */
function inGroups(groups: readonly (readonly MenuEntry[])[]): readonly MenuEntry[] {
  return groups
    .filter((group) => group.length > 0)
    .flatMap((group, n) => group.map((entry, i) => ({ ...entry, line: n > 0 && i === 0 })));
}

/** Once the menu is gone and the focus is in the text again: the system acts where that is. */
async function doInText(what: ClipboardAct): Promise<void> {
  await page().painted();
  activeEditor()?.focus();
  await bridge.request('clipboard/do', { what });
}
