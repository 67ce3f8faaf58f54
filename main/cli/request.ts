import type { InterfaceLanguage } from '../../shared/interface/languages';
import type { PlainReportFormat, VersionFormat } from '../../shared/contract/formats';
import type { Language } from '../../shared/model/language';
import type { Asked } from '../../shared/search/asked';

export interface AlignRequest {
  readonly command: 'align';
  /** The file of each language; null for one that is not given. */
  readonly inputs: Readonly<Record<Language, string | null>>;
  /** A file with a column for each language, in place of the others; null where none is given. */
  readonly table: string | null;
  /** Where to write the project; null for nowhere. */
  readonly out: string | null;
  readonly json: boolean;
}

export interface CheckRequest {
  readonly command: 'check';
  /** A project; null where texts are given. */
  readonly project: string | null;
  readonly inputs: AlignRequest['inputs'];
  /** A file of terms; null where none is given. */
  readonly glossary: string | null;
  readonly json: boolean;
  /** Whether findings make the exit code 3. */
  readonly strict: boolean;
}

export interface DiffRequest {
  readonly command: 'diff';
  /** The files of the old and of the new text, in one language. */
  readonly before: string;
  readonly after: string;
  readonly json: boolean;
}

export interface ExportRequest {
  readonly command: 'export';
  readonly project: string;
  readonly format: VersionFormat;
  /** Whether originals have what was changed since the import as tracked changes, and flags as comments. */
  readonly tracked: boolean;
  /** The version whose original all are written in; null for that of each. */
  readonly layout: Language | null;
  /** null for every version that has text. */
  readonly languages: readonly Language[] | null;
  /** The folder to write to. */
  readonly out: string;
  /** Whether files that are there are replaced. */
  readonly force: boolean;
}

export interface FindRequest {
  readonly command: 'find';
  readonly project: string;
  readonly asked: Asked;
  /** The versions that are searched. */
  readonly languages: readonly Language[];
  readonly json: boolean;
}

export interface InfoRequest {
  readonly command: 'info';
  readonly project: string;
  readonly json: boolean;
}

export interface MergeRequest {
  readonly command: 'merge';
  /** The project the copies were made from, and the two copies. */
  readonly base: string;
  readonly ours: string;
  readonly theirs: string;
  readonly out: string;
  readonly json: boolean;
}

export interface ReplaceRequest {
  readonly command: 'replace';
  readonly project: string;
  readonly asked: Asked;
  /** The version in which it is replaced. */
  readonly language: Language;
  /** What is put in the place of what is found; empty to delete it. */
  readonly replacement: string;
  /** Whether the texts wait for a decision. */
  readonly suggest: boolean;
  readonly json: boolean;
}

export interface ReportRequest {
  readonly command: 'report';
  readonly project: string;
  readonly format: PlainReportFormat;
  /** The language of the report; null for that of messages. */
  readonly language: InterfaceLanguage | null;
  /** The file of the newsroom's categories; null for the core of MQM. */
  readonly typology: string | null;
  /** The file to write. */
  readonly out: string;
  /** Whether a file that is there is replaced. */
  readonly force: boolean;
}

export interface ScoreRequest {
  readonly command: 'score';
  readonly project: string;
  /** The file of the newsroom's categories; null for the core of MQM. */
  readonly typology: string | null;
  readonly json: boolean;
}

/** What a person or a script asks of the command line. */
export type CliRequest =
  | AlignRequest
  | CheckRequest
  | DiffRequest
  | ExportRequest
  | FindRequest
  | InfoRequest
  | MergeRequest
  | ReplaceRequest
  | ReportRequest
  | ScoreRequest
  | { readonly command: 'help' }
  | { readonly command: 'version' };
