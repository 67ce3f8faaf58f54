import type { Archive } from './archive';
import { readXml } from './xml';

/** Where a part points to: other parts by path, the world outside by address. */
export interface Relationship {
  /** The last word of its type: "styles", "hyperlink", "officeDocument". */
  readonly type: string;
  readonly target: string;
  /** Whether it lies outside of the package. */
  readonly isOutside: boolean;
}

/**
 * The relationships of a part by id; '' for those of the whole package. Targets inside the package are full
 * part names ("word/styles.xml"); those outside stand as written and are never fetched.
 */
export async function readRelationships(
  archive: Archive,
  part: string,
): Promise<ReadonlyMap<string, Relationship>> {
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  const relationships = new Map<string, Relationship>();
  const chunks = archive.read(`${folder}_rels/${part.slice(folder.length)}.rels`);
  if (!chunks) return relationships;
  await readXml(chunks, {
    units: ['rel:Relationship'],
    unit: ({ attributes }) => {
      const target = attributes['Target'] ?? '';
      const isOutside = attributes['TargetMode'] === 'External';
      relationships.set(attributes['Id'] ?? '', {
        type: (attributes['Type'] ?? '').split('/').at(-1) ?? '',
        target: isOutside ? target : resolvePart(folder, target),
        isOutside,
      });
    },
  });
  return relationships;
}

/** The target of the first relationship of a type. */
export function targetOf(relationships: ReadonlyMap<string, Relationship>, type: string): string | undefined {
  return [...relationships.values()].find((relationship) => relationship.type === type)?.target;
}

function resolvePart(folder: string, target: string): string {
  const path: string[] = [];
  for (const step of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (step === '..') path.pop();
    else if (step !== '' && step !== '.') path.push(step);
  }
  return path.join('/');
}
