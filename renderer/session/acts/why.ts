import type { TFunction } from 'i18next';
import type { Told } from './tell';

/** Why an act cannot be done now; each is the locale key `why.<name>`. */
export const REASONS = [
  'nothingOpen',
  'readOnly',
  'reading',
  'modeAlready',
  'noRow',
  'noText',
  'roleAlready',
  'asImported',
  'noFormer',
  'saysSo',
  'noOpenText',
  'nothingSaid',
  'otherLanguage',
  'noRowAbove',
  'noRowBelow',
  'inTable',
  'oneParagraph',
  'noSentence',
  'nothingAbove',
  'rowNotEmpty',
  'rowFlagged',
  'pickFirst',
  'statusAlready',
  'allAgreed',
  'notAllAgreed',
  'noneToAlign',
  'allDecided',
  'noOpenFlags',
  'versionFilled',
  'noSuggestions',
  'notStale',
  'noPicture',
  'pictureUnshown',
  'hasPicture',
  'isPicture',
  'noPictureBeside',
  'doubted',
  'noFindings',
  'nothingFound',
  'stillSearching',
  'noFindingsHere',
  'noSnapshots',
  'nothingToUndo',
  'nothingToRedo',
  'noFindingHere',
  'noFix',
  'chooseFix',
  'noMisspelling',
  'noChangeHere',
  'decideFirst',
  'noFlagHere',
  'flagOpen',
  'noChanges',
  'textAgreed',
  'noWayBack',
  'firstColumn',
  'lastColumn',
  'onlyColumn',
  'allShown',
  'largest',
  'smallest',
] as const;

export type Reason = (typeof REASONS)[number];

/** Why an act cannot be done, where that is a number of things. */
export interface Counted {
  readonly reason: Reason;
  readonly count: number;
}

/** Whether an act can be done: yes, or why not. */
export type Answer = 'yes' | Reason | Counted;

/** The locale key that says why an act cannot be done, and what is filled in. */
export function whyOf(answer: Exclude<Answer, 'yes'>): Told {
  return typeof answer === 'string'
    ? { key: `why.${answer}`, params: {} }
    : { key: `why.${answer.reason}`, params: { count: answer.count } };
}

/** Says why an act cannot be done. */
export function sayWhy(answer: Exclude<Answer, 'yes'>, t: TFunction): string {
  const { key, params } = whyOf(answer);
  return t(key, params);
}
