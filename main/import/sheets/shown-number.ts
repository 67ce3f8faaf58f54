import { addLocale, format } from 'numfmt';
import type { Language } from '../../../shared/model/language';

/** A number of a sheet, dates among them, and how the sheet has it shown. */
export interface SheetNumber {
  readonly value: number;
  /** A format code of ECMA-376, 18.8.31 ("0.0%", "d mmmm yyyy"). */
  readonly code: string;
}

/** What is shown where a code cannot be read. */
const GENERAL = 'General';

/** Nobody writes longer ones: Excel takes 255 signs. */
const LONGEST_CODE = 255;

/** What spreadsheets write as the date of the country. */
export const COUNTRY_DATE = 'country date';

const COUNTRY_DATES: Readonly<Record<Language, string>> = {
  ru: 'dd.mm.yyyy',
  ky: 'dd.mm.yyyy',
  en: 'm/d/yyyy',
};

const KYRGYZ_MONTHS = [
  'январь',
  'февраль',
  'март',
  'апрель',
  'май',
  'июнь',
  'июль',
  'август',
  'сентябрь',
  'октябрь',
  'ноябрь',
  'декабрь',
];

const KYRGYZ_DAYS = ['жекшемби', 'дүйшөмбү', 'шейшемби', 'шаршемби', 'бейшемби', 'жума', 'ишемби'];

// The package knows how Russian and English write numbers and dates, and Kyrgyz not.
addLocale(
  {
    group: '\u00a0',
    decimal: ',',
    mmmm: KYRGYZ_MONTHS,
    mmm: KYRGYZ_MONTHS.map((name) => name.slice(0, 3)),
    dddd: KYRGYZ_DAYS,
    ddd: KYRGYZ_DAYS.map((name) => name.slice(0, 3)),
  },
  'ky',
);

/** A number as a spreadsheet shows it to who reads that language; empty where its format hides it. */
export function showNumber({ value, code }: SheetNumber, language: Language): string {
  const wished = code === COUNTRY_DATE ? COUNTRY_DATES[language] : code;
  const options = { locale: language, throws: false, invalid: '\0' };
  const shown = wished.length > LONGEST_CODE ? '\0' : format(wished, value, options);
  return (/^#+$|\0/.test(shown) ? format(GENERAL, value, options) : shown).trim();
}
