/**
 * Other names that articles use for a state: adjectives and short forms that mean one country only, by ISO 3166 alpha-3.
 * Capitals are left out: “Beijing said” is a government, “in Beijing” is a place.
 */
const ENTRIES: readonly string[] = [
  'AFG|Afghan', 'ALB|Albanian', 'DZA|Algerian', 'AGO|Angolan', 'ARG|Argentine|Argentinian', 'ARM|Armenian', 'AUS|Australian', 'AUT|Austrian',
  'AZE|Azerbaijani|Azeri', 'BGD|Bangladeshi', 'BLR|Belarusian', 'BEL|Belgian', 'BOL|Bolivian', 'BIH|Bosnia|Bosnian', 'BWA|Batswana', 'BRA|Brazilian',
  'BGR|Bulgarian', 'KHM|Cambodian', 'CMR|Cameroonian', 'CAN|Canadian', 'CPV|Cape Verde', 'TCD|Chadian', 'CHL|Chilean', 'CHN|Chinese|People’s Republic of China|PRC',
  'COL|Colombian', 'CRI|Costa Rican', 'CIV|Ivory Coast|Ivorian', 'HRV|Croatian', 'CUB|Cuban', 'CYP|Cypriot', 'CZE|Czech|Czech Republic', 'COD|DR Congo|DRC',
  'DNK|Danish', 'EGY|Egyptian', 'EST|Estonian', 'SWZ|Swaziland', 'ETH|Ethiopian', 'FIN|Finnish', 'FRA|French', 'GEO|Georgian', 'DEU|German', 'GHA|Ghanaian',
  'GRC|Greek', 'VAT|Vatican', 'HUN|Hungarian', 'ISL|Icelandic', 'IND|Indian', 'IDN|Indonesian', 'IRN|Iranian', 'IRQ|Iraqi', 'IRL|Irish', 'ISR|Israeli',
  'ITA|Italian', 'JAM|Jamaican', 'JPN|Japanese', 'JOR|Jordanian', 'KAZ|Kazakh', 'KEN|Kenyan', 'KWT|Kuwaiti', 'KGZ|Kyrgyz', 'LAO|Lao', 'LVA|Latvian',
  'LBN|Lebanese', 'LBY|Libyan', 'LTU|Lithuanian', 'MYS|Malaysian', 'MLI|Malian', 'MEX|Mexican', 'MDA|Moldovan', 'MNG|Mongolian', 'MAR|Moroccan',
  'MOZ|Mozambican', 'MMR|Burma|Burmese', 'NPL|Nepali', 'NLD|Dutch|Holland', 'NZL|New Zealander', 'NER|Nigerien', 'NGA|Nigerian', 'PRK|DPRK|North Korean',
  'MKD|Macedonian', 'NOR|Norwegian', 'OMN|Omani', 'PAK|Pakistani', 'PSE|Palestinian', 'PER|Peruvian', 'PHL|Filipino|Philippine', 'POL|Polish', 'PRT|Portuguese',
  'QAT|Qatari', 'ROU|Romanian', 'RUS|Russian|Russian Federation', 'RWA|Rwandan', 'SAU|Saudi', 'SEN|Senegalese', 'SRB|Serbian', 'SGP|Singaporean', 'SVK|Slovak',
  'SVN|Slovenian', 'SOM|Somali', 'ZAF|South African', 'KOR|South Korean|Republic of Korea', 'SSD|South Sudanese', 'ESP|Spanish', 'LKA|Sri Lankan', 'SDN|Sudanese',
  'SWE|Swedish', 'CHE|Swiss', 'SYR|Syrian', 'TWN|Taiwanese', 'TJK|Tajik', 'TZA|Tanzanian', 'THA|Thai', 'TLS|East Timor', 'TUN|Tunisian', 'TUR|Turkey|Turkish',
  'TKM|Turkmen', 'UGA|Ugandan', 'UKR|Ukrainian', 'ARE|UAE|Emirati', 'GBR|UK|Britain|British|Great Britain', 'USA|US|U.S.|American|United States of America',
  'URY|Uruguayan', 'UZB|Uzbek', 'VEN|Venezuelan', 'VNM|Viet Nam|Vietnamese', 'YEM|Yemeni', 'ZMB|Zambian', 'ZWE|Zimbabwean',
]

const BY_CODE: ReadonlyMap<string, readonly string[]> = new Map(
  ENTRIES.map((entry) => {
    const [code = '', ...names] = entry.split('|')
    return [code, names]
  }),
)

export function aliasesOfCountry(code: string): readonly string[] {
  return BY_CODE.get(code) ?? []
}
