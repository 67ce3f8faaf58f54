import { isSameText } from '../../../shared/reconcile/baseline';
import { ROLES, type Paragraph, type Role } from '../../../shared/model/paragraph';
import { send } from '../project/project-store';
import { labelAs } from '../rows/label-as';
import { act, hereNow, here, ifEditableHere, ifWriting, type Act } from './act';
import { tellChange } from './tell';

/** What a paragraph may be made. A cell stands in a table and a picture is there or not: these stay what they are. */
export type GivenRole = Exclude<Role, 'tableCell' | 'picture'>;

export const GIVEN_ROLES = ROLES.filter(isGivenRole);

/** Whether a paragraph may be made this, or something else where it is this. */
export function isGivenRole(role: Role): role is GivenRole {
  return role !== 'tableCell' && role !== 'picture';
}

/** As in other programs, headings have the digit of their rank. */
const KEYS: Partial<Record<Role, string>> = {
  paragraph: 'Mod+Alt+0',
  heading1: 'Mod+Alt+1',
  heading2: 'Mod+Alt+2',
  heading3: 'Mod+Alt+3',
  heading4: 'Mod+Alt+4',
  heading5: 'Mod+Alt+5',
  heading6: 'Mod+Alt+6',
};

/** What a paragraph is, and what it said before. */
export const KIND_ACTS = [
  ...GIVEN_ROLES.map(roleActFor),
  act({
    id: 'restoreImported',
    keys: [],
    flush: true,
    when: ifWriting(({ paragraph }) => {
      if (!paragraph) return 'noText';
      const { imported } = paragraph;
      return imported && imported.text !== '' && !isSameText(imported, paragraph) ? 'yes' : 'asImported';
    }),
    run: here(({ paragraph }) => (paragraph?.imported ? say(paragraph, paragraph.imported) : undefined)),
    tell: tellChange,
  }),
  act({
    id: 'restoreText',
    keys: [],
    flush: true,
    when: (situation, target) => {
      const { former } = target;
      if (situation.project && !former) return 'noFormer';
      return ifWriting(({ paragraph }) => {
        if (!paragraph) return 'noText';
        return former && isSameText(former, paragraph) ? 'saysSo' : 'yes';
      })(situation, target);
    },
    run: async (target) => {
      const { paragraph } = hereNow(target) ?? {};
      if (paragraph && target.former) await say(paragraph, target.former);
    },
    tell: tellChange,
  }),
] as const;

/** The act that makes a paragraph something else; its label names that. */
export function roleAct<R extends GivenRole>(role: R) {
  return `role-${role}` as const;
}

function roleActFor(role: GivenRole): Act<`role-${GivenRole}`> {
  const keys = KEYS[role];
  return act({
    id: roleAct(role),
    keys: keys === undefined ? [] : [keys],
    flush: true,
    when: ifEditableHere(({ paragraph }) => {
      if (!paragraph) return 'noText';
      if (!isGivenRole(paragraph.role)) return paragraph.role === 'tableCell' ? 'inTable' : 'isPicture';
      return paragraph.role === role ? 'roleAlready' : 'yes';
    }),
    run: here(async ({ paragraph }) => {
      if (!paragraph) return;
      await send({ type: 'setRole', paragraphId: paragraph.id, role, label: labelAs(paragraph, role) });
    }),
    tell: tellChange,
  });
}

async function say(
  { id: paragraphId }: Paragraph,
  { text, marks }: Paragraph['imported'] & object,
): Promise<void> {
  await send({ type: 'editParagraph', paragraphId, content: { text, marks } });
}
