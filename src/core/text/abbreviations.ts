/*
 * The segmenter ends a sentence at every full stop that capitals follow. These are the words after which it is wrong,
 * without their last full stop. What is written with a capital here must have one in the text: "ill." is not "Ill."
 */
function words(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/).filter(Boolean))
}

/** Nothing ends with these: titles, and words that introduce something. */
const NEVER_LAST = words(`
  Mr Mrs Ms Mx Dr Prof Rev Fr Hon Ste Gov Lt-Gov Sen Rep Reps Sens Pres Amb Gen Lt Col Maj Capt Cmdr Cdr Adm Sgt Cpl
  Pvt Brig Insp Supt Messrs Mme Mmes Mlle Hr Sra Srta Dra Cía vs v cf e.g i.e viz approx ca z.B d.h bzw ggf vgl p.ex`)

/** They abbreviate when a number follows; "no." is otherwise a word. */
const BEFORE_NUMBER = words(`
  no nos nr num art arts sec secs fig figs vol vols ch para paras pt p pp cl reg resp bd abs ziff jan feb mar
  apr jun jul aug sep sept oct nov dec`)

/** A sentence may end with these; it does when a usual opening word follows. */
const MAYBE_LAST = words(`
  Jr Sr Inc Ltd Co Cos Corp Bros Univ Dept Dist Assn Ave Blvd Rd Mt Ft St Ph.D etc est al a.m p.m plc
  Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun Jan Feb Aug Sept Oct Nov Dec
  Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Mass Md Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Penn
  Tenn Tex Va Vt Wash Wis Wyo`)

const OPENERS = words(`
  the a an this that these those it its he she they we i you there here his her their our my in on at by for
  from with without after before during since until while when where if as but and or so yet however meanwhile
  although though because both all some many most several no not under over what who why how`)

const LAST_WORD = /(?<![\p{L}\p{N}\p{M}])([\p{L}\p{M}](?:[\p{L}\p{M}.-]*[\p{L}\p{M}])?)\.$/u
const INITIALS = /^\p{Lu}\p{M}*(?:\.\p{Lu}\p{M}*)*$/u
const NEXT_WORD = /^["'“‘„«(]*([\p{L}\p{M}’']+)/u

/** Longest stretch before a break that is looked at, UTF-16 units. */
export const ABBREVIATION_REACH = 24

/**
 * Whether the full stop at the end of `before` abbreviates rather than ends a sentence. `before` ends with the last
 * character that is not blank (a few words are enough); `after` begins with the first one.
 */
export function isAbbreviation(before: string, after: string): boolean {
  const last = LAST_WORD.exec(before)?.[1]
  if (last === undefined) return false
  const lower = last.toLowerCase()
  const isListed = (list: ReadonlySet<string>): boolean => list.has(last) || list.has(capitalised(last, lower))
  const isInitial = INITIALS.test(last)
  if (isListed(NEVER_LAST) && !isInitial) return true
  if (BEFORE_NUMBER.has(lower) && /^[\p{N}§]/u.test(after)) return true
  if (!isListed(MAYBE_LAST) && !isInitial) return false
  const next = NEXT_WORD.exec(after)?.[1]?.toLowerCase()
  return next === undefined ? /^\p{N}/u.test(after) : !OPENERS.has(next)
}

/** `MR` as `Mr`: text in capitals abbreviates too. */
function capitalised(word: string, lower: string): string {
  return word.charAt(0) + lower.slice(1)
}
