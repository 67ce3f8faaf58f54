import { perLanguage, type Language, type PerLanguage } from '../model/language';
import { remember } from './remember';
import type { Span } from './sentences';

/** A word that denies, or may do so. */
export interface Negation extends Span {
  /** Whether it says "not" for certain; else it is a word with a negative meaning, or one used in a set phrase. */
  readonly certain: boolean;
  /** What a word with a negative meaning says: "запрещает", "тыюу", "bans"; null for others. */
  readonly sense: Sense | null;
}

/** Words that all three languages have for denying something without "not". */
const SENSES = {
  forbid: /^(?:запре|тыюу|тыйы|ban|prohibit|forb)/,
  refuse: /^(?:отказ|откаж|тарт|refus|declin|reject)/,
  deny: /^(?:отриц|опров|төгүн|танд|den[yi])/,
  exclude: /^(?:исключ|чыгар|exclu)/,
  stop: /^(?:прекра|останов|перест|токто|stop|halt|ceas)/,
  close: /^(?:закры|жаб|clos|shut)/,
  lose: /^(?:потеря|утрат|лиш|жогот|жогол|айрыл|los[ets])/,
  wait: /^(?:жд|ожида|күт|wait|await)/,
  only: /^(?:только|лишь|гана|only)$/,
} as const;

type Sense = keyof typeof SENSES;

function senseOf(word: string): Sense | null {
  for (const [sense, pattern] of Object.entries(SENSES)) if (pattern.test(word)) return sense as Sense;
  return null;
}

/**
 * A verb denied by the suffix -ба- with what may follow it: барбайт, келбеген, болбоду, айтпастан, келбеши,
 * көрбөө. It has п after voiceless consonants only, and the stem before it at least two letters, which leaves out тайпа
 * and себеп.
 */
const KYRGYZ_VERB =
  /^\p{L}+(?:[аеёоөыиуүэюяйлрнмңзгв]б|[кптсшчхфщц]п)(?:[аеоө](?:ң[ыиуү]з(?:д[аеоө]р)?|й(?:т|м|с|б|ын)\p{L}*|г[аеоө]н\p{L}*|г[ыиуү]л[аеоө]|с(?:т[аеоө]н|[ыиуү]н\p{L}*|[аеоө]\p{L}*)?|д[ыиуү](?:м|к|ң|ң[ыиуү]з|л[аеоө]р|ң[аеоө]р)?|ш[ыиуү]\p{L}*)|(?:оо|өө)(?!р)\p{L}*)$/u;

/** The same as a converb: "not doing"; what another language puts without a "not", unless a finite verb follows. */
const KYRGYZ_CONVERB = /^\p{L}+(?:[аеёоөыиуүэюяйлрнмңзгв]б|[кптсшчхфщц]п)[аеоө]й$/u;
const FINITE = /^\s+(?:жат|кел|тур|кал|жүр|эле)/u;

/** Words that look like one. */
const NO_KYRGYZ_VERB =
  /^(?:күтүлбөгөн|долбоор|көбөй(?![тү]?[бп][өо])|аяба|чарба|собой|унчукпа|(?:он|жүз|миң|түмөн)баш)/u;

