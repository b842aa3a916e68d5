/**
 * The words of other languages' desks for copy that is taken back, a row a language. The sentences that are
 * made of them stand in order-tongues.ts.
 */

/** Alternatives of one language, as parts of expressions that ignore case. */
export type Tongue = {
  /** what only agencies call so, or what nobody else takes back */
  readonly noun: string;
  /** what copy is called beside other things: with "this", an id or a quoted title it is copy */
  readonly loose: string;
  readonly this: string;
  /** the label or the deed as a noun: "Rückzug", "annulation" */
  readonly deed: string;
  readonly gone: string;
  readonly is: string;
  /** who takes it back, when it is not the desk */
  readonly by: string;
  /** "wir ziehen", "annulez", "se anula" */
  readonly takes: string;
  /** behind the name of the agency: "annule", "zieht" */
  readonly agencyTakes: string;
  readonly please: string;
  readonly unused: string;
};

/** Every language but English, which orders.ts reads. */
export const TONGUES: readonly Tongue[] = [
  {
    noun: 'd[ée]p[êe]ches?|alertes?|flash|urgents?',
    loose: 'articles?|papiers?|textes?|informations?|communiqués?|versions?|notes?',
    this: 'cet(?:te)?|ces?|notre|nos',
    deed: 'annulation|retrait|suppression',
    gone: 'annul[ée]e?s?|retir[ée]e?s?|supprim[ée]e?s?|caduc|caduque',
    is: 'est|sont|a été|ont été|doit être|doivent être',
    by: 'par',
    takes: 'annul(?:ons|ez)|retir(?:ons|ez)|supprim(?:ons|ez)|annuler|retirer|supprimer',
    agencyTakes: 'annule|retire|supprime|a annulé|a retiré',
    please:
      "(?:prière|merci|veuillez|il convient|nous vous (?:prions|demandons)) (?:bien vouloir |de |d['’])?",
    unused:
      'ne (?:pas|plus|surtout pas) (?:utiliser|publier|diffuser|reprendre|exploiter|mettre en ligne|tenir compte)',
  },
  {
    noun: 'meldungen|meldung|eilmeldung|kurzmeldung|pressemitteilung',
    loose: 'bericht|text|artikel|beitrag|fassung|zusammenfassung|korrespondentenbericht|interview',
    this: 'diesen|dieser|diese|dieses|dieser|unsere?[nr]?|obige[nr]?|vorstehende[nr]?|folgende[nr]?',
    deed: 'rückzug|rueckzug|zurückziehung|annullierung|storno|stornierung|löschung|sperrung',
    gone: 'zurückgezogen|annulliert|storniert|gestrichen|gelöscht|hinfällig|gesperrt',
    is: 'wird|werden|wurden?|ist|sind',
    by: 'vom?|durch',
    takes:
      'wir (?:ziehen|annullieren|stornieren|streichen|löschen)|(?:ziehen|löschen|streichen) sie',
    agencyTakes: 'zieht|annulliert|storniert|streicht',
    please: '(?:bitte |wir bitten(?: sie)?,? )',
    unused:
      '(?:nicht|keinesfalls)(?: mehr| weiter| länger)?(?: zu)? (?:verwenden|verwendet|veröffentlichen|veröffentlicht|senden|gesendet|benutzen|nutzen|publizieren|drucken|verbreiten|weiterverbreiten)',
  },
  {
    noun: 'noticias?|despachos?|teletipos?|cables?|despacho',
    loose: 'notas?|informaci(?:ón|ones)|textos?|artículos?|crónicas?|avances?',
    this: 'est[ae]s?|nuestr[ao]s?|dich[ao]s?',
    deed: 'anulación|retirada|retiro|eliminación',
    gone: 'anulad[ao]s?|retirad[ao]s?|eliminad[ao]s?|sin efecto',
    is: 'queda|quedan|ha sido|han sido|está|están|fue',
    by: 'por',
    takes: 'se (?:anula|retira|elimina)|anul(?:en|amos)|retir(?:en|amos)|elimin(?:en|amos)',
    agencyTakes: 'anula|retira|ha anulado|ha retirado',
    please: '(?:por favor,?|rogamos|se ruega|les rogamos|pedimos|favor de) ',
    unused:
      'no (?:usar|utilizar|publicar|difundir|emitir|tener en cuenta|usen|utilicen|publiquen|difundan|emitan|tengan en cuenta)',
  },
  {
    noun: 'notizi[ae]|lanci?o|dispacci?o?|flash',
    loose: 'not[ae]|test[oi]|articol[oi]|pezz[oi]|servizi?o?',
    this: 'quest[aoei]|la nostra|il nostro|la precedente|il precedente',
    deed: 'annullamento|ritiro|cancellazione',
    gone: 'annullat[aoei]|ritirat[aoei]|cancellat[aoei]|da annullare|da non utilizzare',
    is: 'è|sono|è stat[ao]|va|si intende|considerarsi|considerare',
    by: 'da|dal|dalla',
    takes: 'annull(?:are|ate|iamo)|ritiriamo|eliminate|si annulla',
    agencyTakes: 'annulla|ritira|ha annullato|ha ritirato',
    please: '(?:si prega di|pregasi|vogliate|preghiamo di) ',
    unused: 'non (?:utilizzare|usare|pubblicare|diffondere|(?:tener|tenere) conto|considerare)',
  },
  {
    noun: 'notícias?|matérias?|reportage(?:m|ns)|despachos?',
    loose: 'notas?|textos?|artigos?|informação',
    this: 'est[ae]s?|ess[ae]s?|noss[ao]s?',
    deed: 'anulação|cancelamento|retirada',
    gone: 'anulad[ao]s?|cancelad[ao]s?|retirad[ao]s?|sem efeito',
    is: 'foi|foram|está|é|fica|ficam',
    by: 'por|pelo|pela',
    takes: 'anul(?:ar|em|amos)|retiramos|desconsider(?:em|ar)|cancel(?:ar|em|amos)',
    agencyTakes: 'anula|retira|cancela|anulou|retirou',
    please: '(?:por favor,?|favor|pedimos que|solicitamos que) ',
    unused:
      'não (?:usar|utilizar|publicar|divulgar|veicular|usem|utilizem|publiquem|divulguem|considerar)',
  },
  {
    noun: 'berichten|bericht|nieuwsbericht|persbericht',
    loose: 'artikel|verhaal|tekst|versie',
    this: 'dit|deze|ons|onze|bovenstaand|het',
    deed: 'intrekking|annulering',
    gone: 'ingetrokken|geannuleerd|vervallen',
    is: 'is|zijn|wordt|worden|werd',
    by: 'door',
    takes: 'wij trekken|trek|annuleer|intrekken',
    agencyTakes: 'trekt|annuleert',
    please: '(?:gelieve|u wordt verzocht|wilt u|verzoeke) ',
    unused: 'niet(?: meer)?(?: te)? (?:gebruiken|publiceren|plaatsen|verspreiden|uitzenden)',
  },
  {
    noun: 'telegram(?:met)?|nyhetstext(?:en)?|meldingen|notis(?:en)?',
    loose:
      'text(?:en)?|artik(?:el|eln|len|lar|kelen)|artikkelen|nyhet(?:en)?|nyhed(?:en)?|sak(?:en)?|histori(?:e|en)|melding',
    this: 'denna|detta|denne|dette|vår|vores|saken|texten|historien|artikeln|artikkelen|nyheten|nyheden',
    deed: 'återkallelse|annullering|tilbaketrekking|tilbagetrækning',
    gone: 'tillbaka|tillbakadragen|makulerad|återkallad|annulleret|annullert|tilbakekalt|trukket(?: tilbake)?|trukket|tilbage',
    is: 'dras|är|har blivit|er|bliver|er blevet|trekkes|trækkes|skal|utgår|udgår',
    by: 'av|af',
    takes: 'vi (?:drar tillbaka|trekker|trækker|annullerer|makulerar)|makulera|stryk|slett|træk',
    agencyTakes: 'drar tillbaka|trekker|trækker|annullerer|har annulleret',
    please: '(?:vänligen|vennligst|venligst|var god) ',
    unused:
      '(?:(?:använd|publicera|bruk|brug|publiser|publicer|benyt) (?:ikke|inte)|(?:ikke|inte) (?:bruk|bruke|brug|bruges|brukes|benyt|benyttes|användas|använda|publiser|publisere|publiseres|publicer|publicere|publiceres|publiceras|publicera))',
  },
  {
    noun: 'depesz[aęy]|materiał(?:u)?',
    loose: 'informacj[aęi]|wiadomoś(?:ć|ci)|tekst(?:u)?',
    this: 't[aęe]j?|tego|nasz[aąej]{1,2}',
    deed: 'anulowanie|anulacja|wycofanie',
    gone: 'anulowan[aey]|wycofan[aey]|nieaktualn[aey]',
    is: 'zostaje|została|jest|zostały|został',
    by: 'przez',
    takes: 'anulujemy|wycofujemy|prosimy anulować|prosimy wycofać',
    agencyTakes: 'anuluje|wycofuje',
    please: '(?:prosimy o|prosimy|prosi się o) ',
    unused:
      '(?:nie (?:wykorzystywać|publikować|używać|rozpowszechniać)|niewykorzystywanie|niepublikowanie|nieużywanie)',
  },
  {
    noun: 'сообщени[ея]|новост[ьи]|молни[яию]',
    loose: 'материал(?:а)?|текст(?:а)?|заметк[аиу]|информаци[яию]',
    this: 'это|эт[ауои]й?|данн(?:ое|ый|ую)|наш[еау]?|предыдущ(?:ее|ая|ую|ий)',
    deed: 'аннулирование|аннуляция|отзыв|снятие',
    gone: 'аннулирован[оаы]?|отозван[оаы]?|снят[оаы]?(?: с ленты)?|недействительн(?:о|а|ым|ой)',
    is: '—|-|было|была|был|считать|является',
    by: 'по решению',
    takes: 'аннулируем|отзываем|снимаем|просим (?:считать|аннулировать|снять|удалить)',
    agencyTakes: 'аннулирует|отзывает|снимает|отозвало|аннулировало',
    please: '(?:просим|просьба|пожалуйста,?) ',
    unused: 'не (?:использовать|публиковать|передавать|распространять|выпускать)',
  },
  {
    noun: 'zpráv[auy]|správ[auy]',
    loose: 'text(?:u)?|člán(?:ek|ok|ku)|material',
    this: 't[ua]to|tuto|t[eé]to|naši',
    deed: 'zrušení|storno|stažení|stiahnutie|zrušenie',
    gone: 'zrušen[aoy]?|zrušená|ruší|stažen[aoy]?|stiahnut[áéý]|neplatn[áéý]',
    is: 'je|byla|bola|se|sa',
    by: 'ze strany',
    takes: 'rušíme|stahujeme|sťahujeme|zrušte|se ruší|sa ruší',
    agencyTakes: 'ruší|stahuje|sťahuje',
    please: '(?:prosím,?|prosíme,?|žádáme) ',
    unused: '(?:prosíme? )?(?:nepoužív|nepublik|nezveřej|nevydáv|nezverej)\\p{L}*',
  },
  {
    noun: 'haber(?:i|imiz)?',
    loose: 'metin|metni|geçtiğimiz haber',
    this: 'bu',
    deed: 'iptali?|haber iptali|geri çekme',
    gone: 'iptal(?: edil\\p{L}*)?|geri çekil\\p{L}*|geçersiz\\p{L}*',
    is: '',
    by: 'tarafından',
    takes: 'iptal ediyoruz|geri çekiyoruz',
    agencyTakes: 'iptal etti|geri çekti',
    please: '(?:lütfen) ',
    unused: '(?:kullanmay|yayınlamay|yayımlamay|kullanılmama|yayınlanmama|yayımlanmama)\\p{L}*',
  },
  {
    noun: 'uuti(?:nen|sen|sta)|sähke',
    loose: 'jut(?:tu|un|tua)|teksti[äaä]?',
    this: 'tämä|tämän|tätä|edellinen',
    deed: 'peruutus',
    gone: 'peruttu|perutaan|vedet(?:ty|ään)(?: pois)?',
    is: 'on|',
    by: '',
    takes: 'perumme|perukaa|vedämme pois',
    agencyTakes: 'peruu|vetää pois',
    please: '(?:pyydämme,?|olkaa hyvä ja) ',
    unused: '(?:älkää|ei saa|älä) (?:käyttä|julkais)\\p{L}*',
  },
  {
    noun: 'hírünket|hírt|híre?|tudósítás(?:t|unkat)?',
    loose: 'anyag(?:ot)?|cikk(?:et)?|szöveg',
    this: 'ez a|ezt a|az előző|a fenti',
    deed: 'visszavonás|törlés',
    gone: 'visszavon(?:va|t|ták|juk)|töröl(?:ve|t|ték|jük)|érvénytelen',
    is: '',
    by: '',
    takes: 'visszavonjuk|töröljük',
    agencyTakes: 'visszavonja|törli',
    please: '(?:kérjük,?) ',
    unused: '(?:ne (?:használják|közöljék|jelentessék)|nem (?:használható|közölhető))',
  },
];

/** What copy is called in any of the languages. */
export const COPY_NOUNS = TONGUES.map(({ noun, loose }) => `${noun}|${loose}`).join('|');
