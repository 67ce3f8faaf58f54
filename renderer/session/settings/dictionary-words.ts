import type { Finding } from '../../../shared/checks/engine/finding';
import { changeSettings, settingsStore } from './settings-store';

/** Adds the word a finding of spelling is about to the person's dictionary. */
export function addWord({ params: { word } }: Finding): void {
  const { words } = settingsStore.getState().settings;
  if (typeof word !== 'string' || words.includes(word)) return;
  changeSettings({ words: [...words, word] });
}

/** Takes a word out of the person's dictionary. */
export function removeWord(word: string): void {
  const { words } = settingsStore.getState().settings;
  changeSettings({ words: words.filter((other) => other !== word) });
}
