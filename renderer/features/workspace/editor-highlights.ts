import type { Node } from 'prosemirror-model';
import { Plugin, PluginKey, type EditorState, type Transaction } from 'prosemirror-state';
import { Decoration, DecorationSet } from 'prosemirror-view';
import type { Finding } from '../../../shared/checks/engine/finding';
import type { TextSpan } from '../../../shared/model/flag';
import { hiddenCharacters } from '../../../shared/text/hidden-characters';

/** Flagged words stay marked while their paragraph is edited. */
export function flagHighlights(spans: readonly TextSpan[]): Plugin {
  return new Plugin<DecorationSet>({
    state: {
      init: (_config, { doc }) =>
        DecorationSet.create(
          doc,
          spans.map(({ start, end }) => Decoration.inline(start, end, { class: 'flagged' })),
        ),
      apply: (transaction, set) => set.map(transaction.mapping, transaction.doc),
    },
    props: {
      decorations(state) {
        return this.getState(state);
      },
    },
  });
}

const FINDINGS = new PluginKey<DecorationSet>('findings');

/** Where a paragraph is edited, what the checks find in it is underlined as in the static text. */
export function findingHighlights(): Plugin {
  return new Plugin<DecorationSet>({
    key: FINDINGS,
    state: {
      init: () => DecorationSet.empty,
      apply: (transaction, set) => {
        const given: unknown = transaction.getMeta(FINDINGS);
        return given instanceof DecorationSet ? given : set.map(transaction.mapping, transaction.doc);
      },
    },
    props: {
      decorations(state) {
        return this.getState(state);
      },
    },
  });
}

/** What shows these findings in place of those shown; null where there were none and are none. */
export function showFindings(state: EditorState, found: readonly Finding[]): Transaction | null {
  if (found.length === 0 && FINDINGS.getState(state)?.find().length === 0) return null;
  return state.tr.setMeta(FINDINGS, decorate(state, found));
}

function decorate({ doc }: EditorState, found: readonly Finding[]): DecorationSet {
  const decorations = found.flatMap((finding) => {
    const [first] = finding.spans;
    if (!first || first.end > doc.content.size) return [];
    const { start, end } = first;
    const attributes = { class: start === end ? 'finding-point' : 'found', 'data-finding': finding.key };
    if (start < end) return [Decoration.inline(start, end, attributes, { finding })];
    const point = () => Object.assign(document.createElement('span'), { className: attributes.class });
    return [Decoration.widget(start, point, { finding, key: finding.key })];
  });
  return DecorationSet.create(doc, decorations);
}

/** The finding at a place of the text, a UTF-16 offset, if there is one. */
export function findingAt(state: EditorState, at: number): Finding | null {
  const [decoration] = FINDINGS.getState(state)?.find(at, at) ?? [];
  const spec: { readonly finding?: Finding } | undefined = decoration?.spec;
  return spec?.finding ?? null;
}

/** Characters nobody sees show a sign here too, and turn nothing while one types among them. */
export function hiddenHighlights(): Plugin {
  return new Plugin<DecorationSet>({
    state: {
      init: (_config, { doc }) => decorateHidden(doc),
      apply: ({ docChanged, doc }, set) => (docChanged ? decorateHidden(doc) : set),
    },
    props: {
      decorations(state) {
        return this.getState(state);
      },
    },
  });
}

function decorateHidden(doc: Node): DecorationSet {
  const signs = hiddenCharacters(doc.textContent).map(({ start, end, code }) =>
    Decoration.inline(start, end, { class: 'hidden-character', title: code }),
  );
  return DecorationSet.create(doc, signs);
}
