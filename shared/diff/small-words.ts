/**
 * Words that tell nothing by themselves: prepositions, postpositions, conjunctions, particles, articles and
 * pronouns of the three languages. One list will do, as a word that is small in one of them is hardly a word in
 * the others.
 */
const SMALL_WORDS: ReadonlySet<string> = new Set(
  [
    'а без более бы был была были было быть в во вот все всё да для до ещё же за и из из-за или их к как ко ли на',
    'над не него нет ни но о об однако он она они оно от перед по под при про с со так также то того тоже у уже',
    'хотя чем через что чтобы эта эти это этот его её который которая которое которые',
    'аны ал анын алар алардын ар ары бар бери бир биз бирок болгон болуп боюнча бул да дагы деген деп дейт жана',
    'же жок катары кийин кылып менен мурда ошол ошондой сыяктуу тууралуу үчүн чейин эле эмес экен ээ',
    'a an and are as at be been but by for from had has have he her his if in is it its nor not of on or over she',
    'so than that the their them then there they this to under was were which while who will with would',
  ]
    .join(' ')
    .split(' '),
);

/** Whether a word, in whatever case, only joins others. */
export function isSmallWord(word: string): boolean {
  return SMALL_WORDS.has(word.toLowerCase());
}
