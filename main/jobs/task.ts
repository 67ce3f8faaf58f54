import type { AlignOptions } from '../../shared/align/align-versions';
import type { AlignedRow, AlignmentInput } from '../../shared/align/alignment';
import type { DescribedError } from '../system/log/describe-error';
import type { Result } from '../../shared/model/failure';
import type { ImportedDocument } from '../../shared/model/imported-document';
import type { Block } from '../../shared/model/paragraph';
import type { DraftMerge } from '../../shared/reconcile/draft-merge';
import type { KnownParagraph } from '../../shared/reconcile/link-versions';
import type { CopyPlan } from '../../shared/contract/copy-plan';
import type { SaidFound } from '../../shared/contract/said-found';
import type { Copies, MergedCopy } from '../merge/merge-copy';
import type { Recovered, Remark } from '../project/recover-project';
import type { PerLanguage } from '../../shared/model/language';
import type { Project } from '../../shared/model/project';
import type { FileToRead } from '../import/file-to-read';
import type { OriginalOrder } from '../export/original/write-original';
import type { ReportOrder } from '../export/report/report-project';
import type { SaidOrder } from '../said/find-everywhere';

/** Versions of one text to be compared: what a newer draft was made from, the present one, and the draft. */
export interface DraftVersions {
  readonly base: readonly KnownParagraph[];
  readonly ours: readonly KnownParagraph[];
  readonly theirs: readonly Block[];
}

/** One file as it came in: read, or why it could not be. */
export interface ReadFile {
  readonly fileName: string;
  readonly result: Result<ImportedDocument>;
  /** The pictures in it that a project would keep, by hash. */
  readonly pictures: ReadonlyMap<string, Uint8Array>;
}

/** Work done off the main thread. */
export type Task =
  | { readonly kind: 'import'; readonly files: readonly FileToRead[] }
  | { readonly kind: 'paste'; readonly text: string; readonly html: string | null }
  | {
      readonly kind: 'recover';
      readonly path: string;
      /** An empty one, for what is made of it. */
      readonly folder: string;
      readonly remark: Remark;
    }
  | { readonly kind: 'merge'; readonly copies: Copies }
  | { readonly kind: 'planMerge'; readonly copies: Copies }
  | { readonly kind: 'compare'; readonly versions: DraftVersions }
  | {
      readonly kind: 'align';
      readonly stretches: readonly PerLanguage<readonly AlignmentInput[]>[];
      /** What is known of words beyond the seed lexicon. */
      readonly known: Pick<AlignOptions, 'glossary' | 'confirmed'>;
    }
  | { readonly kind: 'original'; readonly order: OriginalOrder }
  | { readonly kind: 'report'; readonly project: Project; readonly order: ReportOrder }
  | { readonly kind: 'said'; readonly order: SaidOrder };

export interface TaskResults {
  import: readonly ReadFile[];
  paste: Result<ImportedDocument>;
  recover: Result<Recovered>;
  merge: Result<MergedCopy>;
  planMerge: Result<CopyPlan>;
  compare: DraftMerge;
  /** The rows of each stretch, positions counted within it. */
  align: readonly (readonly AlignedRow[])[];
  original: Result<Uint8Array>;
  report: Uint8Array;
  said: SaidFound;
}

/** What the worker says: how far it is (0 to 1), what came out, or that it met a bug and waits to be ended. */
export type WorkerMessage =
  | { readonly type: 'progress'; readonly share: number }
  | { readonly type: 'done'; readonly value: TaskResults[Task['kind']] }
  | { readonly type: 'failed'; readonly error: DescribedError };
