import type { UploadState } from '#/app/_delivery/upload.ts'

/** Texts of the delivery, handed over by the page; `{places}` are filled in by the script. */
export type DeliveryTexts = {
  readonly [Key in
    | 'title'
    | 'text'
    | 'textPlain'
    | 'label'
    | 'labelFolder'
    | 'submit'
    | 'dock'
    | 'listLabel'
    | 'retry'
    | 'tryNow'
    | 'cancel'
    | 'clear'
    | 'fold'
    | 'unfold'
    | 'open'
    | 'about'
    | 'summary'
    | 'progress'
    | 'leftOut'
    | 'cut'
    | 'more'
    | 'position'
    | 'reference'
    | 'positionInside'
    | 'dropHere']: string
} & { readonly states: { readonly [Key in UploadState['kind']]: string } }
