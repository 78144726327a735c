const list = (codes: string): readonly string[] => codes.split(' ')

// The codes that the schemas of release 3.2 enumerate, named after the data type that uses them.
export const aanduidingWoonadres = list('AB BY TO WW')
export const adresSoort = list('01 02 03 04')
export const communicatievorm = list('1 2 3')
export const datumGebruik = list('1 2 3')
export const debetCredit = list('C D')
export const eenheid = list('01 04 14 16 82 83 84')
export const frequentie = list('1 2 4 6')
export const geslacht = list('0 1 2')
export const jaNee = list('1 2')
export const juridischeStatus = list('01 02 03 04 05 11 12')
export const landCode = list(
  'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW',
)
export const naamGebruik = list('1 2 3 4 5 6')
export const productCategorie = {
  iwmo: list('01 02 03 04 05 06 07 08 09 10 11 12 13 14 15 16 17 18'),
  ijw: list('31 32 33 34 35 36 37 38 40 41 42 43 44 45 46 47 48 49 50 51 52 53 54 55'),
}
export const redenAfwijzingVerzoek = list('1 2 3 4 5 6 7 8 9')
export const redenBeeindiging = {
  iwmo: list('02 19 20 21 22 23 31 36 37 38 39'),
  ijw: list('02 20 31 32 33 34 35 36 37 38 39'),
}
export const redenVerzoek = list('1 2')
export const redenWijziging = list('01 02 03 04 05 06 07 08 09 10 11 12 13 14')
export const retourCode = list(
  '0001 0200 0233 0611 8001 8017 8021 8187 8214 8848 9019 9056 9063 9069 9071 9074 9307 9308 9319 9321 9322 9326 9332 9333 9338 9339 9340 9341 9346 9347 9349 9350 9351 9355 9357 9359 9360 9361 9365 9366 9367 9369 9373 9374 9375 9379 9384 9385 9387 9388 9389 9390 9411 9412 9413 9414 9415 S300 S329',
)
export const soortRelatie = list('03 04 05 06 07 08 09 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25')
export const statusAanlevering = list('1 2 3 9')
export const typeVerwijzer = list('01 02 03 04 05 06 08')
export const verzoekAntwoord = list('1 2')
export const wettelijkeVertegenwoordiging = list('06 07 08 09 10')
