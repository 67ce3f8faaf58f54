import { SaxesParser } from 'saxes';
import { LANGUAGES, perLanguage, type Language } from '../model/language';
import { wordsIn, type Term } from './term';

/** Deeper than any glossary, and too shallow to exhaust a reader. */
const DEEPEST = 64;

/** More than a glossary can hold: what is behind them is not read. */
const MOST_TERMS = 100_000;

/**
 * Terms as TBX, the dialect TBX-Core in the style DCA (ISO 30042:2019): a `conceptEntry` for each, with a `langSec` for
 * each language that has words.
 */
export function writeTbx(terms: readonly Term[]): string {
  const entries = terms.map((term, n) => {
    const sections = LANGUAGES.filter((language) => term[language].length > 0).map((language) => {
      const words = term[language].map((word) => `<termSec><term>${escapeXml(word)}</term></termSec>`);
      return `        <langSec xml:lang="${language}">${words.join('')}</langSec>`;
    });
    return [`      <conceptEntry id="c${n + 1}">`, ...sections, '      </conceptEntry>'].join('\n');
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<tbx type="TBX-Core" style="dca" xml:lang="ru" xmlns="urn:iso:std:iso:30042:ed-2">
  <tbxHeader>
    <fileDesc><sourceDesc><p>Triptych</p></sourceDesc></fileDesc>
  </tbxHeader>
  <text>
    <body>
${entries.join('\n')}
    </body>
  </text>
</tbx>
`;
}

/**
 * The terms of a TBX file, of 2019 (`conceptEntry`, `langSec`) or older (`termEntry`, `langSet`). Concepts with words
 * in fewer than two of the three languages are left out.
 *
 * @returns null for what is no TBX: not well-formed, with a DOCTYPE or too deep
 */
export function readTbx(xml: string): readonly Term[] | null {
  const terms: Term[] = [];
  const path: string[] = [];
  let words: Record<Language, string[]> = { ru: [], ky: [], en: [] };
  let language: Language | null = null;
  let text: string | null = null;
  let refused = false;
  const parser = new SaxesParser();
  const refuse = () => {
    refused = true;
  };
  parser.on('error', refuse);
  // A declaration of types may bring entities along, and no glossary needs one.
  parser.on('doctype', refuse);
  parser.on('opentag', ({ name, attributes }) => {
    path.push(name);
    if (path.length === 1 && name !== 'tbx' && name !== 'martif') refuse();
    if (path.length > DEEPEST) refuse();
    if (name === 'conceptEntry' || name === 'termEntry') words = { ru: [], ky: [], en: [] };
    if (name === 'langSec' || name === 'langSet') language = languageOf(attributes['xml:lang']);
    if (name === 'term') text = '';
  });
  parser.on('text', (part) => {
    if (text !== null) text += part;
  });
  parser.on('closetag', ({ name }) => {
    path.pop();
    if (name === 'term') {
      if (language && text !== null) words[language].push(...wordsIn(text));
      text = null;
    }
    if (name === 'langSec' || name === 'langSet') language = null;
    if (name !== 'conceptEntry' && name !== 'termEntry') return;
    const found = words;
    if (LANGUAGES.filter((each) => found[each].length > 0).length >= 2)
      terms.push(perLanguage((each) => found[each]));
  });
  for (const part of parts(xml)) {
    parser.write(part);
    if (refused) return null;
    if (terms.length > MOST_TERMS) return terms;
  }
  parser.close();
  return refused || path.length > 0 ? null : terms;
}

/** What is wrong shows before the whole of a large file has been read. */
function* parts(xml: string): Generator<string> {
  const size = 65_536;
  for (let at = 0; at < xml.length; at += size) yield xml.slice(at, at + size);
}

function languageOf(code: unknown): Language | null {
  const plain = String(code ?? '').toLowerCase();
  return LANGUAGES.find((language) => plain === language || plain.startsWith(`${language}-`)) ?? null;
}

/** XML 1.0 forbids most control characters and unpaired surrogates even escaped: they are left out. */
function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
