import { openInstead } from '../session/project/open-snapshot';
import { offer } from '../session/project/offer-files';
import { preloaded } from './preloaded';

/** So many files are read at once: more than three versions of an article, and not a whole folder. */
const MOST_DROPPED = 12;

/** Takes what was dropped on the window: a project is opened, texts are read for importing. */
export async function dropFiles(files: readonly File[]): Promise<void> {
  const project = files.find((file) => file.name.endsWith('.triptych'));
  if (project) {
    await openInstead(() => preloaded.openDropped(project));
    return;
  }
  offer(await preloaded.importDropped(files.slice(0, MOST_DROPPED)));
}
