import type { MessageOf } from '../engine/strings';

/** `text.slice(start, end)` should be `by`; UTF-16 offsets. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly by: string;
}

/** How often a text keeps a rule, and where it does not. */
export interface Observed {
  readonly kept: number;
  readonly broken: readonly Edit[];
}

export interface TypographyRule {
  /** The end of a locale key, `check.typography.message.<id>`. */
  readonly id: MessageOf<'typography'>;
  /**
   * A mistake is one wherever it stands; in a matter of style it matters that a version is consistent; in polish
   * publishers rightly differ.
   */
  readonly kind: 'mistake' | 'style' | 'polish';
  readonly observe: (text: string) => Observed;
}

/**
 * A rule that a pattern finds broken.
 *
 * @param broken replaced by `by`, with $1 and so on, wherever it is found
 * @param kept where the rule is kept
 */
export function patternRule(
  id: TypographyRule['id'],
  kind: TypographyRule['kind'],
  broken: RegExp,
  by: string | ((found: string) => string),
  kept?: RegExp,
): TypographyRule {
  return {
    id,
    kind,
    observe: (text) => ({
      kept: kept ? (text.match(kept)?.length ?? 0) : 0,
      broken: [...text.matchAll(broken)].map((match) => ({
        start: match.index,
        end: match.index + match[0].length,
        by:
          typeof by === 'string'
            ? by.replace(/\$(\d)/g, (_, group: string) => match[Number(group)] ?? '')
            : by(match[0]),
      })),
    }),
  };
}
