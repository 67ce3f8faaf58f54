/** Longer paragraphs are always article text: no remark of a page to its readers is longer. */
const LONGEST = 220;

const FURNITURE: readonly RegExp[] = [
  // who owns it and how to quote it
  /^(©|\(c\)\s|copyright\b|все права защищены|бардык укуктар корголгон|all rights reserved)/i,
  /^(please )?(make|include|provide) (an )?active (hyper)?links? to the source/i,
  /^при (использовании|цитировании|перепечатке) материалов?.*(ссылк|источник)/i,
  /^материал(дар)?ды (колдонууда|пайдаланууда|колдонгондо|пайдаланганда).*(шилтеме|булак)/i,
  // mistakes
  /ctrl ?\+ ?enter/i,
  /^(spelling error report|report a (typo|mistake|spelling error))$/i,
  /^the following text will be sent to our editors:?$/i,
  /^сообщить об (орфографической )?(ошибке|опечатке)$/i,
  /^текст, который будет отправлен (нашим )?редактор(ам|у):?$/i,
  /^(орфографиялык )?ката (жөнүндө|тууралуу) (билдирүү|кабарлоо)$/i,
  /^биздин редактор(лор)?го (төмөнкү|ушул) текст жөнөтүлөт:?$/i,
  // follow, subscribe, share
  /^(please )?(follow|like|join|find) us\b/i,
  /^subscribe( to (our|the)\b|$)/i,
  /^(подпи(шитесь|сывайтесь|саться)( на|$)|следите за нами|мы в (социальных сетях|соцсетях|telegram|facebook|instagram|linkedin))/i,
  /^(бизге|биздин .*(каналга|баракчага|баракчабызга)) (жазылыңыз|кошулуңуз)/i,
  /^бизди .*(окуңуз|ээрчиңиз|көрүңүз)\.?$/i,
  /^(share( (this|on|via|with)\b.*)?|поделиться( .*)?|бөлүшүү|бөлүшүңүз):?$/i,
  // what else there is to read
  /^(read|see) (also|more|next):?$/i,
  /^(related|recommended|popular|latest) (articles|posts|stories|news|materials)?:?$/i,
  /^(читайте|смотрите) (также|ещё|еще|по теме|далее)(:|$)/i,
  /^(похожие|другие|последние|популярные) (статьи|материалы|новости):?$/i,
  /^(дагы|ошондой эле|тема боюнча) (окуңуз|окуңуздар|караңыз)(:|$)/i,
  /^(окшош|акыркы|башка) (макалалар|материалдар|жаңылыктар):?$/i,
  // advertising
  /^(advertisement|advertising|sponsored( content)?|реклама|на правах рекламы|жарнама)$/i,
  // cookies
  /(\bcookies?\b|файлы куки|кукилерди|куки файлдарды).*(use|accept|agree|consent|использ|соглас|колдон|макул)/i,
  /(use|accept|agree|consent|используе|соглас|колдон|макул).*(\bcookies?\b|файлы куки|кукилерди|куки файлдарды)/i,
  // words on buttons
  /^(menu|search|home|print|log ?in|sign in|close|accept( all)?|reject( all)?|comments?|leave a (comment|reply)|back to top|skip to (main )?content)$/i,
  /^(меню|поиск|главная|на главную|печать|распечатать|войти|закрыть|принять|отклонить|комментарии|оставить комментарий|наверх|перейти к содержанию)$/i,
  /^(издөө|башкы бет|басып чыгаруу|кирүү|жабуу|кабыл алуу|комментарийлер|пикир калтыруу|жогору|мазмунга өтүү)$/i,
];

/**
 * Whether a short paragraph is what a web site says around its articles, in Russian, Kyrgyz or English ("Follow
 * us on LinkedIn"). Only proposes: such a paragraph is shown unticked before the import, never dropped.
 */
export function isFurniture(text: string): boolean {
  return text.length <= LONGEST && FURNITURE.some((pattern) => pattern.test(text));
}
