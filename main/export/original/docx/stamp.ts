import { STAMP } from '../../../import/docx/stamp';
import { escapeXml } from './escape-xml';
import type { NewPart, Package } from './package';

const PROPERTIES: NewPart = {
  name: 'docProps/custom.xml',
  contentType: 'application/vnd.openxmlformats-officedocument.custom-properties+xml',
  relationship: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties',
  empty:
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"></Properties>',
};

const TYPES = 'http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes';

/** The kind of a property that anybody may name as they like ([MS-OE376] 2.1.33). */
const ANY = '{D5CDD505-2E9C-101B-9397-08002B2CF9AE}';

/** What an earlier export noted. */
const OURS = new RegExp(`<((?:[^\\s/>:]+:)?)property\\s[^>]*name="${STAMP}"[^>]*>[^]*?</\\1property>`);

/** Notes in a file what it was made from: as a property of its own, which Word and LibreOffice keep. */
export async function writeStamp(parts: Package, stamp: string): Promise<void> {
  const name = await parts.find('', PROPERTIES);
  const before = name === undefined ? null : await parts.text(name);
  if (name !== undefined && before?.includes(`name="${STAMP}"`))
    await parts.write(name, before.replace(OURS, ''));
  await parts.append('', PROPERTIES, (present) => {
    const numbers = [...present.matchAll(/\bpid="(\d{1,8})"/g)].map(([, pid]) => Number(pid));
    const pid = numbers.reduce((most, each) => Math.max(most, each), 1) + 1;
    const p = /<((?:[^\s/>:]+:)?)Properties[\s/>]/.exec(present)?.[1] ?? '';
    const value = `<vt:lpwstr xmlns:vt="${TYPES}">${escapeXml(stamp)}</vt:lpwstr>`;
    return `<${p}property fmtid="${ANY}" pid="${pid}" name="${STAMP}">${value}</${p}property>`;
  });
}
