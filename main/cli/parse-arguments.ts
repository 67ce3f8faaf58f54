import { parseArgs } from 'node:util';
import { languageOfInterface } from '../../shared/interface/languages';
import { PLAIN_REPORT_FORMATS, VERSION_FORMATS } from '../../shared/contract/formats';
import type { Language } from '../../shared/model/language';
import type { Asked } from '../../shared/search/asked';
import type { CliRequest } from './request';

/** What is wrong with a command line; its sentence is in the locales under `cli.usage.<problem>`. */
export interface UsageProblem {
  readonly problem: string;
  readonly params: Readonly<Record<string, string>>;
}

export type Parsed = { readonly request: CliRequest } | UsageProblem;

type OptionType = 'string' | 'boolean';

/** How `find` and `replace` search. */
const ASKED = {
  forms: 'boolean',
  regexp: 'boolean',
  'match-case': 'boolean',
  'whole-word': 'boolean',
  'exact-marks': 'boolean',
} as const;

const OPTIONS: Readonly<Record<string, Readonly<Record<string, OptionType>>>> = {
  align: { ru: 'string', ky: 'string', en: 'string', out: 'string', json: 'boolean' },
  check: {
    ru: 'string',
    ky: 'string',
    en: 'string',
    glossary: 'string',
    json: 'boolean',
    strict: 'boolean',
  },
  diff: { json: 'boolean' },
  export: {
    format: 'string',
    lang: 'string',
    out: 'string',
    layout: 'string',
    tracked: 'boolean',
    force: 'boolean',
  },
  find: { ...ASKED, lang: 'string', json: 'boolean' },
  info: { json: 'boolean' },
  merge: { out: 'string', json: 'boolean' },
  replace: { ...ASKED, lang: 'string', find: 'string', with: 'string', suggest: 'boolean', json: 'boolean' },
  report: { format: 'string', lang: 'string', typology: 'string', out: 'string', force: 'boolean' },
  score: { typology: 'string', json: 'boolean' },
};

const KNOWN: Readonly<Record<string, { readonly type: OptionType; readonly short?: string }>> = {
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
  ...Object.fromEntries(
    Object.values(OPTIONS)
      .flatMap((options) => Object.entries(options))
      .map(([name, type]) => [name, { type }]),
  ),
};

// Spelled out because the list in shared/model comes with its schemas, which take longer to load than this.
const LANGUAGES: readonly Language[] = ['ru', 'ky', 'en'];

