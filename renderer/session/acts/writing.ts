import type { Style } from '../../../shared/model/mark';
import { activeEditor } from '../typing/active-editor';
import { setView } from '../place/view-store';
import { act, ifEditable, type Act } from './act';

/** What is done with words in the text that is open. */
export const WRITING_ACTS = [
  styleAct('bold', ['Mod+B'], 'strong'),
  styleAct('italic', ['Mod+I'], 'emphasis'),
  styleAct('underline', ['Mod+U'], 'underline'),
  styleAct('strike', ['Mod+Shift+X', 'Alt+Shift+5'], 'strike'),
  styleAct('highlight', ['Mod+Shift+H'], 'highlight'),
  styleAct('smallCaps', ['Mod+Shift+K'], 'smallCaps'),
  styleAct('superscript', ['Mod+Period'], 'superscript'),
  styleAct('subscript', ['Mod+Comma'], 'subscript'),
  act({
    id: 'lineBreak',
    keys: ['Shift+Enter'],
    when: ifWritingIn(),
    run: () => activeEditor()?.breakLine(),
  }),
  act({
    id: 'link',
    keys: ['Mod+K'],
    when: ifWritingIn(),
    run: () => {
      const editor = activeEditor();
      const link = editor?.link();
      if (editor && link) setView({ linking: { paragraphId: editor.paragraphId, ...link }, shown: null });
    },
  }),
] as const;

function styleAct<const Id extends string>(id: Id, keys: readonly string[], style: Style): Act<Id> {
  return act({ id, keys, when: ifWritingIn(), run: () => activeEditor()?.format(style) });
}

/** What needs a text that is open. */
function ifWritingIn(): Act['when'] {
  return ifEditable(({ settings, isEditing }) => {
    if (settings.mode === 'reading') return 'reading';
    return isEditing ? 'yes' : 'noOpenText';
  });
}
