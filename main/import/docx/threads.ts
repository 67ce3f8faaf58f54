import type { ImportedComment } from '../../../shared/model/imported-document';

/** A comment with the replies to it, before its place in the text is known. */
export type Thread = Omit<ImportedComment, 'start' | 'end'>;

/** By the id that anchors them in the text; replies have anchors too, which lead nowhere. */
export type Threads = ReadonlyMap<string, Thread>;
