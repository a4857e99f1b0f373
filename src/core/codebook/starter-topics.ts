import type { ChoiceValue } from '../model/codebook.ts'

const rows: readonly (readonly [id: string, name: string, definition: string])[] = [
  ['military', 'Military', 'Armed forces, arms, exercises, fighting and its end.'],
  ['territory', 'Territory', 'Borders, islands, straits, sovereignty, occupation.'],
  ['peacekeeping', 'Peacekeeping', 'Monitors, observers and peace missions.'],
  ['cbrn', 'CBRN', 'Chemical, biological, radiological and nuclear weapons and materials.'],
  ['diplomatic', 'Diplomatic', 'Recognition, embassies, visits, the state of ties as such.'],
  ['economic', 'Economic', 'Budgets, debt, loans, investment, industry, prices, taxes.'],
  ['trade', 'Trade', 'Goods and services across borders, tariffs, dues, sanctions on them.'],
  ['infrastructure', 'Infrastructure', 'Roads, railways, ports, grids, housing.'],
  ['natural_resource', 'Natural resources', 'Oil, gas, minerals, water, fish, forests as resources.'],
  ['environment', 'Environment', 'Climate, pollution, conservation, natural disasters.'],
  ['health', 'Health', 'Medicine, hospitals, epidemics, ambulances.'],
  ['migration', 'Migration', 'Movement of people, borders for people, visas, return.'],
  ['asylum', 'Asylum', 'Refugees, displaced people and their protection.'],
  [
    'human_rights',
    'Human rights',
    'Torture, disappearances, massacres, persecution, and the bodies that look into them.',
  ],
  ['rights_freedoms', 'Rights and freedoms', 'Speech, press, assembly, religion, movement, equality before the law.'],
  ['human_security', 'Human security', 'Food, safety, prisoners, civilians in danger, humanitarian relief.'],
  ['legal', 'Legal', 'Courts, prosecution, extradition, law enforcement, international law.'],
  ['reparations', 'Reparations', 'Compensation, apology and the return of what was taken.'],
  ['political_institutions', 'Political institutions', 'Constitutions, offices, government formation, autonomy.'],
  ['election', 'Elections', 'Elections and referendums, their rules and their observation.'],
  ['education', 'Education', 'Schools, universities, science, culture and exchange.'],
  ['technology', 'Technology', 'Research, space, telecommunications, digital industry.'],
  ['cyber', 'Cyber', 'Attacks on and protection of computer systems, information operations.'],
  ['terrorism', 'Terrorism', 'Terrorist violence and the measures against it.'],
  ['other', 'Other', 'None of these; say what it is in the comment.'],
]

/** What an event is about, after PLOVER’s contexts. */
export const topics: ChoiceValue[] = rows.map(([id, name, definition]) => ({ id, name, definition }))
