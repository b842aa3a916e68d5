/** Names that copy writes in several ways, each line the same thing: short and long, old and new. */
export const EQUIVALENTS: readonly (readonly string[])[] = `
UN|U.N.|United Nations
EU|E.U.|European Union
US|U.S.|USA|United States
UK|U.K.|United Kingdom|Britain
AU|African Union
Fed|Federal Reserve
WHO|World Health Organization|World Health Organisation
DPRK|North Korea|Democratic People's Republic of Korea|Democratic People’s Republic of Korea
ISIS|ISIL|Islamic State
Kyiv|Kiev
Kharkiv|Kharkov
Odesa|Odessa
Lviv|Lvov
Chornobyl|Chernobyl
Mumbai|Bombay
Chennai|Madras
Kolkata|Calcutta
Bengaluru|Bangalore
Beijing|Peking
Yangon|Rangoon
Myanmar|Burma
Turkey|Türkiye
Czech Republic|Czechia
Eswatini|Swaziland
Ivory Coast|Côte d'Ivoire|Côte d’Ivoire|Cote d'Ivoire
East Timor|Timor-Leste
Cape Verde|Cabo Verde
Mazar-i-Sharif|Mazar-e-Sharif
Gaddafi|Qaddafi|Gadhafi|Kadhafi|Gadafi
Zelensky|Zelenskiy|Zelenskyy
Hezbollah|Hizbollah|Hizbullah
Al Qaeda|Al-Qaeda|al-Qaida
Tchaikovsky|Chaikovsky
`
  .trim()
  .split('\n')
  .map((line) => line.split('|'));
