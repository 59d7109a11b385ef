import type { device as english } from '../en/device.ts'
import type { Translation } from '../translation.ts'

export const device: Translation<typeof english> = {
  'device.title': 'Este dispositivo',
  'device.version': 'Versión {version}',
  'device.kept': 'Lo que falta por enviar se conserva aquí hasta que se envíe.',
  'device.notKept':
    'Este dispositivo puede borrar trabajo sin enviar cuando se llene su memoria. Envíe a menudo e instale la aplicación.',
  'device.unknown':
    'Solo una página con HTTPS funciona sin red y puede conservar lo que falta por enviar. Inicie el servidor con npm start -- --lan y abra la dirección https que muestra.',
  'device.used': '{used} MB en uso, espacio para {room} MB',
  'device.awake': 'Pantalla siempre encendida',
  'update.ready':
    'Nueva versión lista. Se instala sola cuando todo esté enviado y no haya ningún paso abierto.',
  'update.now': 'Actualizar ahora',
  'update.unsent': 'La nueva versión espera hasta que todo esté enviado.',
  'update.offline': 'La nueva versión espera la conexión.',
}
