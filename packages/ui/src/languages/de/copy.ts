export const copy = {
  'copy.complete': 'Arbeitskopie: vollständig, {time}',
  'copy.partial': 'Arbeitskopie: noch nicht vollständig, lädt weiter',
}
