import type { DraftBase } from '../../shared/contract/channels';
import type { ImportedBlock, ImportedDocument } from '../../shared/model/imported-document';
import type { Language } from '../../shared/model/language';
import type { Paragraph } from '../../shared/model/paragraph';
import type { Project } from '../../shared/model/project';
import { versionParagraphs } from '../../shared/model/row';
import { draftText } from '../../shared/reconcile/baseline';
import { settledText } from '../../shared/reconcile/suggestions';
import { isPlain } from '../import/formats';
import { acceptedBlocks } from '../import/new-project';
import { withFurniture } from '../import/with-furniture';
import type { DraftVersions } from './task';

/**
 * The versions a draft is compared with. The base is what the last draft or the import had, or what was last agreed; paragraphs
 * written since are no part of it. What only waits as a suggestion is part of the present text: a draft that has it too changes nothing.
 */
export function draftVersions(
  project: Project,
  language: Language,
  document: ImportedDocument,
  from: DraftBase,
  exported: Project | null,
): DraftVersions {
  // A draft brings words: pictures stay where they are, whatever they are in it.
  const paragraphs = versionParagraphs(project.rows, language).filter(({ picture }) => !picture);
  if (from === 'exported' && exported) {
    const base = versionParagraphs(exported.rows, language)
      .filter(({ picture }) => !picture)
      .map(asExported);
    return { base, ours: paragraphs, theirs: draftBlocks(document).map(({ block }) => block) };
  }
  const base = paragraphs
    .map((paragraph) => ({
      ...paragraph,
      ...((from === 'agreed' && paragraph.agreed) || draftText(paragraph)),
    }))
    .filter(({ text }) => text !== '')
    .map((paragraph) =>
      isPlain(document.format)
        ? { ...paragraph, role: 'paragraph' as const, label: '', marks: [] }
        : paragraph,
    );
  return { base, ours: paragraphs, theirs: draftBlocks(document).map(({ block }) => block) };
}

/** The paragraphs of a draft. Nobody is asked what in a draft is furniture: a line that looks like it may stand in the present text. */
export function draftBlocks(document: ImportedDocument): readonly ImportedBlock[] {
  return acceptedBlocks(withFurniture(document)).filter(({ block }) => !block.picture);
}

/** What was exported of a paragraph: what is only suggested, too, but a text that is suggested to go still stands there. */
function asExported(paragraph: Paragraph): Paragraph {
  return paragraph.text === '' ? { ...paragraph, ...settledText(paragraph) } : paragraph;
}
