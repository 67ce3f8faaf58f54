import { applyCommand, type Command } from '../../../../shared/commands/command';
import { perLanguage, type PerLanguage } from '../../../../shared/model/language';
import { plainBlock, type Paragraph, type RichText } from '../../../../shared/model/paragraph';
import type { Project } from '../../../../shared/model/project';
import type { Row } from '../../../../shared/model/row';

export function paragraph(id: string, text: string, part: Partial<Paragraph> = {}): Paragraph {
  return { ...plainBlock(text), id, imported: null, ...part };
}

export function rich(text: string): RichText {
  return { text, marks: [] };
}

/** A row with these paragraphs in its Kyrgyz cell, and nothing in the others. */
export function row(id: string, ...paragraphs: readonly Paragraph[]): Row {
  return {
    id,
    cells: perLanguage((language) => ({
      paragraphs: language === 'ky' ? paragraphs : [],
      status: 'translated',
    })),
    confidence: 1,
    confirmed: false,
  };
}

/** A project of one row with a paragraph for each text; rows and paragraphs are known by `r` and their languages. */
export function projectOf(texts: PerLanguage<string>): Project {
  const cells = perLanguage((language) => ({
    paragraphs: texts[language] ? [paragraph(language, texts[language])] : [],
    status: 'translated' as const,
  }));
  const rows = [{ id: 'r', cells, confidence: 1, confirmed: false }];
  return { id: 'p', title: '', created: 0, origins: perLanguage(() => null), rows, flags: [] };
}

/** The project after commands that are carried out one after the other. */
export function run(project: Project, ...commands: readonly Command[]): Project {
  return commands.reduce((before, command) => {
    const applied = applyCommand(before, command, { author: 'А', time: 1 });
    if (!applied.ok) throw new Error(command.type);
    return applied.value;
  }, project);
}