const CERTAIN: PerLanguage<RegExp> = {
  ru: /^(?:не|нет|нету|нельзя|без|никогда|никто|никого|никому|никем|ничто|ничего|ничему|ничем|нигде|никуда|никак|никакой|никакая|никакие|никаких|никакого|никакую|ни)$/u,
  ky: /^(?:эмес\p{L}*|жок(?:пу|мун|сун|буз|пуз|суз|суздар|тугу\p{L}*|тур)?|элек(?:пиз|сиз|мин|сиң|ти|тир)?)$/u,
  en: /^(?:not|cannot|no|never|without|nobody|nothing|none|neither|nor|nowhere|\p{L}+n['’]t)$/u,
};

/** Words by which a language says without a "not" what another says with one, or the other way round. */
const POSSIBLE: PerLanguage<RegExp> = {
  ru: /^(?:не(?!обход|давн|смотря|котор|дел|фт|мец|мк|скольк|кто|что|бо|рв|йтр|вест)\p{L}{3,}|бес\p{L}{3,}|без\p{L}{3,}|(?:про|у|за)?молч\p{L}*|отклон\p{L}*|опрове\p{L}*|отме[нн]\p{L}*|сорва[лнт]\p{L}*|против\p{L}*|старый|стар(?:ая|ое|ые|ого|ой)|лишь|отка[зж]\p{L}*|отсутств\p{L}*|запре[тщ]\p{L}*|отверг\p{L}*|отрица\p{L}*|опроверг\p{L}*|лиш\p{L}*|вряд|едва|мало|кроме|помимо|иначе|пока|избе[гж]\p{L}*|предотвра\p{L}*|прекра[тщ]\p{L}*|переста[лвю]\p{L}*|провал\p{L}*|только|вместо|исключ\p{L}*|потеря\p{L}*|утрат\p{L}*|редко|слишком|исчез\p{L}*|менее|меньше|прежде|воздерж\p{L}*|удерж\p{L}*|закры\p{L}*|останов\p{L}*|уклон\p{L}*|пропус[кт]\p{L}*|освобо\p{L}*|нулев\p{L}*|вне|жд(?:ать|[её]т|ут|ал\p{L}*)|ожида\p{L}*)$/u,
  ky: /^(?:\p{L}{3,}с[ыиуү]з\p{L}*|унчук\p{L}*|төгүн\p{L}*|танд[ыа]\p{L}*|эски\p{L}*|каршы\p{L}*|үзгүл\p{L}*|тый\p{L}*|тыю\p{L}*|тарт\p{L}*|четке|араң|гана|тескерисинче|аз|башка|калган|качан\p{L}*|токто\p{L}*|жогол\p{L}*|чейин|сейрек|өтө|ордуна|мурун|айрыл\p{L}*|кем|жабы\p{L}*|жап\p{L}*|болбосо|\p{L}+г[ыи]ча|качты|кач[ау]\p{L}*|кутул\p{L}*|терс|тоск\p{L}*|бөгөт\p{L}*|бошот\p{L}*|күтүлбөгөн\p{L}*|тышкары|күт(?:үп|көн|үү|өт|түү?)\p{L}*|\p{L}+[бп][аеоө]й)$/u,
  en: /^(?:un(?!der|it|iver|ion|til|less)\p{L}{3,}|in(?:ability|valid|visible|sufficient|capable|correct|accurate|adequate|complete|effective|definite\p{L}*|evitabl\p{L}+|significant)|im(?:possible|perfect|mature|mobile)\p{L}*|il(?:legal|literate)\p{L}*|ir(?:regular|relevant|responsible)\p{L}*|dis(?!cuss|tric|tanc|covered|play)\p{L}{4,}|non\p{L}*|\p{L}{3,}less\p{L}*|fail\p{L}*|refus\p{L}*|den(?:y|ies|ied|ying|ial)|reject\p{L}*|prevent\p{L}*|avoid\p{L}*|stop\p{L}*|lack\p{L}*|absen\p{L}+|few|fewer|little|hardly|barely|scarcely|rarely|seldom|unless|until|except|instead|rather|beyond|bans?|bann\p{L}*|prohibit\p{L}*|forbid\p{L}*|too|only|but|miss|missed|missing|los[et]\p{L}*|loss|away|free|otherwise|lest|yet|any\p{L}*|ever|either|cease\p{L}*|clos(?:e|ed|ing)|exclu\p{L}*|abandon\p{L}*|zero|short|ignor\p{L}*|skip\p{L}*|withhold\p{L}*|doubt\p{L}*|wrong\p{L}*|though|reluctan\p{L}*|down|declin\p{L}*|silent\p{L}*|silence|old|against|opposed?|cancel\p{L}*|wait\p{L}*|await\p{L}*|out(?:side)?)$/u,
};

/** Set phrases with a "not" that other languages put otherwise. */
const PHRASES: PerLanguage<RegExp> = {
  ru: /(?<!\p{L})(?:не (?:единственн\p{L}*|перв\p{L}*|последн\p{L}*|только|просто|менее|более|больше|меньше|раз|без|столько|один|одна|так|совсем|очень|случайно|зря|говоря|считая)|тем не менее|чуть(?: было)? не|едва не|пока не|если не|нельзя не|не мог\p{L}* не|не исключ\p{L}*|не нов\p{L}*|не стар\p{L}*|чтобы не|не допус\p{L}*|не прочь|не сразу|не хуже|не позже|не позднее|не ранее|не раньше|не выше|не ниже|не против|не обошлось|ничуть не|\p{L}+ бы (?:то )?ни|во что бы то ни|ни (?:один|одного|одной|одна|разу)|без (?:сомнения|исключения|того)|нет сомнени\p{L}*|или нет|ли не|не правда|потому что не)(?!\p{L})/giu,
  ky: /(?<!\p{L})(?:(?:гана|эле) эмес|кечиктирбей|токтобой|тынбай|көз каранды эмес|жашы жете элек\p{L}*|кем эмес|жок дегенде|жок эле дегенде|жок кыл\p{L}*|жок бол\p{L}*|жокко|бар[ -]жок|эмес бекен|эмеспи|шек(?:сиз| жок)|карабай|карабастан|болбосун|болбой калды|\p{L}+[бп][аеоө]й (?:эле )?койбо\p{L}*|\p{L}+[аеоөыиуү]р(?:[ыиуү]н)?(?:-| же )\p{L}+[бп][аеоө]с\p{L}*)(?!\p{L})/giu,
  en: /(?<!\p{L})(?:not (?:only|just|merely|simply|least|too|so|very|quite|even|yet|all|every\p{L}*|long|far|until|to mention)|no (?:longer|doubt|matter|sooner|less|more|fewer|one else|wonder|question)|nothing but|none other|whether or not|or not|if not|why not|no\.(?=\s?[\d№])|nos\.|couldn['’]t (?:ask|agree|be|have)|can(?:not|['’]t) (?:wait|help|but)|not (?:before|later|earlier)(?: than)?|not rule|not new|not opposed|not until|not to say|not for nothing|without doubt|no \d+)(?!\p{L})/giu,
};

/** Longer ones are no words; it also bounds the time the patterns can take. */
const LONGEST = 40;

const WORD = /\p{L}[\p{L}\p{M}’']*/gu;

/**
 * Words that deny something, in order: не, без, никто; not, n't, without; эмес, жок and verbs with -ба-. Only those
 * that are certain say that something is denied; the others only that it may be.
 */
export function negationsIn(text: string, language: Language): readonly Negation[] {
  const phrases = [...text.matchAll(PHRASES[language])].map(({ 0: found, index }) => ({
    start: index,
    end: index + found.length,
  }));
  let phrase = 0;
  const found: Negation[] = [];
  for (const { 0: spelled, index: start } of text.matchAll(WORD)) {
    const end = start + spelled.length;
    const word = spelled.toLowerCase();
    while ((phrases[phrase]?.end ?? Infinity) <= start) phrase += 1;
    const inPhrase = (phrases[phrase]?.start ?? Infinity) <= start;
    const kind = kindOf[language](word);
    const certain = kind === 'certain' || (kind === 'converb' && FINITE.test(text.slice(end, end + 10)));
    // "Ain’t It So" is a title.
    const isTitle =
      language === 'en' &&
      /^\p{Lu}/u.test(spelled) &&
      start > 0 &&
      !/[.!?“"‘(—–-]\s*$/.test(text.slice(0, start).slice(-4));
    const sense = certain || kind === 'none' ? null : senseOf(word);
    if (certain) found.push({ start, end, certain: !inPhrase && !isTitle, sense });
    else if (kind !== 'none') found.push({ start, end, certain: false, sense });
  }
  return found;
}

/** What a word in lower case says by itself; a converb denies where a finite verb follows. */
type Kind = 'certain' | 'converb' | 'possible' | 'none';

/** Words to be remembered: those of a long article, not of a book. */
const MOST_WORDS = 20_000;

const kindOf = perLanguage((language) =>
  remember(MOST_WORDS, (word): Kind => {
    if (word.length > LONGEST) return 'none';
    if (CERTAIN[language].test(word)) return 'certain';
    const verb = language === 'ky' && !NO_KYRGYZ_VERB.test(word);
    if (verb && KYRGYZ_VERB.test(word)) return 'certain';
    if (verb && KYRGYZ_CONVERB.test(word)) return 'converb';
    return POSSIBLE[language].test(word) ? 'possible' : 'none';
  }),
);
