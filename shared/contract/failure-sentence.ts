import type { Failure } from '../model/failure';

/** i18next's translate function, as far as it is needed here. */
type Translate = (key: string, params: Readonly<Record<string, string | number>>) => string;

/** The sentence that tells a person of a failure: what happened, and what to do next. */
export function failureSentence({ code, params }: Failure, t: Translate): string {
  const { found } = params;
  const named = found === undefined ? {} : { found: t(`found.${found}`, { defaultValue: found }) };
  return t(`failure.${code}`, { ...params, ...named });
}
