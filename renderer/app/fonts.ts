/** Letters of each file a font is cut into: Latin, Cyrillic, and the Cyrillic only Kyrgyz has. */
const LETTERS = 'aаң';

/** Loads the faces nearly all text is set in; a font that cannot be had is no reason to show nothing. */
export async function loadFonts(): Promise<void> {
  const faces = ['400 1em "Source Serif 4"', '400 1em Inter', '600 1em Inter'];
  await Promise.allSettled(faces.map((face) => document.fonts.load(face, LETTERS)));
}
