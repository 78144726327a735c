import type { Copy } from '#/lib/platform/i18n/copy.ts'
import type { viewsWords as nl } from '#/lib/platform/i18n/nl/berichten-views.ts'

export const viewsWords: Copy<typeof nl> = {
  title: 'Your views',
  label: 'Views:',
  lead: 'Keep a filter under a name of your own. Only you see your views.',
  keep: 'Keep this filter',
  manage: 'Manage views',
  saveTitle: 'Keep this filter',
  saveText: 'Kept is: {filters}. Dates stay as they are now.',
  name: 'Name',
  nameHint: 'For example: Starts to answer. Use no names of clients.',
  submit: 'Keep',
  busy: 'Being kept',
  listTitle: 'Kept views',
  remove: 'Delete',
  removing: 'Being deleted',
  removed: 'The view has been deleted',
  none: 'You have no views yet',
  noneText: 'Choose a filter in the list of messages and keep it under a name of your own.',
  errors: {
    name: 'Fill in a name.',
    tooLong: 'Use at most 60 characters.',
    number: 'A BSN cannot be kept. Take the number out.',
    nothing: 'There is no filter on. Choose a filter in the list first.',
    taken: 'You have a view with this name already. Choose another name.',
    too_many: 'You have 20 views already. Delete one first.',
    gone: 'This view is not there any more.',
    other: 'Refresh the page and try again.',
  },
}
