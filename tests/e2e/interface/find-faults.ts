import type { Page } from '@playwright/test';
import { aboutLanguage, INTERFACE_LANGUAGES } from '../../../shared/interface/languages';
import { PSEUDO } from './fourth-language';
import { CLOSE, OPEN } from './pseudo-locale';

/** Names that are not translated: of the program, of formats known by them, and of languages in themselves. */
export const NAMES: readonly string[] = [
  ...['Triptych', 'MQM', 'PDF', 'Word', 'HTML', 'Markdown', 'Excel', 'CSV'],
  ...INTERFACE_LANGUAGES.map((language) => aboutLanguage(language).name),
];

/** What is looked at, in the pseudo-locale and then in each of these languages of the interface; the last one stays. */
export interface Look {
  readonly languages: readonly string[];
  /** Of people, files, articles: a text that has one in it is theirs, and as long as they made it. */
  readonly names: readonly string[];
}

/**
 * What is wrong with the words of the window, or of the dialog over it: a part of a button, tab or menu that cannot be
 * seen, and in the pseudo-locale a text that came from no locale. Done in the page in one go: asked for one by one, the
 * questions take longer than the answers.
 */
export function findFaults(page: Page, look: Look): Promise<readonly string[]> {
  return page.evaluate(
    async ({ languages, names, known, pseudo, open, close }) => {
      const frame = () => new Promise((done) => requestAnimationFrame(done));
      const root = document.documentElement;
      const found: string[] = [];
      const report = (element: Element, text: string, fault: string) => {
        const place = `${element.tagName.toLowerCase()}.${element.className}`;
        found.push(`${root.lang} ${place} “${text.trim().slice(0, 80)}”: ${fault}`);
      };
      const textsIn = function* (scope: Element): Generator<[Text, Element, string]> {
        const texts = document.createTreeWalker(scope, NodeFilter.SHOW_TEXT);
        for (let node = texts.nextNode(); node; node = texts.nextNode())
          if (node.parentElement) yield [node as Text, node.parentElement, node.textContent ?? ''];
      };
      // Texts of the article, that is: they keep their language whatever the interface speaks.
      const article = new WeakSet<Element>();
      const isTheirs = (element: Element, text: string): boolean => {
        const named = element.closest('[lang]');
        return !named || article.has(named) || names.some((name) => text.includes(name));
      };

      const inner = new RegExp(`${open}[^${open}${close}]*${close}`, 'g');
      const isForgotten = (text: string): boolean => {
        let rest = text;
        while (inner.test(rest)) rest = rest.replace(inner, ' ');
        for (const name of known) rest = rest.replaceAll(name, ' ');
        return /\p{L}{2}/u.test(rest) || rest.includes(open) || rest.includes(close);
      };
      const findForgotten = (scope: Element) => {
        for (const [, host, text] of textsIn(scope)) {
          if (host.closest('kbd, [contenteditable]') || isTheirs(host, text) || !isForgotten(text)) continue;
          if (host.checkVisibility()) report(host, text, 'is in no locale');
        }
        for (const attribute of ['title', 'aria-label', 'placeholder', 'aria-valuetext', 'label'])
          for (const element of scope.querySelectorAll(`[${attribute}]`)) {
            const text = element.getAttribute(attribute) ?? '';
            if (isTheirs(element, text) || !isForgotten(text) || !element.checkVisibility()) continue;
            report(element, text, `is in no locale (${attribute})`);
          }
      };

      /** By how much a text goes beyond what is shown of it. Down a list one scrolls, to its side nobody looks. */
      const beyond = (text: Text, control: Element): string | null => {
        const range = document.createRange();
        range.selectNodeContents(text);
        const boxes = [...range.getClientRects()];
        const most = (of: (box: DOMRect) => number) => Math.round(Math.max(...boxes.map(of)));
        for (let shown = text.parentElement; shown; shown = shown.parentElement) {
          const { overflowX, overflowY, position } = getComputedStyle(shown);
          const edge = shown.getBoundingClientRect();
          const where = `${shown.tagName.toLowerCase()}.${shown.className}`;
          const aside = most((box) => Math.max(edge.left - box.left, box.right - edge.right));
          if ((overflowX !== 'visible' || shown === control) && aside > 1)
            return `${aside} px beside ${where}`;
          const over = most((box) => Math.max(edge.top - box.top, box.bottom - edge.bottom));
          if ((overflowY === 'hidden' || shown === control) && over > 4) return `${over} px over ${where}`;
          if (overflowY === 'auto' || overflowY === 'scroll' || position === 'fixed') break;
        }
        const out = most((box) => Math.max(-box.left, box.right - innerWidth));
        return out > 1 ? `${out} px outside the window` : null;
      };
      /** Hidden on purpose, for who hears the window. */
      const isOnlyHeard = (host: Element) =>
        host.closest('.visually-hidden') !== null || getComputedStyle(host).clipPath === 'inset(50%)';
      const pen = document.createElement('canvas').getContext('2d');
      const controls = 'button, [role="tab"], [role="menuitem"], .segmented label, .check-field, summary';
      const findCut = (scope: Element) => {
        for (const control of scope.querySelectorAll(controls)) {
          if (!control.checkVisibility({ visibilityProperty: true })) continue;
          for (const [node, host, text] of textsIn(control)) {
            if (text.trim() === '' || isOnlyHeard(host) || isTheirs(host, text)) continue;
            const by = beyond(node, control);
            if (by !== null) report(control, text, by);
          }
        }
        for (const select of scope.querySelectorAll('select')) {
          const text = select.selectedOptions[0]?.text ?? '';
          if (!pen || !select.checkVisibility({ visibilityProperty: true }) || isTheirs(select, text))
            continue;
          const { font, paddingLeft, paddingRight } = getComputedStyle(select);
          pen.font = font;
          // The arrow takes 16 px besides.
          const place = select.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight) - 16;
          const by = Math.round(pen.measureText(text).width - place);
          if (by > 1) report(select, text, `${by} px too wide`);
        }
      };

      for (const language of [pseudo, ...languages]) {
        // The types here know nothing of the language that was added to the copy.
        await window.triptych.request('settings/write', { uiLanguage: language as 'en' });
        while (root.lang !== language) await frame();
        await frame();
        await frame();
        const scope = [...document.querySelectorAll('dialog[open]')].at(-1) ?? document.body;
        if (language === pseudo) {
          for (const element of document.querySelectorAll('[lang]'))
            if (element.getAttribute('lang') !== pseudo) article.add(element);
          findForgotten(scope);
        }
        findCut(scope);
      }
      return [...new Set(found)];
    },
    { ...look, known: NAMES, pseudo: PSEUDO, open: OPEN, close: CLOSE },
  );
}
