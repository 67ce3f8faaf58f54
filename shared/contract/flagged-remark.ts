import { rowNumbers } from '../model/readiness';

/** i18next's translate function, as far as it is needed here. */
type Translate = (key: string, params: Readonly<Record<string, string | number>>) => string;

/** Says how many flags are open and in which rows: one row may have several. */
export function flaggedRemark(flagged: readonly { readonly row: number }[], t: Translate): string {
  const rows = new Set(flagged.map(({ row }) => row));
  const where = t('remark.inRows', { count: rows.size, rows: rowNumbers([...rows]) });
  return t('remark.flagged', { count: flagged.length, where });
}
