import type { Sound } from './sounds';

/** How far a word has come: what may still follow it. */
export type State =
  | 'noun'
  | 'plural'
  | 'owned'
  | 'ownedByOther'
  | 'placed'
  | 'attribute'
  | 'case'
  | 'verb'
  | 'denied'
  | 'past'
  | 'converb'
  | 'present'
  | 'condition'
  | 'wish'
  | 'person'
  | 'done';

export interface Suffix {
  /**
   * Its letters; A and I are vowels by harmony (а е о ө, ы и у ү), U a long one (уу, үү), O a long open one (оо, өө), E
   * another (аа, ээ, оо, өө), W a short one that is always rounded (у ү). D is д or т, G г or к, B б or п, N н, д or т, L and l л, д or т by the sound before. What stands in
   * brackets is there between consonants, or, if it is с, between vowels.
   */
  readonly form: string;
  readonly to: State;
  /** Where it can only stand behind a vowel, or only behind a consonant. */
  readonly behind?: 'vowel' | 'consonant' | 'sonorant';
}

function list(to: State, forms: string, behind?: Suffix['behind']): readonly Suffix[] {
  return forms.split(' ').map((form) => ({ form, to, ...(behind && { behind }) }));
}

const PERSON = [...list('person', 'мIн сIң сIз BIз сIңAр сIздAр DIр'), ...list('done', 'BI BIңIз')];
const OWNED = [...list('owned', '(I)м (I)ң (I)ңIз (I)бIз (I)ңAр (I)ңIздAр'), ...list('ownedByOther', '(с)I')];
const CASES = [...list('case', 'NIн NI GA DAн'), ...list('placed', 'DA'), ...list('ownedByOther', 'NIкI')];
/** Persons of the past and of the condition. */
const SHORT_PERSON = [...list('person', 'м ң ңIз к ңAр ңIздAр'), ...list('done', 'BI')];

/** What may follow what, after the grammar of Kyrgyz; a word may end in any state but a wish. */
export const SUFFIXES: Readonly<Record<State, readonly Suffix[]>> = {
  noun: [
    ...list('plural', 'lAр'),
    ...OWNED,
    ...CASES,
    ...list('noun', 'LIк чI LU сIз DAш DAй чIл чAн чA GI (I)рEк рAк LO'),
    ...list('case', 'LAп DAйIн'),
    ...list('verb', 'LA LAш LAн LAт'),
    ...PERSON,
  ],
  plural: [...OWNED, ...CASES, ...list('case', 'чA DAй'), ...PERSON],
  owned: [...CASES, ...list('case', 'A Aн чA DAй', 'consonant'), ...list('case', 'чA DAй'), ...PERSON],
  ownedByOther: [
    ...list('case', 'нIн н нA нAн нчA'),
    ...list('placed', 'нDA'),
    ...list('ownedByOther', 'нIкI'),
    ...list('attribute', 'нDAй'),
    ...PERSON,
  ],
  placed: [...list('attribute', 'гI'), ...PERSON],
  attribute: [...list('plural', 'lAр'), ...OWNED, ...CASES, ...PERSON],
  case: PERSON,
  verb: [
    ...list('verb', '(I)л (I)н (I)ш DIр GIз'),
    ...list('verb', 'т', 'sonorant'),
    ...list('verb', 'Iт Aр Iр GAр', 'consonant'),
    ...list('denied', 'BA'),
    ...list('wish', 'GI'),
    ...list('noun', 'BO'),
    ...list('noun', 'U', 'consonant'),
    ...list('noun', '(I)ш (I)м (I)к GIлIк GIс (I)нDI GAн GIч мA мAк мAкчI чI чW'),
    ...list('noun', 'Aр Eр', 'consonant'),
    ...list('noun', 'р', 'vowel'),
    ...list('past', 'DI'),
    ...list('converb', '(I)п'),
    ...list('present', 'A', 'consonant'),
    ...list('present', 'й', 'vowel'),
    ...list('condition', 'сA'),
    ...list('person', 'GAм GAң GAй'),
    ...list('done', 'сIн сIнчI сIндAр GIлA GIлAчI GIн GIчA GIчAктI GAнчA GAлI GIдAй мAйIн мAйIнчA'),
    ...list('done', '(I)ңIз (I)ң (I)ңIздAр (I)ңIзчI'),
    ...list('done', 'AйIн AйIнчI AйлI AйлIк AлI AлIк AлIчI', 'consonant'),
    ...list('done', 'йIн йIнчI йлI йлIк йлIчI', 'vowel'),
  ],
  denied: [
    ...list('noun', 'GAн с чW'),
    ...list('past', 'DI'),
    ...list('converb', 'п'),
    ...list('person', 'GAм GAң'),
    ...list('present', 'й'),
    ...list('condition', 'сA'),
    ...list('done', 'сIн сIнчI сIндAр GIлA йIнчA GIчA GIдAй йIн йлI йлIк ң ңIз ңIздAр'),
    ...list('noun', 'ш'),
  ],
  past: SHORT_PERSON,
  converb: [
    ...list('person', 'тIр тIрмIн тIрсIң тIрсIз тIрBIз мIн сIң сIз BIз сIңAр сIздAр'),
    ...list('done', 'BI'),
  ],
  present: [...list('person', 'т м мIн сIң сIз BIз сIңAр сIздAр'), ...list('done', 'BI лIк')],
  condition: [...SHORT_PERSON, ...list('done', 'чI')],
  wish: OWNED,
  person: list('done', 'BI чI'),
  done: [],
};

