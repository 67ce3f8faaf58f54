/** Why an act cannot be done now; each is the locale key `why.<name>`. */
export const REASONS = [
  'nothingOpen',
  'readOnly',
  'reading',
  'modeAlready',
  'noRow',
  'noText',
  'noOpenText',
  'noRowAbove',
  'noRowBelow',
  'oneParagraph',
  'noSentence',
  'nothingAbove',
  'rowNotEmpty',
  'rowFlagged',
  'pickFirst',
  'statusAlready',
  'rowAgreed',
  'noSuggestions',
  'notStale',
  'doubted',
  'noFindings',
  'noFindingsHere',
  'noSnapshots',
  'nothingToUndo',
  'nothingToRedo',
  'largest',
  'smallest',
] as const;

export type Reason = (typeof REASONS)[number];

/** Whether an act can be done: yes, or why not. */
export type Answer = 'yes' | Reason;
