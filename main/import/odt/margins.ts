import type { Archive } from '../docx/archive';
import { readXml } from '../docx/xml';
import { allText } from './styles';

/** What holds the lines above and below pages. */
const MARGIN = /^style:(?:header|footer)(?:-left|-first)?$/;

/** How many lines of headers and footers say something, each counted once. Throws Unreadable as reading the part does. */
export async function countMargins(archive: Archive): Promise<number> {
  const chunks = archive.read('styles.xml');
  if (!chunks) return 0;
  const lines = new Set<string>();
  let margins = 0;
  await readXml(chunks, {
    units: ['text:p', 'text:h'],
    enter: (name) => {
      if (MARGIN.test(name)) margins += 1;
    },
    leave: (name) => {
      if (MARGIN.test(name)) margins -= 1;
    },
    unit: (element) => {
      const line = margins > 0 ? allText(element).trim() : '';
      if (/\p{L}/u.test(line)) lines.add(line);
    },
  });
  return lines.size;
}
