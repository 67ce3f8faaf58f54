import { formatNumber } from './number-format';
import { readLevel, styleChain, type ListPlace, type Styles } from './styles';
import { childElements, childNumber, childSwitch, childValue, readXml, type XmlElement } from './xml';

interface Level {
  readonly start: number;
  /** A `w:numFmt`: "decimal", "bullet", "russianLower", ... */
  readonly format: string;
  /** "%1.%2)" */
  readonly text: string;
  /** Counting starts again after an item of this level or a higher one, from 1; 0 never; null after any higher one. */
  readonly restart: number | null;
  /** Prints the numbers of all levels in digits. */
  readonly legal: boolean;
  /** The style whose paragraphs stand on this level. */
  readonly style: string | undefined;
}

/** Signs of a marker that are printed, of "%1.%2)" and the like: Word lets one type 31, and each item carries its own. */
const MOST_SIGNS = 100;

type Levels = ReadonlyMap<number, Level>;

interface ListDefinition {
  readonly levels: Levels;
  /** Where the levels really are: the list of that style. */
  readonly styleLink: string | undefined;
}

interface List {
  readonly definition: string;
  readonly starts: ReadonlyMap<number, number>;
  readonly levels: Levels;
}

/** The lists of a file: what they look like, and which of them count together. */
export interface Numbering {
  readonly definitions: ReadonlyMap<string, ListDefinition>;
  readonly lists: ReadonlyMap<string, List>;
}

export const NO_NUMBERING: Numbering = { definitions: new Map(), lists: new Map() };

/** Reads the numbering part. */
export async function readNumbering(chunks: AsyncIterable<Uint8Array>): Promise<Numbering> {
  const definitions = new Map<string, ListDefinition>();
  const lists = new Map<string, List>();
  await readXml(chunks, {
    units: ['w:abstractNum', 'w:num'],
    unit: (element) => {
      if (element.name === 'w:abstractNum')
        definitions.set(element.attributes['w:abstractNumId'] ?? '', {
          levels: readLevels(childElements(element)),
          styleLink: childValue(element, 'w:numStyleLink'),
        });
      else lists.set(element.attributes['w:numId'] ?? '', readList(element));
    },
  });
  return { definitions, lists };
}

function readList(element: XmlElement): List {
  const overrides = childElements(element).filter(({ name }) => name === 'w:lvlOverride');
  const starts = overrides.flatMap((override): [number, number][] => {
    const level = readLevel(override.attributes['w:ilvl']);
    const start = childNumber(override, 'w:startOverride');
    return level === null || start === null ? [] : [[level, start]];
  });
  return {
    definition: childValue(element, 'w:abstractNumId') ?? '',
    starts: new Map(starts),
    levels: readLevels(overrides.flatMap(childElements)),
  };
}

function readLevels(elements: readonly XmlElement[]): Levels {
  const levels = new Map<number, Level>();
  for (const element of elements) {
    const level = readLevel(element.attributes['w:ilvl']);
    if (element.name !== 'w:lvl' || level === null) continue;
    levels.set(level, {
      start: childNumber(element, 'w:start') ?? 0,
      format: childValue(element, 'w:numFmt') ?? 'decimal',
      text: (childValue(element, 'w:lvlText') ?? '').slice(0, MOST_SIGNS),
      restart: childNumber(element, 'w:lvlRestart'),
      legal: childSwitch(element, 'w:isLgl') ?? false,
      style: childValue(element, 'w:pStyle'),
    });
  }
  return levels;
}

/** A list marker as a reader sees it, and how deep in its list the item stands, from 0. */
export interface ListMarker {
  readonly label: string;
  readonly depth: number;
}

/**
 * Counts the list items of a file in the order they are asked for and gives each its marker ("1.", "б)", "2.3",
 * "•"); null for a paragraph in no list. Lists that share a definition go on counting where the other left off,
 * unless one says where to start (ECMA-376 part 1, 17.9).
 */
export function startCounting(
  numbering: Numbering,
  styles: Styles,
): (style: string | undefined, own: ListPlace) => ListMarker | null {
  const counted = new Map<string, (number | undefined)[]>();
  const begun = new Set<string>();

  return (style, own) => {
    const place = findPlace(numbering, styles, style, own);
    if (!place) return null;
    const { id, list, definition, depth } = place;
    const levelAt = (at: number): Level | undefined => list.levels.get(at) ?? definition.levels.get(at);
    const startAt = (at: number): number => list.starts.get(at) ?? levelAt(at)?.start ?? 1;

    const key = `${id} ${depth}`;
    const startsNow = list.starts.has(depth) && !begun.has(key);
    begun.add(key);
    const counts = counted.get(list.definition) ?? [];
    counted.set(list.definition, counts);
    const before = counts[depth];
    counts[depth] = before === undefined || startsNow ? startAt(depth) : before + 1;
    for (let deeper = depth + 1; deeper < counts.length; deeper += 1)
      if (depth < (levelAt(deeper)?.restart ?? Infinity)) counts[deeper] = undefined;

    const level = levelAt(depth);
    if (!level || level.text === '') return { label: '', depth };
    if (level.format === 'bullet') return { label: '•', depth };
    const label = level.text.replace(/%([1-9])/g, (_, digit: string) => {
      const at = Number(digit) - 1;
      const format = levelAt(at)?.format ?? 'decimal';
      if (format === 'bullet') return '';
      return formatNumber(counts[at] ?? startAt(at), level.legal ? 'decimal' : format);
    });
    return { label: label.trim(), depth };
  };
}

interface Place {
  readonly id: string;
  readonly list: List;
  readonly definition: ListDefinition;
  readonly depth: number;
}

/** What the paragraph says itself comes before what its style says. */
function findPlace(
  numbering: Numbering,
  styles: Styles,
  style: string | undefined,
  own: ListPlace,
): Place | null {
  const chain = styleChain(styles, style).map(({ listPlace }) => listPlace);
  const id = [own, ...chain].find(({ list }) => list !== undefined)?.list;
  const list = id === undefined ? undefined : numbering.lists.get(id);
  const definition = list && findDefinition(numbering, styles, list);
  if (id === undefined || !list || !definition) return null;
  // In a list of headings the style does not name its level: the level names the style.
  const linked = [...definition.levels].find(
    ([, level]) => level.style !== undefined && level.style === style,
  );
  const level = [own, ...chain].find((place) => place.level !== null)?.level;
  return { id, list, definition, depth: own.level ?? linked?.[0] ?? level ?? 0 };
}

function findDefinition(numbering: Numbering, styles: Styles, list: List): ListDefinition | undefined {
  const definition = numbering.definitions.get(list.definition);
  if (definition?.styleLink === undefined) return definition;
  const linked = numbering.lists.get(styles.get(definition.styleLink)?.listPlace.list ?? '');
  return linked && numbering.definitions.get(linked.definition);
}
