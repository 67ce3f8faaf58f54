import { describe, expect, it } from 'vitest';
import { isFurniture } from '../../../../shared/text/page-furniture';

describe('isFurniture', () => {
  it.each([
    '© Valley Observer, 2023',
    'Follow us on LinkedIn',
    'Advertisement',
    'Реклама',
    'Жарнама',
    'Please make active links to the source, when using materials from this website',
    'If you have found a spelling error, please, notify us by selecting that text and pressing Ctrl+Enter.',
    'Spelling error report',
    'The following text will be sent to our editors:',
    'Read also:',
    'We use cookies to improve this site.',
    'Все права защищены.',
    'Подписывайтесь на наш Telegram-канал',
    'Если вы нашли ошибку, выделите её и нажмите Ctrl + Enter',
    'При использовании материалов сайта ссылка на источник обязательна',
    'Читайте также:',
    'Поделиться',
    'Этот сайт использует файлы cookie',
    'Биздин Telegram каналга жазылыңыз',
    'Бизди Facebook баракчабыздан окуңуз',
    'Эгер ката тапсаңыз, аны белгилеп, Ctrl+Enter басыңыз',
    'Материалдарды колдонууда булакка шилтеме милдеттүү',
    'Дагы окуңуз:',
    'Бул сайт cookie файлдарын колдонот',
    'Бардык укуктар корголгон',
  ])('knows %s', (text) => {
    expect(isFurniture(text)).toBe(true);
  });

  it.each([
    'Follow the money: who paid for the canal',
    'Share of agriculture in the economy falls',
    'Copy of the letter is in the possession of the editors.',
    'Subscribers of the newspaper wrote to the prosecutor.',
    'Read also between the lines of the contract.',
    'Поделились и водой, и землёй.',
    'Подпись министра на договоре подделана.',
    'Читайте также между строк договора.',
    'Ошибка проектировщиков обошлась в 11 миллионов.',
    'Биздин айылга суу келген жок.',
    'Ката кайда кетти?',
    'Материалдар сотко өткөрүлдү.',
    'Print media lose readers',
    'The opinions expressed in the article do not reflect the position of the editorial or donor.',
  ])('leaves article text alone: %s', (text) => {
    expect(isFurniture(text)).toBe(false);
  });

  it('never takes a long paragraph', () => {
    expect(isFurniture(`© ${'слово '.repeat(60)}`)).toBe(false);
  });
});
