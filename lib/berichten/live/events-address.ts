/** Where changes of berichten are heard as they happen. */
export const EVENTS_ADDRESS = '/api/berichten/gebeurtenissen'
