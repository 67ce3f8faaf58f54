import type { z } from 'zod';
import {
  CORE_TYPOLOGY,
  dimensionSchema,
  errorTypeSchema,
  passMarkSchema,
  penaltiesSchema,
  scaleSchema,
  type Dimension,
  type Typology,
} from './typology';

/** A typology as it could be read, and the places, as "dimensions.3" (from 1), that could not. */
export interface ReadTypology {
  readonly typology: Typology;
  readonly damaged: readonly string[];
}

/**
 * Reads a typology part by part, as a file written by hand has it. What is not there is as in the core; what is
 * there and wrong is left out and named, so that one slip does not cost the rest.
 */
export function readTypology(value: unknown): ReadTypology {
  if (!isRecord(value)) return { typology: CORE_TYPOLOGY, damaged: ['*'] };
  const damaged: string[] = [];
  const read = <T>(name: string, schema: z.ZodType<T>, core: T): T => {
    if (value[name] === undefined) return core;
    const parsed = schema.safeParse(value[name]);
    if (!parsed.success) damaged.push(name);
    return parsed.success ? parsed.data : core;
  };
  const typology = {
    dimensions: readDimensions(value['dimensions'], damaged),
    penalties: read('penalties', penaltiesSchema, CORE_TYPOLOGY.penalties),
    passMark: read('passMark', passMarkSchema, CORE_TYPOLOGY.passMark),
    scale: read('scale', scaleSchema, CORE_TYPOLOGY.scale),
  };
  damaged.push(...Object.keys(value).filter((name) => !Object.hasOwn(typology, name)));
  return { typology, damaged };
}

function readDimensions(value: unknown, damaged: string[]): readonly Dimension[] {
  if (value === undefined) return CORE_TYPOLOGY.dimensions;
  if (!Array.isArray(value)) {
    damaged.push('dimensions');
    return CORE_TYPOLOGY.dimensions;
  }
  const dimensions = readList(value, 'dimensions', damaged, (each: unknown, place) => {
    if (!isRecord(each) || !Array.isArray(each['types'])) return null;
    const parsed = dimensionSchema.safeParse({ ...each, types: [] });
    if (!parsed.success) return null;
    const types = readList(each['types'], `${place}.types`, damaged, (type: unknown) => {
      const one = errorTypeSchema.safeParse(type);
      return one.success ? one.data : null;
    });
    return { ...parsed.data, types };
  });
  return dimensions.length > 0 ? dimensions : CORE_TYPOLOGY.dimensions;
}

/** What can be read of a list, of each id the first. */
function readList<T extends { readonly id: string }>(
  list: readonly unknown[],
  path: string,
  damaged: string[],
  read: (value: unknown, place: string) => T | null,
): readonly T[] {
  const found: T[] = [];
  for (const [index, value] of list.entries()) {
    const place = `${path}.${index + 1}`;
    const one = read(value, place);
    if (one && !found.some(({ id }) => id === one.id)) found.push(one);
    else damaged.push(place);
  }
  return found;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
