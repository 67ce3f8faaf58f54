import { alignVersions } from '../../shared/align/align-versions';
import { LANGUAGES } from '../../shared/model/language';
import { mergeVersions } from '../../shared/reconcile/merge-versions';
import { writeOriginal } from '../export/original/write-original';
import { reportProject } from '../export/report/report-project';
import { PictureShelf } from '../import/pictures/picture-shelf';
import { readDocument } from '../import/read-document';
import { readPastedText } from '../import/read-pasted-text';
import type { ReadFile, Task, TaskResults } from './task';

/** Does a task where it is called; `onProgress` hears shares from 0 to 1. */
export async function perform<T extends Task>(
  task: T,
  onProgress: (share: number) => void,
): Promise<TaskResults[T['kind']]>;
export async function perform(
  task: Task,
  onProgress: (share: number) => void,
): Promise<TaskResults[Task['kind']]> {
  switch (task.kind) {
    case 'import':
      return importFiles(task.files, onProgress);
    case 'paste':
      return readPastedText(task.text, task.html);
    // The other tasks need no database.
    case 'recover':
      return (await import('../project/recover-project')).recoverProject(task.path, task.folder, task.remark);
    case 'merge':
      return (await import('../merge/merge-copy')).mergeCopies(task.copies, onProgress);
    case 'planMerge':
      return (await import('../merge/merge-copy')).planCopies(task.copies, onProgress);
    case 'compare':
      return mergeVersions(task.versions.base, task.versions.ours, task.versions.theirs);
    case 'align':
      return alignStretches(task, onProgress);
    case 'original':
      return writeOriginal(task.order);
    case 'report':
      return reportProject(task.project, task.order);
    case 'said':
      return (await import('../said/find-everywhere')).findEverywhere(task.order, onProgress, Date.now);
  }
}

async function importFiles(
  files: Extract<Task, { kind: 'import' }>['files'],
  onProgress: (share: number) => void,
): Promise<TaskResults['import']> {
  const read: ReadFile[] = [];
  for (const [index, file] of files.entries()) {
    const shelf = new PictureShelf();
    const result = await readDocument(file, shelf);
    read.push({ fileName: file.fileName, result, pictures: result.ok ? shelf.bytes : new Map() });
    onProgress((index + 1) / files.length);
  }
  return read;
}

function alignStretches(
  { stretches, known }: Extract<Task, { kind: 'align' }>,
  onProgress: (share: number) => void,
): TaskResults['align'] {
  const sizes = stretches.map((stretch) =>
    LANGUAGES.reduce((sum, language) => sum + stretch[language].length, 0),
  );
  const whole = sizes.reduce((sum, size) => sum + size, 0) || 1;
  let before = 0;
  return stretches.map((stretch, i) => {
    const size = sizes[i] ?? 0;
    const rows = alignVersions(stretch, {
      ...known,
      onProgress: (share) => onProgress((before + share * size) / whole),
    });
    before += size;
    return rows;
  });
}
