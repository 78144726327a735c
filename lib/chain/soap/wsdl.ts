import { ANSWER_ROOTS, SOAP_ACTIONS } from '#/lib/chain/soap/soap-names.ts'
import { ENVELOPE_KINDS, type EnvelopeKind, GGK, ROOTS, STUF } from '#/lib/envelope/namespaces.ts'
import { generateEnvelopeSchemas, STUF_SCHEMA } from '#/lib/envelope/schema-generator.ts'
import { escapeXml } from '#/lib/platform/escape-xml.ts'

/** Names of the operations of port type OntvangAsynchroon. */
const OPERATIONS = { Di01: 'ggk_Di01', Du01: 'ggk_Du01', Fo01: 'Fo01' } as const satisfies Record<EnvelopeKind, string>

/** What the answers look like: not part of the envelope, so not in its schema. */
const ANSWERS = `
  <xs:element name="${ANSWER_ROOTS.Bv03}" type="StUF:Ontvangstbevestiging"/>
  <xs:element name="${ANSWER_ROOTS.Fo03}" type="StUF:Foutantwoord"/>
  <xs:complexType name="Systeem"><xs:sequence>
    <xs:element name="organisatie" type="xs:string" minOccurs="0"/>
    <xs:element name="applicatie" type="xs:string" minOccurs="0"/>
  </xs:sequence></xs:complexType>
  <xs:complexType name="StuurgegevensAntwoord"><xs:sequence>
    <xs:element name="berichtcode" type="xs:string"/>
    <xs:element name="zender" type="StUF:Systeem" minOccurs="0"/>
    <xs:element name="ontvanger" type="StUF:Systeem" minOccurs="0"/>
    <xs:element name="referentienummer" type="StUF:Referentienummer"/>
    <xs:element name="tijdstipBericht" type="StUF:Tijdstip"/>
    <xs:element name="crossRefnummer" type="xs:string" minOccurs="0"/>
  </xs:sequence></xs:complexType>
  <xs:complexType name="Ontvangstbevestiging"><xs:sequence>
    <xs:element name="stuurgegevens" type="StUF:StuurgegevensAntwoord"/>
  </xs:sequence></xs:complexType>
  <xs:complexType name="Foutantwoord"><xs:sequence>
    <xs:element name="stuurgegevens" type="StUF:StuurgegevensAntwoord"/>
    <xs:element name="body" type="StUF:Fout"/>
  </xs:sequence></xs:complexType>
</xs:schema>`

/** The schemas as they stand in a WSDL: without XML declaration, and importing each other without a place. */
function types(): string {
  return generateEnvelopeSchemas()
    .toReversed()
    .map(({ name, text }) => {
      const bare = text.replace(/^<\?xml[^>]*\?>\s*/, '').replace(/ schemaLocation="[^"]*"/g, '')
      return name === STUF_SCHEMA ? bare.replace('</xs:schema>', ANSWERS) : bare
    })
    .join('\n')
}

const prefixOf = (kind: EnvelopeKind) => (ROOTS[kind].namespace === GGK ? 'GGK' : 'StUF')
const part = (message: string, element: string) =>
  `<wsdl:message name="${message}"><wsdl:part name="body" element="${element}"/></wsdl:message>`

const portOperation = (kind: EnvelopeKind) => `
    <wsdl:operation name="${OPERATIONS[kind]}">
      <wsdl:input message="GGK:${OPERATIONS[kind]}"/>
      <wsdl:output message="GGK:Bv03"/>
      <wsdl:fault name="Fo03" message="GGK:Fo03"/>
    </wsdl:operation>`

const boundOperation = (kind: EnvelopeKind) => `
    <wsdl:operation name="${OPERATIONS[kind]}">
      <soap:operation soapAction="${SOAP_ACTIONS[kind]}" style="document"/>
      <wsdl:input><soap:body use="literal"/></wsdl:input>
      <wsdl:output><soap:body use="literal"/></wsdl:output>
      <wsdl:fault name="Fo03"><soap:fault name="Fo03" use="literal"/></wsdl:fault>
    </wsdl:operation>`

/**
 * The description of the web service (WSDL 1.1, SOAP 1.1, document/literal) with everything in it, so that it is read without fetching
 * anything else. What a fault carries is a Fo03, or a Fo01 of the schema when sending again cannot help.
 */
export function wsdl(address: URL): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<wsdl:definitions name="OntvangAsynchroon" targetNamespace="${GGK}" xmlns:GGK="${GGK}" xmlns:StUF="${STUF}"
  xmlns:wsdl="http://schemas.xmlsoap.org/wsdl/" xmlns:soap="http://schemas.xmlsoap.org/wsdl/soap/">
  <wsdl:types>
${types()}
  </wsdl:types>
  ${ENVELOPE_KINDS.map((kind) => part(OPERATIONS[kind], `${prefixOf(kind)}:${ROOTS[kind].name}`)).join('\n  ')}
  ${part('Bv03', `StUF:${ANSWER_ROOTS.Bv03}`)}
  ${part('Fo03', `StUF:${ANSWER_ROOTS.Fo03}`)}
  <wsdl:portType name="OntvangAsynchroon">${ENVELOPE_KINDS.map(portOperation).join('')}
  </wsdl:portType>
  <wsdl:binding name="OntvangAsynchroonBinding" type="GGK:OntvangAsynchroon">
    <soap:binding style="document" transport="http://schemas.xmlsoap.org/soap/http"/>${ENVELOPE_KINDS.map(boundOperation).join('')}
  </wsdl:binding>
  <wsdl:service name="OntvangAsynchroon">
    <wsdl:port name="OntvangAsynchroon" binding="GGK:OntvangAsynchroonBinding">
      <soap:address location="${escapeXml(address.href)}"/>
    </wsdl:port>
  </wsdl:service>
</wsdl:definitions>
`
}
