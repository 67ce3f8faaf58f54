import { describe, expect, it } from 'vitest';
import { parseArguments } from '../../../../main/cli/parse-arguments';

const parse = (line: string) => parseArguments(line.split(' ').filter((word) => word !== ''));

describe('parseArguments', () => {
  it.each([
    ['--help', { command: 'help' }],
    ['align -h --nonsense', { command: 'help' }],
    ['--version', { command: 'version' }],
    [
      'align --ru а.md --en=c.md --out p.triptych --json',
      {
        command: 'align',
        inputs: { ru: 'а.md', ky: null, en: 'c.md' },
        table: null,
        out: 'p.triptych',
        json: true,
      },
    ],
    [
      'align --ru=-a.md',
      { command: 'align', inputs: { ru: '-a.md', ky: null, en: null }, table: null, out: null, json: false },
    ],
    [
      'align a.xlsx',
      { command: 'align', inputs: { ru: null, ky: null, en: null }, table: 'a.xlsx', out: null, json: false },
    ],
    [
      'export p.triptych --format md --out d',
      {
        command: 'export',
        project: 'p.triptych',
        format: 'md',
        tracked: false,
        layout: null,
        languages: null,
        out: 'd',
        force: false,
      },
    ],
    [
      'export --lang en,ru --force --out d --format txt p.triptych',
      {
        command: 'export',
        project: 'p.triptych',
        format: 'txt',
        tracked: false,
        layout: null,
        languages: ['ru', 'en'],
        out: 'd',
        force: true,
      },
    ],
    ['info p.triptych --json', { command: 'info', project: 'p.triptych', json: true }],
    [
      'report p.triptych --format xlsx --out r.xlsx',
      {
        ...{ command: 'report', project: 'p.triptych', format: 'xlsx', language: null },
        ...{ typology: null, out: 'r.xlsx', force: false },
      },
    ],
    [
      'report p.triptych --format=html --lang ky --typology t.json --out r --force',
      {
        ...{ command: 'report', project: 'p.triptych', format: 'html', language: 'ky' },
        ...{ typology: 't.json', out: 'r', force: true },
      },
    ],
    ['score p.triptych', { command: 'score', project: 'p.triptych', typology: null, json: false }],
    [
      'score --typology=t.json p.triptych --json',
      { command: 'score', project: 'p.triptych', typology: 't.json', json: true },
    ],
    ['diff a.md b.docx', { command: 'diff', before: 'a.md', after: 'b.docx', json: false }],
    ['diff --json -- -a.md b.md', { command: 'diff', before: '-a.md', after: 'b.md', json: true }],
    [
      'find p.triptych дамба --forms --lang en,ru --json',
      {
        ...{ command: 'find', project: 'p.triptych', languages: ['ru', 'en'], json: true },
        asked: { query: 'дамба', matchCase: false, wholeWord: false, exactMarks: false, by: 'forms' },
      },
    ],
    [
      'replace p.triptych --lang ky --find а --with= --match-case --whole-word --suggest',
      {
        ...{ command: 'replace', project: 'p.triptych', language: 'ky', replacement: '' },
        asked: { query: 'а', matchCase: true, wholeWord: true, exactMarks: false, by: 'letters' },
        ...{ suggest: true, json: false },
      },
    ],
    ['info -- --p.triptych', { command: 'info', project: '--p.triptych', json: false }],
  ])('reads: %s', (line, request) => {
    expect(parse(line)).toEqual({ request });
  });

  it.each([
    ['', 'noCommand', {}],
    ['open p.triptych', 'unknownCommand', { command: 'open' }],
    ['toString', 'unknownCommand', { command: 'toString' }],
    ['align', 'noInput', {}],
    ['find p.triptych', 'noQuery', {}],
    ['find p.triptych а б', 'unexpected', { argument: 'б' }],
    ['find p.triptych а --lang de', 'badLanguage', { language: 'de' }],
    ['replace p.triptych --lang ru --find а', 'missingOption', { command: 'replace', option: '--with' }],
    ['replace p.triptych б --lang ru --find а --with б', 'unexpected', { argument: 'б' }],
    ['replace p.triptych --lang ru,ky --find а --with б', 'badLanguage', { language: 'ru,ky' }],
    ['replace p.triptych --lang ru --find= --with б', 'missingValue', { option: '--find' }],
    ['align --json', 'noInput', {}],
    ['align a.xlsx b.xlsx', 'unexpected', { argument: 'b.xlsx' }],
    ['align a.xlsx --ru b.md', 'unexpected', { argument: 'a.xlsx' }],
    ['align --ru', 'missingValue', { option: '--ru' }],
    ['align --ru --ky b.md', 'missingValue', { option: '--ru' }],
    ['align --ru= --ky b.md', 'missingValue', { option: '--ru' }],
    ['align --ru a.md --ru b.md', 'twice', { option: '--ru' }],
    ['align --ru a.md --json=yes', 'needlessValue', { option: '--json' }],
    ['align --de a.md', 'unknownOption', { command: 'align', option: '--de' }],
    ['info p.triptych --force', 'unknownOption', { command: 'info', option: '--force' }],
    ['info p.triptych -x', 'unknownOption', { command: 'info', option: '-x' }],
    ['diff', 'noTexts', {}],
    ['diff a.md', 'noTexts', {}],
    ['diff a.md b.md c.md', 'unexpected', { argument: 'c.md' }],
    ['diff a.md b.md --out c', 'unknownOption', { command: 'diff', option: '--out' }],
    ['info', 'noProject', { command: 'info' }],
    ['score', 'noProject', { command: 'score' }],
    ['report --format html --out r', 'noProject', { command: 'report' }],
    ['report p.triptych --out r', 'missingOption', { command: 'report', option: '--format' }],
    ['report p.triptych --format csv', 'missingOption', { command: 'report', option: '--out' }],
    [
      'report p.triptych --format odt --out r',
      'badFormat',
      { format: 'odt', formats: 'html, docx, csv, xlsx' },
    ],
    ['report p.triptych --format pdf --out r', 'pdfInWindow', { formats: 'html, docx, csv, xlsx' }],
    ['report p.triptych --format csv --out r --lang ru,ky', 'badLanguage', { language: 'ru,ky' }],
    [
      'report p.triptych --format csv --out r --json',
      'unknownOption',
      { command: 'report', option: '--json' },
    ],
    ['score p.triptych --out x', 'unknownOption', { command: 'score', option: '--out' }],
    ['info p.triptych q.triptych', 'unexpected', { argument: 'q.triptych' }],
    ['export p.triptych --out d', 'missingOption', { command: 'export', option: '--format' }],
    ['export p.triptych --format md --out d --tracked', 'trackedFormat', {}],
    ['export p.triptych --format md', 'missingOption', { command: 'export', option: '--out' }],
    [
      'export p.triptych --format pdf --out d',
      'badFormat',
      { format: 'pdf', formats: 'docx, odt, html, md, txt, original' },
    ],
    ['export p.triptych --format md --lang ru,de --out d', 'badLanguage', { language: 'de' }],
  ])('tells what is wrong with: %s', (line, problem, params) => {
    expect(parse(line)).toEqual({ problem, params });
  });
});
