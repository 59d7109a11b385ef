import type { deskScreens as english } from '../en/desk-screens.ts'
import type { Translation } from '../texts.ts'

export const deskScreens: Translation<typeof english> = {
  'tv.stays': 'Dejarlo aquí en la pared',
  'tv.staysAbout':
    'Este navegador pasa a ser una pantalla: muestra paneles y nada más, también después de su turno. Su sesión se cierra aquí. Se retira en Dispositivos.',
  'tv.screenName': 'Nombre de la pantalla',
  'tv.screenNameHint': 'Dónde cuelga, por ejemplo «Muelle, pared norte».',
  'screens.title': 'Pantallas en las paredes',
  'screens.about': 'Siguen conectadas como ellas mismas, muestran paneles y no abren nada más.',
  'screens.since': 'desde {at}, por',
  'screens.seen': 'vista hace {span}',
  'screens.down': 'Retirar',
  'screens.downTitle': '¿Retirar {what}?',
  'screens.downAbout':
    'Pierde su sesión al instante y no muestra nada nuevo. Para colgarla otra vez, inicie sesión en ella.',
}