/** Reads the arguments after the name of the program. */
export function parseArguments(args: readonly string[]): Parsed {
  // Not strict, as the errors of Node are in English only.
  const { tokens } = parseArgs({
    args: [...args],
    options: KNOWN,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const names = tokens.flatMap((token) => (token.kind === 'option' ? [token.name] : []));
  if (names.includes('help')) return { request: { command: 'help' } };
  if (names.includes('version')) return { request: { command: 'version' } };

  const words = tokens.flatMap((token) => (token.kind === 'positional' ? [token.value] : []));
  const [command, ...operands] = words;
  if (command === undefined) return problem('noCommand');
  const known = Object.hasOwn(OPTIONS, command) ? OPTIONS[command] : undefined;
  if (!known) return problem('unknownCommand', { command });

  const values = new Map<string, string>();
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const { name, rawName: option, value, inlineValue } = token;
    if (!Object.hasOwn(known, name)) return problem('unknownOption', { command, option });
    if (values.has(name)) return problem('twice', { option });
    if (known[name] === 'boolean' && value !== undefined) return problem('needlessValue', { option });
    // `--ru --ky article.md`: a name that begins with a dash is given as `--ru=-article.md`.
    const swallowed = !inlineValue && value?.startsWith('-');
    // `--with=` puts nothing in the place of what is found.
    const isMissing = name === 'with' && inlineValue ? value === undefined : !value;
    if (known[name] === 'string' && (isMissing || swallowed)) return problem('missingValue', { option });
    values.set(name, value ?? '');
  }
  return readCommand(command, operands, values);
}

function readCommand(
  command: string,
  operands: readonly string[],
  values: ReadonlyMap<string, string>,
): Parsed {
  const json = values.has('json');
  const out = values.get('out') ?? null;
  if (command === 'align' || command === 'check') {
    const [first, second] = operands;
    const inputs = {
      ru: values.get('ru') ?? null,
      ky: values.get('ky') ?? null,
      en: values.get('en') ?? null,
    };
    const given = LANGUAGES.some((language) => inputs[language] !== null);
    const only = given ? null : (first ?? null);
    const unexpected = only === null ? first : second;
    if (unexpected !== undefined) return problem('unexpected', { argument: unexpected });
    if (!given && only === null) return problem(command === 'align' ? 'noInput' : 'nothingToCheck');
    if (command === 'align') return { request: { command, inputs, table: only, out, json } };
    const project = only;
    const glossary = values.get('glossary') ?? null;
    return { request: { command, project, inputs, glossary, json, strict: values.has('strict') } };
  }
  if (command === 'diff') {
    const [before, after, unexpected] = operands;
    if (!before || !after) return problem('noTexts');
    if (unexpected !== undefined) return problem('unexpected', { argument: unexpected });
    return { request: { command, before, after, json } };
  }
  if (command === 'merge') {
    const [base, ours, theirs, more] = operands;
    if (!base || !ours || !theirs) return problem('noCopies');
    if (more !== undefined) return problem('unexpected', { argument: more });
    if (out === null) return problem('missingOption', { command, option: '--out' });
    return { request: { command, base, ours, theirs, out, json } };
  }
  const [project, ...others] = operands;
  if (!project) return problem('noProject', { command });
  if (command === 'find') return readFind(project, others, values);
  const [unexpected] = others;
  if (unexpected !== undefined) return problem('unexpected', { argument: unexpected });
  if (command === 'info') return { request: { command, project, json } };
  if (command === 'score') {
    return { request: { command, project, typology: values.get('typology') ?? null, json } };
  }

  if (command === 'replace') return readReplace(project, values);

  const asked = values.get('format');
  if (asked === undefined) return problem('missingOption', { command, option: '--format' });
  if (command === 'report') return readReport(project, asked, out, values);
  const format = VERSION_FORMATS.find((known) => known === asked);
  if (!format) return problem('badFormat', { format: asked, formats: VERSION_FORMATS.join(', ') });
  if (out === null) return problem('missingOption', { command, option: '--out' });
  const languages = readLanguages(values.get('lang'));
  if (languages !== null && 'problem' in languages) return languages;
  const tracked = values.has('tracked');
  if (tracked && format !== 'original') return problem('trackedFormat');
  const modelled = values.get('layout');
  const layout = LANGUAGES.find((language) => language === modelled) ?? null;
  if (modelled !== undefined && format !== 'original') return problem('layoutFormat');
  if (modelled !== undefined && layout === null) return problem('badLanguage', { language: modelled });
  if (layout !== null && tracked) return problem('trackedLayout');
  const force = values.has('force');
  return { request: { command: 'export', project, format, tracked, layout, languages, out, force } };
}

/** The versions that are named, in their order; null where none is. */
function readLanguages(named: string | undefined): readonly Language[] | UsageProblem | null {
  if (named === undefined) return null;
  const names = named.split(',');
  const stranger = names.find((name) => !LANGUAGES.some((language) => language === name));
  if (stranger !== undefined) return problem('badLanguage', { language: stranger });
  return LANGUAGES.filter((language) => names.includes(language));
}

function readAsked(query: string, values: ReadonlyMap<string, string>): Asked | UsageProblem {
  if (values.has('forms') && values.has('regexp')) return problem('formsOrRegexp');
  return {
    query,
    matchCase: values.has('match-case'),
    wholeWord: values.has('whole-word'),
    exactMarks: values.has('exact-marks'),
    by: values.has('forms') ? 'forms' : values.has('regexp') ? 'pattern' : 'letters',
  };
}

function readFind(
  project: string,
  [query, unexpected]: readonly string[],
  values: ReadonlyMap<string, string>,
): Parsed {
  if (!query?.trim()) return problem('noQuery');
  if (unexpected !== undefined) return problem('unexpected', { argument: unexpected });
  const named = readLanguages(values.get('lang'));
  if (named !== null && 'problem' in named) return named;
  const asked = readAsked(query, values);
  if ('problem' in asked) return asked;
  const [languages, json] = [named ?? LANGUAGES, values.has('json')];
  return { request: { command: 'find', project, asked, languages, json } };
}

function readReplace(project: string, values: ReadonlyMap<string, string>): Parsed {
  const command = 'replace';
  const missing = ['lang', 'find', 'with'].find((name) => !values.has(name));
  if (missing !== undefined) return problem('missingOption', { command, option: `--${missing}` });
  const named = values.get('lang') ?? '';
  const language = LANGUAGES.find((each) => each === named);
  if (!language) return problem('badLanguage', { language: named });
  const query = values.get('find') ?? '';
  if (query.trim() === '') return problem('missingValue', { option: '--find' });
  const asked = readAsked(query, values);
  if ('problem' in asked) return asked;
  const [replacement, suggest, json] = [values.get('with') ?? '', values.has('suggest'), values.has('json')];
  return { request: { command, project, asked, language, replacement, suggest, json } };
}

function readReport(
  project: string,
  asked: string,
  out: string | null,
  values: ReadonlyMap<string, string>,
): Parsed {
  const command = 'report';
  const format = PLAIN_REPORT_FORMATS.find((known) => known === asked);
  const formats = PLAIN_REPORT_FORMATS.join(', ');
  // It is the browser in the window that makes a PDF; there is none here.
  if (asked === 'pdf') return problem('pdfInWindow', { formats });
  if (!format) return problem('badFormat', { format: asked, formats });
  if (out === null) return problem('missingOption', { command, option: '--out' });
  const named = values.get('lang');
  const language = languageOfInterface(named);
  if (named !== undefined && language === null) return problem('badLanguage', { language: named });
  const typology = values.get('typology') ?? null;
  return { request: { command, project, format, language, typology, out, force: values.has('force') } };
}

function problem(name: string, params: UsageProblem['params'] = {}): UsageProblem {
  return { problem: name, params };
}
