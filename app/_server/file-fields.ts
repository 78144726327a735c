/** The controls of forms that may send a file; files of berichten go another way. */
const FILE_FIELDS = ['certificateFile'] as const
export type FileFieldName = (typeof FILE_FIELDS)[number]

/** Whether a part of a posted form may be a file. A script puts a prefix before the name. */
export const isFileField = (part: string): boolean => FILE_FIELDS.some((name) => name === part || part === `_1_${name}`)
