/** The signs of the font Symbol from 0x20 on; a space where there is none. */
const SYMBOL =
  ' !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼' +
  ' '.repeat(33) +
  '€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪ 〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭';

/** Those signs of Wingdings that texts have, by the number of the sign. */
const WINGDINGS: ReadonlyMap<number, string> = new Map([
  ...pairs(0x21, '✏✂✁👓🕭🕮🕯☎✆✉📬'),
  ...pairs(0x45, '☜☞☝☟'),
  ...pairs(0x4a, '☺😐☹💣☠'),
  ...pairs(0x51, '✈☼💧❄'),
  ...pairs(0x6c, '●❍■□'),
  ...pairs(0x71, '❑❒⬧⧫◆❖⬥⌧⮹⌘'),
  ...pairs(0x80, '⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿'),
  ...pairs(0x9e, '·•▪○'),
  ...pairs(0xa4, '◉◎'),
  ...pairs(0xa7, '▪□'),
  ...pairs(0xaa, '✦★✶✴✹✵'),
  ...pairs(0xd5, '⌫⌦'),
  [0xd8, '➢'],
  ...pairs(0xdf, '←→↑↓↖↗↙↘'),
  ...pairs(0xe7, '🡸➔🡹🡻'),
  ...pairs(0xef, '⇦⇨⇧⇩⬄⇳'),
  ...pairs(0xfb, '✗✓☒☑'),
]);

function pairs(from: number, signs: string): readonly (readonly [number, string])[] {
  return [...signs].map((sign, n) => [from + n, sign] as const);
}

/**
 * The sign a symbol font shows for a character; null where the font is none, or the sign is not known.
 *
 * @param code as in the file: the number of the sign, or that from U+F000 on
 */
export function symbolOf(font: string, code: number): string | null {
  const number = code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code;
  if (/^symbol$/i.test(font)) {
    const sign = [...SYMBOL][number - 0x20] ?? ' ';
    return sign === ' ' ? null : sign;
  }
  return /^wingdings$/i.test(font) ? (WINGDINGS.get(number) ?? null) : null;
}

/** The text of a run in a symbol font. */
export function textInFont(text: string, font: string): string {
  if (!/^(symbol|wingdings)$/i.test(font)) return text;
  return text.replace(/[\uf020-\uf0ff]/g, (sign) => symbolOf(font, sign.charCodeAt(0)) ?? sign);
}