/** How a suffix may be written behind a sound: in one way, or in two where both are heard. */
export function writtenAfter(form: string, sound: Sound): readonly string[] {
  const consonant = sound.end !== 'vowel';
  const bare = form.replace(/\((.)\)/u, (_, letter: string) =>
    (letter === 'с' ? !consonant : consonant) ? letter : '',
  );
  let forms = [''];
  let end = sound.end;
  let { open, closed } = sound;
  for (const letter of bare) {
    const written = letters(letter, { open, closed, end });
    forms = forms.flatMap((before) => written.map((one) => before + one));
    end = 'AIUOEW'.includes(letter) ? 'vowel' : 'пктсшч'.includes(letter) ? 'voiceless' : 'voiced';
    // Behind its own у a suffix has а: "-уучу", "-лууга".
    if (letter === 'A' || letter === 'E') closed = { а: 'ы', е: 'и', о: 'у', ө: 'ү' }[open] ?? closed;
    if (letter === 'I' || letter === 'U') open = { ы: 'а', и: 'е', у: 'а', ү: 'ө' }[closed] ?? open;
    if (letter === 'U') closed = open === 'е' || open === 'ө' ? 'ү' : 'у';
  }
  return forms;
}

function letters(letter: string, { open, closed, end }: Sound): readonly string[] {
  const back = closed === 'ы' || closed === 'у';
  switch (letter) {
    case 'A':
      return [open];
    case 'I':
      return [closed];
    case 'U':
      return [back ? 'уу' : 'үү'];
    case 'W':
      return [back ? 'у' : 'ү'];
    case 'O':
      return [back ? 'оо' : 'өө'];
    case 'E':
      return [open === 'е' ? 'ээ' : open + open];
    case 'D':
      return [end === 'voiceless' ? 'т' : 'д'];
    case 'G':
      return [end === 'voiceless' ? 'к' : 'г'];
    case 'B':
      return [end === 'voiceless' ? 'п' : 'б'];
    case 'N':
      return [end === 'vowel' ? 'н' : end === 'voiceless' ? 'т' : 'д'];
    case 'l':
      return [end === 'vowel' || end === 'glide' ? 'л' : end === 'voiceless' ? 'т' : 'д'];
    case 'L':
      return end === 'vowel' ? ['л'] : end === 'voiceless' ? ['т'] : ['л', 'д'];
    default:
      return [letter];
  }
}
