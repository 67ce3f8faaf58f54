import type { Result } from '../../shared/model/failure';
import { OLD_EXTENSIONS } from './office/with-docx';
import { PAGE_LIMIT_MB, TEXT_LIMIT_MB } from './limits';
import type { PictureShelf } from './pictures/picture-shelf';
import type { ReadBlocks } from './read-blocks';
import { readParts } from './read-parts';
import type { Signature } from './signature';

interface Described {
  /** What a project calls it (`origin.format`). */
  readonly id: string;
  /** How names of such files end, in small letters and without the dot. */
  readonly extensions: readonly string[];
  /** Whether it has no marks and kinds of paragraphs: that a text lacks them says nothing then. */
  readonly isPlain?: true;
  /** Whether a version can be written back into a file of it. */
  readonly isLayout?: true;
  /** Whether it holds more than the article: menus, and what else a page has around it. */
  readonly isPage?: true;
  /** Whether tables in it may have a column for each language, as translations are sent. */
  readonly hasColumns?: true;
}

/** A format that is no text, and told by its bytes whatever the file is called. */
interface BinaryFormat extends Described {
  readonly signature: Signature;
  readonly read: (bytes: Uint8Array, fileName: string, shelf: PictureShelf) => Promise<Result<ReadBlocks>>;
}

/** A format that is text with signs in it. */
interface TextFormat extends Described {
  /** How a text begins that is of this format whatever the file is called; absent where only the name tells. */
  readonly beginning?: RegExp;
  /** The largest file that is read, in megabytes of 1,048,576 bytes. */
  readonly limit: number;
  readonly read: (text: string, fileName: string, shelf: PictureShelf) => Promise<Result<ReadBlocks>>;
}

// Readers are loaded when they are needed: a dialog only wants to know the names, and few articles come in all formats.

const BINARY_FORMATS: readonly BinaryFormat[] = [
  {
    id: 'docx',
    extensions: ['docx'],
    isLayout: true,
    hasColumns: true,
    signature: 'DOCX',
    read: async (bytes, fileName, shelf) =>
      (await import('./docx/read-docx')).readDocx(bytes, fileName, shelf),
  },
  {
    id: 'odt',
    extensions: ['odt'],
    isLayout: true,
    hasColumns: true,
    signature: 'ODT',
    read: async (bytes, fileName) => (await import('./odt/read-odt')).readOdt(bytes, fileName),
  },
  {
    id: 'xlsx',
    extensions: ['xlsx', 'xlsm'],
    isPlain: true,
    signature: 'XLSX',
    read: async (bytes, fileName) => (await import('./sheets/read-xlsx')).readXlsx(bytes, fileName),
  },
];

/** What is none of the other texts. */
const PLAIN_TEXT: TextFormat = {
  id: 'txt',
  extensions: ['txt'],
  isPlain: true,
  limit: TEXT_LIMIT_MB,
  read: async (text, fileName) => readParts(text, fileName, (await import('./txt/read-txt')).readTxt),
};

/** Signs of Markdown that may pair with any other of their kind. */
const MD_PARTS = /\r\n?|[\n*_[\]`~]/g;

const TEXT_FORMATS: readonly TextFormat[] = [
  {
    id: 'html',
    extensions: ['html', 'htm', 'xhtml'],
    isPage: true,
    isLayout: true,
    beginning: /^\s*(<\?xml[^>]*>\s*)?(<!--(?:(?!-->)[^])*-->\s*)*<(!doctype\s+html|html)[\s>]/i,
    limit: PAGE_LIMIT_MB,
    read: async (text, fileName, shelf) =>
      (await import('./html/read-html')).readHtml(text, fileName, 'page', shelf),
  },
  {
    id: 'md',
    extensions: ['md', 'markdown', 'mdown'],
    isLayout: true,
    limit: TEXT_LIMIT_MB,
    read: async (text, fileName, shelf) => {
      const { readMd } = await import('./md/read-md');
      return readParts(text, fileName, (source) => readMd(source, shelf), MD_PARTS);
    },
  },
  {
    id: 'csv',
    extensions: ['csv', 'tsv'],
    isPlain: true,
    limit: TEXT_LIMIT_MB,
    read: async (text, fileName) =>
      (await import('./sheets/read-separated')).readSeparatedFile(text, fileName),
  },
  PLAIN_TEXT,
];

const FORMATS: readonly Described[] = [...BINARY_FORMATS, ...TEXT_FORMATS];

/** What is unpacked or converted before a format is told: a web page with its pictures, as Google Docs saves it, too. */
const WRAPPED: readonly string[] = [...OLD_EXTENSIONS, 'zip'];

/** What a file dialog offers; other files are told apart by their content. */
export const IMPORT_EXTENSIONS: readonly string[] = [
  ...FORMATS.flatMap(({ extensions }) => extensions),
  ...WRAPPED,
];

/** The format with these bytes; undefined where Triptych cannot read it. */
export function binaryFormat(signature: Signature): BinaryFormat | undefined {
  return BINARY_FORMATS.find((format) => format.signature === signature);
}

/** Whether a file calls itself one of the formats that are no text. */
export function claimsBinary(fileName: string): boolean {
  return [...BINARY_FORMATS, { extensions: WRAPPED }].some((format) => isNamedAs(fileName, format));
}

/** How to read a text: by what it begins with, else by its name, else as plain text; null for a web archive. */
export function textFormat(text: string, fileName: string): TextFormat | null {
  const head = text.slice(0, 4096);
  if (/^(From|MIME-Version|Snapshot-Content-Location):[^]*multipart\/related/i.test(head)) return null;
  return (
    TEXT_FORMATS.find(({ beginning }) => beginning?.test(head)) ??
    TEXT_FORMATS.find((format) => isNamedAs(fileName, format)) ??
    PLAIN_TEXT
  );
}

/** What a project calls text from the clipboard, which is no file. */
export const PASTED = 'paste';

/** Whether a text came without marks and kinds of paragraphs, by what its project calls its format. */
export function isPlain(id: string): boolean {
  return id === PASTED || described(id)?.isPlain === true;
}

/** Whether a text came with what a page has around it. */
export function isPage(id: string): boolean {
  return described(id)?.isPage === true;
}

/** Whether the versions of an article may stand side by side in its tables. */
export function hasColumns(id: string): boolean {
  return described(id)?.hasColumns === true;
}

/** Whether a version can be written back into the file it came from. */
export function isLayout(id: string): boolean {
  return described(id)?.isLayout === true;
}

function described(id: string): Described | undefined {
  return FORMATS.find((format) => format.id === id);
}

function isNamedAs(fileName: string, { extensions }: Pick<Described, 'extensions'>): boolean {
  const name = fileName.toLowerCase();
  return extensions.some((extension) => name.endsWith(`.${extension}`));
}
