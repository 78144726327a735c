import { breach, each, type RuleCheck } from '#/lib/istandaarden/rules/rule.ts'

// Rules on addresses and other ways to reach people.

/** TR006: a Contact has a telephone, or a house and postcode. Looks at Contact. */
export const tr006 = each((contact) => {
  const hasAddress = contact.has('Adres', 'Huis') && contact.has('Adres', 'Postcode')
  return contact.has('Telefoon') || hasAddress ? null : breach(contact)
})

const OF_THE_CLIENT = ['01', '02', '03']

/** TR061: a Client can be reached at an address that is not temporary. Looks at each Contact of the Client, and the Client. */
export const tr061: RuleCheck = (found) => {
  let isReachable = false
  return {
    see: (element) => {
      if (element.name !== 'Client') isReachable ||= OF_THE_CLIENT.includes(element.text('Soort') ?? '')
      else {
        if (!isReachable) found(breach(element))
        isReachable = false
      }
    },
  }
}

/** CD005: LandCode and Postcode come together. Looks at Adres. */
export const cd005 = each((address) => {
  const postcode = address.at('Postcode')
  const country = address.at('LandCode')
  if (postcode !== null && country === null) return breach(postcode, 'ontbreekt')
  return postcode === null && country !== null ? breach(country, 'teveel') : null
})

/** CD007: Taal is there for an interpreter of a language, and only then. Looks at Communicatie. */
export const cd007 = each((communication) => {
  const isLanguage = communication.text('Vorm') === '1'
  const language = communication.at('Taal')
  if (isLanguage && language === null) return breach(communication, 'ontbreekt')
  return !isLanguage && language !== null ? breach(language, 'teveel') : null
})

/** CD009: only a temporary address has a Periode. Looks at Contact. */
export const cd009 = each((contact) => {
  const period = contact.at('Periode')
  return period !== null && contact.text('Soort') !== '04' ? breach(period) : null
})

/** CD025: an address in the Netherlands has a house number. Looks at Adres. */
export const cd025 = each((address) =>
  address.text('LandCode') === 'NL' && !address.has('Huis') ? breach(address) : null,
)

/** CD034: the registered address and the place of stay have a Postcode. Looks at Contact. */
export const cd034 = each((contact) => {
  const isNeeded = ['01', '03'].includes(contact.text('Soort') ?? '')
  return isNeeded && !contact.has('Adres', 'Postcode') ? breach(contact.at('Adres') ?? contact) : null
})

const DUTCH_POSTCODE = /^[1-9][0-9]{3}[a-zA-Z]{2}$/

/** CS089: a Postcode in the Netherlands has the Dutch form. Looks at Adres. */
export const cs089 = each((address) => {
  const postcode = address.at('Postcode')
  if (postcode === null || address.text('LandCode') !== 'NL') return null
  return DUTCH_POSTCODE.test(postcode.value) ? null : breach(postcode)
})
