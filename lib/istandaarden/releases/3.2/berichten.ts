import type { BerichtRow } from '#/lib/istandaarden/release.ts'
import { structure301 } from '#/lib/istandaarden/releases/3.2/berichten/301.ts'
import { structure302 } from '#/lib/istandaarden/releases/3.2/berichten/302.ts'
import { structure305 } from '#/lib/istandaarden/releases/3.2/berichten/305.ts'
import { structure306 } from '#/lib/istandaarden/releases/3.2/berichten/306.ts'
import { structure307 } from '#/lib/istandaarden/releases/3.2/berichten/307.ts'
import { structure308 } from '#/lib/istandaarden/releases/3.2/berichten/308.ts'
import { structure315 } from '#/lib/istandaarden/releases/3.2/berichten/315.ts'
import { structure316 } from '#/lib/istandaarden/releases/3.2/berichten/316.ts'
import { structure317 } from '#/lib/istandaarden/releases/3.2/berichten/317.ts'
import { structure318 } from '#/lib/istandaarden/releases/3.2/berichten/318.ts'
import { structure319 } from '#/lib/istandaarden/releases/3.2/berichten/319.ts'
import { structure320 } from '#/lib/istandaarden/releases/3.2/berichten/320.ts'
import { structure323 } from '#/lib/istandaarden/releases/3.2/berichten/323.ts'
import { structure325 } from '#/lib/istandaarden/releases/3.2/berichten/325.ts'

/** The berichten of release 3.2, in the order of their numbers. */
export const berichten: readonly BerichtRow[] = [
  {
    nummer: 301,
    berichtCode: { iwmo: '414', ijw: '436' },
    naam: { iwmo: 'Toewijzing Wmo-ondersteuning', ijw: 'Toewijzing Jeugdhulp' },
    label: 'Toewijzing',
    gemeente: 'aanleveren',
    structure: structure301,
  },
  {
    nummer: 302,
    berichtCode: { iwmo: '415', ijw: '437' },
    naam: { iwmo: 'Toewijzing Wmo-ondersteuning Retour', ijw: 'Toewijzing Jeugdhulp Retour' },
    label: 'Retour op toewijzing',
    gemeente: 'ophalen',
    retourVan: 301,
    structure: structure302,
  },
  {
    nummer: 305,
    berichtCode: { iwmo: '418', ijw: '438' },
    naam: { iwmo: 'Start Wmo-ondersteuning', ijw: 'Start Jeugdhulp' },
    label: 'Start ondersteuning',
    gemeente: 'ophalen',
    structure: structure305,
  },
  {
    nummer: 306,
    berichtCode: { iwmo: '419', ijw: '439' },
    naam: { iwmo: 'Start Wmo-ondersteuning Retour', ijw: 'Start Jeugdhulp Retour' },
    label: 'Retour op start',
    gemeente: 'aanleveren',
    retourVan: 305,
    structure: structure306,
  },
  {
    nummer: 307,
    berichtCode: { iwmo: '420', ijw: '440' },
    naam: { iwmo: 'Stop Wmo-ondersteuning', ijw: 'Stop Jeugdhulp' },
    label: 'Stop ondersteuning',
    gemeente: 'ophalen',
    structure: structure307,
  },
  {
    nummer: 308,
    berichtCode: { iwmo: '421', ijw: '441' },
    naam: { iwmo: 'Stop Wmo-ondersteuning Retour', ijw: 'Stop Jeugdhulp Retour' },
    label: 'Retour op stop',
    gemeente: 'aanleveren',
    retourVan: 307,
    structure: structure308,
  },
  {
    nummer: 315,
    berichtCode: { iwmo: '444', ijw: '446' },
    naam: { iwmo: 'Verzoek om toewijzing Wmo-ondersteuning', ijw: 'Verzoek om toewijzing Jeugdhulp' },
    label: 'Verzoek om toewijzing',
    gemeente: 'ophalen',
    structure: structure315,
  },
  {
    nummer: 316,
    berichtCode: { iwmo: '445', ijw: '447' },
    naam: { iwmo: 'Verzoek om toewijzing Wmo-ondersteuning Retour', ijw: 'Verzoek om toewijzing Jeugdhulp Retour' },
    label: 'Retour op verzoek om toewijzing',
    gemeente: 'aanleveren',
    retourVan: 315,
    structure: structure316,
  },
  {
    nummer: 317,
    berichtCode: { iwmo: '480', ijw: '486' },
    naam: { iwmo: 'Verzoek om wijziging Wmo-ondersteuning', ijw: 'Verzoek om wijziging Jeugdhulp' },
    label: 'Verzoek om wijziging',
    gemeente: 'ophalen',
    structure: structure317,
  },
  {
    nummer: 318,
    berichtCode: { iwmo: '481', ijw: '487' },
    naam: { iwmo: 'Verzoek om wijziging Wmo-ondersteuning Retour', ijw: 'Verzoek om wijziging Jeugdhulp Retour' },
    label: 'Retour op verzoek om wijziging',
    gemeente: 'aanleveren',
    retourVan: 317,
    structure: structure318,
  },
  {
    nummer: 319,
    berichtCode: { iwmo: '482', ijw: '488' },
    naam: { iwmo: 'Antwoordbericht', ijw: 'Antwoordbericht' },
    label: 'Antwoord op verzoek',
    gemeente: 'aanleveren',
    structure: structure319,
  },
  {
    nummer: 320,
    berichtCode: { iwmo: '483', ijw: '489' },
    naam: { iwmo: 'Antwoordbericht Retour', ijw: 'Antwoordbericht Retour' },
    label: 'Retour op antwoord',
    gemeente: 'ophalen',
    retourVan: 319,
    structure: structure320,
  },
  {
    nummer: 323,
    berichtCode: { iwmo: '484', ijw: '490' },
    naam: { iwmo: 'Declaratie Wmo-ondersteuning', ijw: 'Declaratie Jeugdhulp' },
    label: 'Declaratie',
    gemeente: 'ophalen',
    structure: structure323,
  },
  {
    nummer: 325,
    berichtCode: { iwmo: '485', ijw: '491' },
    naam: { iwmo: 'Declaratie-antwoord Wmo-ondersteuning', ijw: 'Declaratie-antwoord Jeugdhulp' },
    label: 'Antwoord op declaratie',
    gemeente: 'aanleveren',
    antwoordOp: 323,
    structure: structure325,
  },
]
