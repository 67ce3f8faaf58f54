import fc from 'fast-check';
import { z } from 'zod';
import { requestSchemas, type Channel } from '../../shared/contract/channels';
import { readRequest } from '../../shared/contract/read-request';

/** What a schema describes, as far as it matters for making something that is nearly it. */
interface Shape {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly items?: Shape;
  readonly enum?: readonly (string | number)[];
  readonly const?: string | number;
  readonly anyOf?: readonly Shape[];
  readonly oneOf?: readonly Shape[];
}

/** Texts that have opened doors elsewhere. */
const HOSTILE = [
  '',
  '../../etc/passwd',
  '/etc/passwd',
  'file:///etc/passwd',
  'C:\\Windows\\win.ini',
  'javascript:alert(1)',
  '__proto__',
  'constructor',
  '\u0000',
  '\ud800',
  '\u202etxt.exe',
  '<img src=x onerror=alert(1)>',
  "'; DROP TABLE alignment_row; --",
  'x'.repeat(20_000),
];

const anything = fc.oneof(
  fc.constantFrom(...HOSTILE),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.integer(),
  fc.double(),
  fc.constantFrom<unknown>(null, undefined, true, -0, Number.NaN, Infinity, new Date(0), new Map([[1, 2]])),
  fc.uint8Array({ maxLength: 40 }),
  fc.array(fc.string({ maxLength: 8 }), { maxLength: 6 }),
  fc.dictionary(fc.constantFrom('type', 'path', 'command', '__proto__', 'id'), fc.jsonValue(), {
    maxKeys: 4,
  }),
);

/** Something of the shape, in which now and then a part is missing, too much, or something else altogether. */
function near(shape: Shape, depth = 0): fc.Arbitrary<unknown> {
  const right = fitting(shape, depth);
  return fc.oneof({ weight: 9, arbitrary: right }, { weight: 1, arbitrary: anything });
}

function fitting(shape: Shape, depth: number): fc.Arbitrary<unknown> {
  const choices = shape.anyOf ?? shape.oneOf;
  if (choices) return fc.oneof(...choices.map((choice) => near(choice, depth)));
  if (shape.const !== undefined) return fc.constant(shape.const);
  if (shape.enum) return fc.constantFrom(...shape.enum);
  switch (shape.type) {
    case 'string':
      return fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'binary', maxLength: 20 }));
    case 'integer':
    case 'number':
      return fc.oneof(fc.integer({ min: -3, max: 12 }), fc.double());
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'array':
      return depth > 6 ? fc.constant([]) : fc.array(near(shape.items ?? {}, depth + 1), { maxLength: 3 });
    case 'object':
      return fc
        .record(
          Object.fromEntries(
            Object.entries(shape.properties ?? {}).map(([key, part]) => [key, near(part, depth + 1)]),
          ),
          { requiredKeys: [] },
        )
        .map((record) => ({ ...record }));
    default:
      return anything;
  }
}

/**
 * Payloads that are not as the channel wants them, most of them nearly.
 *
 * @param seed the same seed gives the same payloads
 */
export function malformed(channel: Channel, count: number, seed: number): readonly unknown[] {
  const shape = shapeOf(channel);
  const wrong = fc
    .oneof({ weight: 3, arbitrary: near(shape) }, { weight: 1, arbitrary: anything })
    .filter((payload) => !readRequest(channel, payload));
  return fc.sample(wrong, { numRuns: count, seed });
}

/** Payloads of the right shape that say nothing sensible. */
export function senseless(channel: Channel, count: number, seed: number): readonly unknown[] {
  const shape = shapeOf(channel);
  return fc.sample(
    near(shape).filter((payload) => readRequest(channel, payload) !== null),
    { numRuns: count, seed },
  );
}

function shapeOf(channel: Channel): Shape {
  return z.toJSONSchema(requestSchemas[channel], { unrepresentable: 'any', io: 'input' }) as Shape;
}
