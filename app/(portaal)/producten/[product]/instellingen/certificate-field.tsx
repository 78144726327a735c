import { useState } from 'react'
import { FieldHint, fieldIds } from '#/app/_ui/field-parts.tsx'
import type { FieldTools } from '#/app/_ui/form.tsx'
import { TextArea } from '#/app/_ui/text-area.tsx'
import { certificateText, LONGEST_CERTIFICATE_FILE } from '#/lib/settings/certificate-text.ts'

const FILE = 'certificateFile'

type CertificateFieldProps = {
  readonly field: ReturnType<FieldTools['field']>
  readonly texts: {
    readonly [Key in
      | 'certificate'
      | 'certificateHint'
      | 'certificateFile'
      | 'certificateFileHint'
      | 'certificateRead']: string
  }
}

/** Puts what is read of a chosen file into the text field beside it, and lets go of the file: the text is what is sent. */
async function readInto(control: HTMLInputElement, name: string): Promise<boolean> {
  const [file] = control.files ?? []
  const area = control.form?.elements.namedItem(name)
  if (!file || !(area instanceof HTMLTextAreaElement)) return false
  const bytes = await file.slice(0, LONGEST_CERTIFICATE_FILE + 1).arrayBuffer()
  area.value = certificateText(file.name, new Uint8Array(bytes))
  control.value = ''
  return true
}

/** A certificate, pasted or chosen as a file. Without script the file goes along and the server reads it. */
export function CertificateField({ field, texts }: CertificateFieldProps) {
  const [isRead, setRead] = useState(false)
  return (
    <div className="flex flex-col gap-3">
      <TextArea
        {...field}
        label={texts.certificate}
        hint={texts.certificateHint}
        rows={6}
        spellCheck={false}
        autoComplete="off"
      />
      <div className="flex flex-col gap-1.5">
        <label htmlFor={fieldIds(FILE).control} className="font-semibold">
          {texts.certificateFile}
        </label>
        <FieldHint name={FILE}>{texts.certificateFileHint}</FieldHint>
        <input
          type="file"
          id={fieldIds(FILE).control}
          name={FILE}
          accept=".pem,.crt,.cer,.der"
          aria-describedby={fieldIds(FILE).hint}
          className="pz-control"
          onChange={({ currentTarget }) => void readInto(currentTarget, field.name).then(setRead)}
        />
        <p role="status" className="text-small text-ink-soft">
          {isRead ? texts.certificateRead : ''}
        </p>
      </div>
    </div>
  )
}
