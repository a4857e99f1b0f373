/** Signs of money and the ISO 4217 code that each most often means; `$` alone is the US dollar. */
export const CURRENCY_SIGNS: ReadonlyMap<string, string> = new Map([
  ['$', 'USD'], ['us$', 'USD'], ['a$', 'AUD'], ['c$', 'CAD'], ['nz$', 'NZD'], ['hk$', 'HKD'], ['s$', 'SGD'], ['r$', 'BRL'], ['€', 'EUR'], ['£', 'GBP'],
  ['¥', 'JPY'], ['₹', 'INR'], ['₽', 'RUB'], ['₩', 'KRW'], ['₺', 'TRY'], ['₴', 'UAH'], ['₦', 'NGN'], ['₪', 'ILS'], ['₱', 'PHP'], ['₫', 'VND'], ['₸', 'KZT'],
  ['usd ', 'USD'], ['eur ', 'EUR'], ['gbp ', 'GBP'], ['rmb ', 'CNY'], ['cny ', 'CNY'], ['jpy ', 'JPY'], ['chf ', 'CHF'],
])

const MONEY: Readonly<Record<string, string>> = {
  USD: 'usd|dollar|dollars|us dollar|us dollars|u.s. dollars|american dollars',
  EUR: 'eur|euro|euros',
  GBP: 'gbp|pound|pounds|pounds sterling|british pounds',
  JPY: 'jpy|yen|japanese yen',
  CNY: 'cny|rmb|yuan|renminbi|chinese yuan',
  CHF: 'chf|franc|francs|swiss francs',
  INR: 'inr|rupees|indian rupees',
  RUB: 'rub|rouble|roubles|ruble|rubles',
  UAH: 'uah|hryvnia|hryvnias',
  TRY: 'try|lira|liras|turkish lira',
  KRW: 'krw|won',
  AUD: 'aud|australian dollars',
  CAD: 'cad|canadian dollars',
  BRL: 'brl|reais|real',
  SEK: 'sek|swedish kronor|kronor',
  NOK: 'nok|norwegian kroner',
  DKK: 'dkk|danish kroner',
  PLN: 'pln|zloty|zlotys',
  AED: 'aed|dirhams',
  SAR: 'sar|riyals|saudi riyals',
  ILS: 'ils|shekels',
  ZAR: 'zar|rand',
  NGN: 'ngn|naira',
  KES: 'kes|kenyan shillings',
}
const OTHER: Readonly<Record<string, string>> = {
  '%': '%|percent|per cent|percentage points|pct',
  people: 'people|persons|person|men|women|children|refugees|migrants|workers|soldiers|troops|civilians|students|residents|inhabitants',
  items: 'items|pieces|units',
}

/** Words behind a number and the unit that they mean: an ISO 4217 code, `%`, `people` or `items`. */
export const UNIT_WORDS: ReadonlyMap<string, string> = new Map(
  [MONEY, OTHER].flatMap((table) => Object.entries(table).flatMap(([unit, words]) => words.split('|').map((word): [string, string] => [word, unit]))),
)
